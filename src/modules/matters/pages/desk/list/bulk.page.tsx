import { useActionData, useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { SelectField } from '#web/ui/form/field.tsx';
import { EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { DeskItem } from '../../../queries/desk/desk-list.ts';
import css from './bulk.module.css';
import type { action, loader } from './bulk.page.server.ts';

export { action, loader } from './bulk.page.server.ts';

/** Several matters at once, each with its own result; or the list as a sheet of paper for the day. */
export default function BulkPage() {
  const { t, dates, now, session } = usePage();
  const { isPrint, items, organisations } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <div className={css.page}>
      <p className="screen-only">
        <a href="/desk">{t('desk.back')}</a>
      </p>
      <PageHead
        title={
          done ? t('desk.bulk-done') : t(isPrint ? 'desk.day-sheet' : 'desk.bulk-title', { n: items.length })
        }
        lead={isPrint ? `${session?.name ?? ''} · ${dates.moment(now)}` : t('desk.bulk-lead')}
      />
      {done && <Results results={done.results} />}
      {items.length === 0 && !done && (
        <EmptyState title={t('desk.bulk-nothing')}>
          <p>{t('desk.bulk-nothing-how')}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <form method="post" action="/desk/bulk">
          <Sheet items={items} />
          {!isPrint && (
            <div className={css.acts}>
              <Card title={t('desk.action.accept')}>
                <Row>
                  <Button kind="primary" name="intent" value="accept">
                    {t('desk.bulk-accept', { n: items.length })}
                  </Button>
                </Row>
              </Card>
              <Card title={t('desk.action.assign')}>
                <SelectField
                  name="leadOrgId"
                  label={t('desk.field.leadOrgId')}
                  options={organisations}
                  empty={t('desk.please-choose')}
                  optional
                />
                <Row>
                  <Button kind="primary" name="intent" value="assign">
                    {t('desk.bulk-assign', { n: items.length })}
                  </Button>
                </Row>
              </Card>
            </div>
          )}
        </form>
      )}
    </div>
  );
}

function Sheet({ items }: { items: readonly DeskItem[] }) {
  const page = usePage();
  const { t, dates } = page;
  return (
    <table className={css.sheet}>
      <thead>
        <tr>
          <th scope="col">{t('desk.sheet.code')}</th>
          <th scope="col">{t('desk.sheet.what')}</th>
          <th scope="col">{t('desk.sheet.where')}</th>
          <th scope="col">{t('desk.sheet.state')}</th>
          <th scope="col">{t('desk.sheet.due')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="num">
              <input type="hidden" name="code" value={item.code} />
              <input type="hidden" name={`version-${item.code}`} value={item.version} />
              {item.code}
            </td>
            <td>{item.title ?? t('desk.text-hidden')}</td>
            <td>{placeText(item.place, page, item.placeDetail)}</td>
            <td>
              {item.awaited[0] ? t(`desk.awaited.${item.awaited[0]}`) : t(`desk.status.${item.status}`)}
            </td>
            <td>{item.dueAt && !item.closed ? dates.until(item.dueAt) : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Result = {
  readonly code: string;
  readonly refusal: { code: string; params?: Readonly<Record<string, string | number>> } | null;
};

function Results({ results }: { results: readonly Result[] }) {
  const { t } = usePage();
  const good = results.filter((result) => result.refusal === null).length;
  return (
    <Card
      title={t('desk.bulk-result', { n: good, all: results.length })}
      tone={good === results.length ? 'done' : 'due'}
    >
      <ul className={css.results} role="status">
        {results.map((result) => (
          <li key={result.code}>
            <a href={`/desk/matters/${result.code}`}>{result.code}</a>{' '}
            {result.refusal ? t(`refusal.${result.refusal.code}`, result.refusal.params) : t('desk.done')}
          </li>
        ))}
      </ul>
    </Card>
  );
}
