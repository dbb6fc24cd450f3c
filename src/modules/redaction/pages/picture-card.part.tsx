import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { Island, usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { MOST_BOXES, type PiecePicture } from '../contract.ts';
import type { loader } from './piece.page.server.ts';
import css from './redaction.module.css';

type Props = { readonly picture: PiecePicture; readonly n: number };
const SIDES = ['x', 'y', 'w', 'h'] as const;

/** A photo: what everybody will see of it, and covering by hand what nobody should. */
export function PictureCard({ picture, n }: Props) {
  const { t } = usePage();
  const { piece } = useLoaderData<typeof loader>();
  const base = `/desk/redaction/${piece.id}/picture/${picture.fileId}`;
  return (
    <Card title={t('redaction.picture', { n })}>
      {picture.coveredFileId && (
        <figure className={css.figure}>
          <figcaption className="quiet">
            {t('redaction.picture-seen', { n: picture.boxes.length })}
          </figcaption>
          <img
            src={`${base}?covered=${picture.coveredFileId}`}
            alt={t('redaction.picture-alt', { n })}
            className={css.picture}
          />
        </figure>
      )}
      {piece.mayNow.includes('cover') && (
        <details open={picture.coveredFileId && piece.state !== 'SENT_BACK' ? undefined : true}>
          <summary>{t(picture.coveredFileId ? 'redaction.cover-again' : 'redaction.cover')}</summary>
          <CoverForm picture={picture} n={n} src={base} />
        </details>
      )}
    </Card>
  );
}

/** Three questions and the rectangles: drawn on the picture, or typed as numbers. */
function CoverForm({ picture, n, src }: Props & { readonly src: string }) {
  const { t } = usePage();
  // What was typed for this picture and refused stands in the form again.
  const again = useActionData<FormAgain>()?.values;
  const typed = again?.fileId === picture.fileId ? again : null;
  return (
    <form method="post" data-cover={css.box} data-cover-name={t('redaction.box-name')}>
      <Stack>
        <p className="quiet">{t('redaction.cover-how')}</p>
        <div className={css.canvas} data-canvas>
          <img src={src} alt={t('redaction.picture-alt', { n })} className={css.picture} draggable={false} />
        </div>
        <input type="hidden" name="fileId" value={picture.fileId} />
        <fieldset className={css.boxes}>
          <legend>{t('redaction.boxes')}</legend>
          <p className="quiet">{t('redaction.boxes-hint')}</p>
          {Array.from({ length: MOST_BOXES }, (_, i) => i + 1).map((row) => (
            <div key={row} className={css.boxRow} data-box-row>
              <span className="num">{row}</span>
              {SIDES.map((side) => (
                <label key={side}>
                  <span className="quiet">{t(`redaction.box.${side}`)}</span>
                  <input
                    name={`${side}${row}`}
                    type="number"
                    step="0.1"
                    min="0"
                    max="100"
                    aria-label={t(`redaction.box-label.${side}`, { n: row })}
                    defaultValue={typed ? (typed[`${side}${row}`] ?? '') : sideOf(picture, row, side)}
                  />
                </label>
              ))}
            </div>
          ))}
        </fieldset>
        <fieldset className={css.boxes}>
          <legend>{t('redaction.questions')}</legend>
          {(['faces', 'plates', 'doors'] as const).map((name) => (
            <Check
              key={name}
              name={name}
              label={t(`redaction.question.${name}`)}
              checked={typed?.[name] === 'yes'}
            />
          ))}
        </fieldset>
        <Row>
          <Button kind="primary" name="intent" value="cover">
            {t('redaction.do.cover')}
          </Button>
        </Row>
      </Stack>
      <Island name="cover" />
    </form>
  );
}

function sideOf(picture: PiecePicture, row: number, side: (typeof SIDES)[number]): string {
  const box = picture.boxes[row - 1];
  return box ? String(box[side] / 10) : '';
}
