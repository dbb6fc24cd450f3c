import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import css from './matter.module.css';

/** The photos of a matter, private until somebody has covered them and somebody else has looked. */
export function Photos({ matter }: { matter: Dossier }) {
  const { t } = usePage();
  return (
    <ul className={css.photos}>
      {matter.photos.map((photo, i) => (
        <li key={photo.fileId}>
          <a href={`/files/${photo.fileId}`}>
            <img
              src={`/files/${photo.fileId}?size=small`}
              alt={t('desk.photo', { n: i + 1 })}
              width="96"
              height="96"
              loading="lazy"
            />
          </a>
          {matter.mayShowPhotos && (
            <form method="post" action={`/desk/matters/${matter.row.code}/photos`}>
              <input type="hidden" name="fileId" value={photo.fileId} />
              <span className="quiet">{t(`desk.photo-state.${photo.gate ?? 'PRIVATE'}`)}</span>{' '}
              <Button kind="ghost" name="intent" value={photo.gate === 'PUBLISHED' ? 'hide' : 'offer'}>
                {t(photo.gate === 'PUBLISHED' ? 'desk.photo-hide' : 'desk.photo-offer')}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
