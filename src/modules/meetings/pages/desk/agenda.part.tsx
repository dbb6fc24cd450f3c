import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { PageForm, refusedOf, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { ItemView } from '../../queries/agenda-views.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import { ItemFormFields } from './item-form.part.tsx';
import type { loader } from './meeting.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** The agenda in its order, with what each item asks and came from. */
export function Agenda({ again }: Again) {
  const { t } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const total = file.items.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <Card title={t('meetings.page.agenda')}>
      <Stack>
        <p className="quiet">
          {t('meetings.page.total', { n: total })}
          {total > file.minutes && ` · ${t('meetings.page.over', { n: file.minutes })}`}
        </p>
        <ol className={css.minutes}>
          {file.items.map((item) => (
            <li key={item.id}>
              <Item item={item} again={again} />
            </li>
          ))}
        </ol>
      </Stack>
    </Card>
  );
}

function Item({ item, again }: Again & { item: ItemView }) {
  const { t } = usePage();
  const { itemTitle, factOf } = useMeetingWords();
  const { file, isOpen } = useLoaderData<typeof loader>();
  const late = file.earlier.filter(({ light }) => light === 'ORANGE' || light === 'RED').length;
  const done = file.earlier.filter(({ light }) => light === 'DONE').length;
  return (
    <div className={css.item}>
      <div className={css.head}>
        <strong>
          {item.isEarlier ? (
            itemTitle(item)
          ) : (
            <a href={`/desk/meetings/${file.id}/brief/${item.id}`}>{itemTitle(item)}</a>
          )}
        </strong>
        <span className="quiet">
          {t(`meetings.source.${item.source}`)} · {t('meetings.page.minutes-n', { n: item.minutes })}
          {item.state !== 'WAITING' && ` · ${t(`meetings.item.${item.state}`)}`}
        </span>
      </div>
      {item.isEarlier ? (
        <p className="quiet">
          {file.earlier.length === 0
            ? t('meetings.page.earlier-none')
            : t('meetings.page.earlier-count', { open: file.earlier.length - done, late, done })}
        </p>
      ) : (
        <>
          {item.question && <p>{item.question}</p>}
          {item.background && <p className="quiet">{item.background}</p>}
        </>
      )}
      {item.facts.length > 0 && (
        <ul className={css.facts}>
          {item.facts.map((fact) => (
            <li key={`${fact.key} ${fact.value}`}>{factOf(fact)}</li>
          ))}
        </ul>
      )}
      {item.options.length > 0 && (
        <ol>
          {item.options.map((option) => (
            <li key={option}>{option}</li>
          ))}
        </ol>
      )}
      <About item={item} />
      {isOpen && !item.isEarlier && <Change item={item} again={again} />}
    </div>
  );
}

/** Who is asked to lead it, who sits in, and what came of it. */
function About({ item }: { item: ItemView }) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  return (
    <>
      {item.lead && <p className="quiet">{t('meetings.fact.LED_BY', { value: nameOf(item.lead) })}</p>}
      {item.guests && <p className="quiet">{t('meetings.page.guests', { guests: item.guests })}</p>}
      {item.lateReason && <p className="quiet">{t('meetings.page.late', { reason: item.lateReason })}</p>}
      {item.outcome && (
        <p>
          {t(`meetings.outcome.${item.outcome}`)} {item.outcomeText}
          {item.resolutions.map(({ code }) => (
            <span key={code}> {code}</span>
          ))}
        </p>
      )}
      {item.reason && <p className="quiet">{item.reason}</p>}
    </>
  );
}

/** Up, down, off, or corrected. */
function Change({ item, again }: Again & { item: ItemView }) {
  const { t } = usePage();
  const corrected = refusedOf(again, `correct-${item.id}`);
  const dropped = refusedOf(again, `drop-${item.id}`);
  return (
    <>
      <Row>
        {(['up', 'down'] as const).map((what) => (
          <form key={what} method="post">
            <Hidden item={item} what={what} />
            <Button name="do" value="change-agenda">
              {t(`meetings.page.${what}`)}
            </Button>
          </form>
        ))}
      </Row>
      <details open={(corrected ?? dropped) !== undefined}>
        <summary>{t('meetings.page.change')}</summary>
        <Stack>
          <PageForm name={`correct-${item.id}`}>
            <Stack>
              <Hidden item={item} what="correct" />
              <ItemFormFields
                item={{ ...item, leadOrgId: item.lead?.id ?? null, options: item.options.join('\n') }}
                again={corrected}
              />
              <Row>
                <Button name="do" value="change-agenda">
                  {t('meetings.form.save')}
                </Button>
              </Row>
            </Stack>
          </PageForm>
          <PageForm name={`drop-${item.id}`}>
            <Row>
              <Hidden item={item} what="drop" />
              <TextField name="reason" label={t('meetings.form.reason')} maxLength={300} again={dropped} />
              <Button name="do" value="change-agenda">
                {t('meetings.page.drop')}
              </Button>
            </Row>
          </PageForm>
        </Stack>
      </details>
    </>
  );
}

function Hidden({ item, what }: { item: ItemView; what: string }) {
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <>
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="requestKey" value={requestKey} />
    </>
  );
}
