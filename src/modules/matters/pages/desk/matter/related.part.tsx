import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import css from './matter.module.css';

/** Where it was merged, what was merged into it, and what may be the same. */
export function RelatedMatters({ matter, search }: { matter: Dossier; search: string }) {
  const { t } = usePage();
  const { into, children, likely } = matter.related;
  if (!into && children.length === 0 && likely.length === 0 && matter.row.merged_count === 0) return null;
  const link = (m: { code: string; title: string; status: string }) => (
    <>
      <a href={`/desk/matters/${m.code}${search}`}>{m.title}</a>
      <span className="quiet">
        {m.code} · {t(`desk.status.${m.status}`)}
      </span>
    </>
  );
  return (
    <Card title={t('desk.related')}>
      {into && (
        <div className={css.related}>
          <h3>{t('desk.merged-into')}</h3>
          <ul>
            <li>{link(into)}</li>
          </ul>
        </div>
      )}
      {matter.row.merged_count > 0 && (
        <details className={css.related}>
          <summary>{t('desk.merged-in', { n: matter.row.merged_count })}</summary>
          <ul>
            {children.map((child) => (
              <li key={child.id}>{link(child)}</li>
            ))}
          </ul>
        </details>
      )}
      {likely.length > 0 && (
        <div className={css.related}>
          <h3>{t('desk.likely-same')}</h3>
          <ul>
            {likely.map((other) => (
              <li key={other.id}>
                {link(other)}
                <span className="quiet">
                  {other.reasons.map((r) => t(`desk.same.${r}`)).join(t('desk.comma'))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
