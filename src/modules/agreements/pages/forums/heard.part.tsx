import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { OpinionAnswer } from '../../contract/forums.ts';
import type { ForumView } from '../../queries/agreement/forum-views.ts';
import css from './forums.module.css';

const TONES: Readonly<Record<OpinionAnswer, Tone>> = { TAKEN: 'done', PARTLY: 'due', NOT_TAKEN: 'ongoing' };

/** Who was asked, what they said without names, and what was taken up or why not: for everybody. */
export function Heard({ forums }: { readonly forums: readonly ForumView[] }) {
  const { t } = usePage();
  if (forums.length === 0) return null;
  const said = forums.flatMap(({ opinions }) => opinions);
  const count = (answer: OpinionAnswer) => said.filter((one) => one.answer === answer).length;
  return (
    <Section title={t('agreements.forum.heard')}>
      {said.length > 0 && (
        <p className="quiet">
          {t('agreements.forum.sum', {
            n: said.length,
            taken: count('TAKEN'),
            partly: count('PARTLY'),
            not: count('NOT_TAKEN'),
          })}
        </p>
      )}
      {forums.map((forum) => (
        <Card key={forum.id} title={t(`agreements.forum.${forum.kind}`)}>
          <Held forum={forum} />
          {forum.opinions.length > 0 && (
            <ul className={css.opinions}>
              {forum.opinions.map((one) => (
                <li key={one.id}>
                  <p lang={languageOf(one.said)}>{one.said}</p>
                  <Answer answer={one.answer} reason={one.reason} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </Section>
  );
}

/** When it was held and with how many, or why it was not. */
export function Held({ forum }: { readonly forum: ForumView }) {
  const { t } = usePage();
  return (
    <p className="quiet">
      {forum.heldOn
        ? t('agreements.forum.held', { day: forum.heldOn, n: forum.attended ?? 0 })
        : t('agreements.forum.not-held', { why: forum.whyNot ?? '' })}
    </p>
  );
}

/** What became of an opinion, in a word, a shape and the reason. */
export function Answer({
  answer,
  reason,
}: {
  readonly answer: OpinionAnswer | null;
  readonly reason: string | null;
}) {
  const { t } = usePage();
  return (
    <p className={css.answer}>
      <StateChip tone={answer ? TONES[answer] : 'due'}>
        {t(answer ? `agreements.opinion.${answer}` : 'agreements.opinion.open')}
      </StateChip>
      {reason && <span lang={languageOf(reason)}>{reason}</span>}
    </p>
  );
}
