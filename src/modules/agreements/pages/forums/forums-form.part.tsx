import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { FORUM_KINDS, OPINION_ANSWERS } from '../../contract/forums.ts';
import type { AgreementFile } from '../../queries/agreement/agreements.ts';
import type { ForumView } from '../../queries/agreement/forum-views.ts';
import type { loader } from '../agreement/agreement.page.server.ts';
import css from './forums.module.css';
import { Answer, Held } from './heard.part.tsx';

type Props = { readonly file: AgreementFile; readonly again: FormAgain | undefined };

/** The four kinds of forum in the order of the seed: held or not, what was said, what becomes of it. */
export function ForumsForm({ file, again }: Props) {
  const { t } = usePage();
  const missing = FORUM_KINDS.filter((kind) => !file.forums.some((forum) => forum.kind === kind));
  const [next = 'OWNERS'] = missing;
  return (
    <Section title={t('agreements.forum.title')}>
      <p>{t('agreements.forum.lead')}</p>
      {missing.length > 0 && (
        <p>
          {t('agreements.forum.missing', {
            names: missing.map((kind) => t(`agreements.forum.${kind}`)).join(t('agreements.forum.and')),
          })}
        </p>
      )}
      {file.forums.map((forum) => (
        <Forum key={forum.id} forum={forum} again={again} />
      ))}
      <Card title={t('agreements.forum.note')}>
        <Sent does="note-forum" words="agreements.forum.save">
          <SelectField
            name="kind"
            label={t('agreements.forum.kind')}
            options={FORUM_KINDS.map((value) => ({ value, label: t(`agreements.forum.${value}`) }))}
            value={next}
            again={of(again, 'note-forum')}
          />
          <Row>
            <TextField
              name="heldOn"
              type="date"
              label={t('agreements.forum.held-on')}
              optional
              again={of(again, 'note-forum')}
            />
            <TextField
              name="attended"
              type="number"
              label={t('agreements.forum.attended')}
              short
              optional
              again={of(again, 'note-forum')}
            />
          </Row>
          <TextField
            name="whyNot"
            label={t('agreements.forum.why-not')}
            hint={t('agreements.forum.why-not-hint')}
            maxLength={500}
            optional
            again={of(again, 'note-forum')}
          />
        </Sent>
      </Card>
    </Section>
  );
}

const of = (again: FormAgain | undefined, step: string, id = '') =>
  again?.values.do === step && (id === '' || again.values.forumId === id || again.values.opinionId === id)
    ? again
    : undefined;

function Forum({ forum, again }: { readonly forum: ForumView; readonly again: FormAgain | undefined }) {
  const { t } = usePage();
  return (
    <Card title={t(`agreements.forum.${forum.kind}`)}>
      <Held forum={forum} />
      <ul className={css.opinions}>
        {forum.opinions.map((one) => (
          <Opinion key={one.id} one={one} again={again} />
        ))}
      </ul>
      {forum.heldOn && (
        <details open={of(again, 'note-opinion', forum.id) !== undefined}>
          <summary>{t('agreements.opinion.note-how')}</summary>
          <Sent does="note-opinion" words="agreements.opinion.note">
            <input type="hidden" name="forumId" value={forum.id} />
            <LongTextField
              name="said"
              label={t('agreements.opinion.said')}
              hint={t('agreements.opinion.said-hint')}
              maxLength={1000}
              rows={2}
              within={forum.id}
              again={of(again, 'note-opinion', forum.id)}
            />
          </Sent>
        </details>
      )}
    </Card>
  );
}

type OpinionProps = { readonly one: ForumView['opinions'][number]; readonly again: FormAgain | undefined };

function Opinion({ one, again }: OpinionProps) {
  const { t } = usePage();
  return (
    <li>
      <p>{one.said}</p>
      <Answer answer={one.answer} reason={one.reason} />
      <details open={of(again, 'answer-opinion', one.id) !== undefined}>
        <summary>{t(one.answer ? 'agreements.opinion.change' : 'agreements.opinion.answer-how')}</summary>
        <Sent does="answer-opinion" words="agreements.opinion.save">
          <input type="hidden" name="opinionId" value={one.id} />
          <SelectField
            name="answer"
            label={t('agreements.opinion.answer')}
            options={OPINION_ANSWERS.map((value) => ({
              value,
              label: t(`agreements.opinion.${value}`),
            }))}
            value={one.answer ?? 'TAKEN'}
            within={one.id}
            again={of(again, 'answer-opinion', one.id)}
          />
          <LongTextField
            name="reason"
            label={t('agreements.opinion.reason')}
            hint={t('agreements.opinion.reason-hint')}
            value={one.reason ?? ''}
            maxLength={1000}
            rows={2}
            optional
            within={one.id}
            again={of(again, 'answer-opinion', one.id)}
          />
        </Sent>
      </details>
    </li>
  );
}

type SentProps = { readonly does: string; readonly words: string; readonly children: ReactNode };

function Sent({ does, words, children }: SentProps) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="requestKey" value={requestKey} />
        {children}
        <Row>
          <Button name="do" value={does}>
            {t(words)}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
