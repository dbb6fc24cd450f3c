import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, SelectField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { OPINION_STANCES, VERDICTS } from '../../contract/hearing.ts';
import type { RegisteredOpinion } from '../../queries/hearing/desk-hearings.ts';
import css from '../hearing/hearing.module.css';
import type { loader } from './hearing.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** The opinions of this round, each with what becomes of it; whoever gave them is not written down. */
export function OpinionRegister({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const opinions = detail.opinions ?? [];
  const mayAnswer = detail.steps.includes('answer-opinion');
  const open = opinions.filter((one) => one.verdict === null).length;
  return (
    <Card title={t('meetings.hearing.register')}>
      <p className="quiet">
        {opinions.length === 0
          ? t('meetings.hearing.register-empty')
          : t('meetings.hearing.register-open', { n: opinions.length, open })}
      </p>
      <ol className={css.answers}>
        {opinions.map((one) => (
          <li key={one.id}>
            <p className="quiet">
              {t('meetings.hearing.opinion', { n: one.number })} ·{' '}
              {t(`meetings.hearing.stance.${one.stance}`)} · {t(`meetings.hearing.source.${one.source}`)}
            </p>
            <p className={css.prose} lang={languageOf(one.text)}>
              {one.text}
            </p>
            {one.verdict && (
              <p className={css.prose}>
                <strong>{t(`meetings.hearing.verdict.${one.verdict}`)}</strong> {one.answer}
              </p>
            )}
            {mayAnswer && <AnswerForm opinion={one} again={again} />}
          </li>
        ))}
      </ol>
      {detail.steps.includes('enter-opinion') && <EnterForm again={again} />}
    </Card>
  );
}

function AnswerForm({ opinion, again }: Again & { opinion: RegisteredOpinion }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const own = again?.values.opinionId === opinion.id ? again : undefined;
  return (
    <details open={opinion.verdict === null || own !== undefined}>
      <summary>{t('meetings.hearing.do.answer-opinion')}</summary>
      <form method="post">
        <Stack>
          <input type="hidden" name="opinionId" value={opinion.id} />
          <input type="hidden" name="version" value={opinion.version} />
          <input type="hidden" name="requestKey" value={requestKey} />
          <Row>
            <select
              name="verdict"
              required
              defaultValue={own?.values.verdict ?? opinion.verdict ?? ''}
              aria-label={t('meetings.hearing.verdict-of', { n: opinion.number })}
            >
              <option value="">{t('meetings.hearing.form.choose')}</option>
              {VERDICTS.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {t(`meetings.hearing.verdict.${verdict}`)}
                </option>
              ))}
            </select>
          </Row>
          <textarea
            name="answer"
            required
            rows={2}
            maxLength={1000}
            defaultValue={own?.values.answer ?? opinion.answer ?? ''}
            aria-label={t('meetings.hearing.answer-of', { n: opinion.number })}
            className={css.area}
          />
          <Row>
            <Button name="do" value="answer-opinion">
              {t('meetings.hearing.form.save-answer')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}

/** Another opinion: on paper before the hearing, said in the room from its beginning. */
function EnterForm({ again }: Again) {
  const { t, now } = usePage();
  const { detail, newId, requestKey } = useLoaderData<typeof loader>();
  const { round } = detail;
  const own = again?.values.do === 'enter-opinion' ? again : undefined;
  const hasBegun = round.state !== 'RECRUITING' && now >= round.startsAt;
  const sources = hasBegun ? (['AT_HEARING', 'IN_WRITING'] as const) : (['IN_WRITING'] as const);
  return (
    <details open={own !== undefined || hasBegun}>
      <summary>{t('meetings.hearing.do.enter-opinion')}</summary>
      <form method="post">
        <Stack>
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="roundId" value={round.id} />
          <input type="hidden" name="requestKey" value={requestKey} />
          <div className={css.pair}>
            <SelectField
              name="stance"
              label={t('meetings.hearing.view')}
              options={OPINION_STANCES.map((one) => ({
                value: one,
                label: t(`meetings.hearing.stance.${one}`),
              }))}
              empty={t('meetings.hearing.form.choose')}
              again={own}
            />
            <SelectField
              name="source"
              label={t('meetings.hearing.source')}
              options={sources.map((one) => ({ value: one, label: t(`meetings.hearing.source.${one}`) }))}
              value={sources[0]}
              again={own}
            />
          </div>
          <LongTextField
            name="text"
            label={t('meetings.hearing.form.opinion-text')}
            hint={t('meetings.hearing.form.opinion-no-name')}
            maxLength={1000}
            rows={3}
            again={own}
          />
          <Row>
            <Button name="do" value="enter-opinion">
              {t('meetings.hearing.form.save-opinion')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}
