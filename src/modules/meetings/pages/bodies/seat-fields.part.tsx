import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { SelectField } from '#web/ui/form/field.tsx';
import type { SeatView } from '../../queries/body-seats.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import type { loader } from './bodies.page.server.ts';

type Props = { readonly seats: readonly SeatView[]; readonly withAlternates: boolean };

/** Which posts have a seat: heads of organisations on top, each with who comes instead. */
export function SeatFields({ seats, withAlternates }: Props) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { choices } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const seated = new Map(seats.map((seat) => [seat.post.id, seat]));
  const bodyIds = new Set(seats.map((seat) => seat.bodyId));
  // What was ticked and refused is ticked again; the form of another body keeps its own.
  const retyped = again && bodyIds.has(again.values.bodyId ?? '') ? again : undefined;
  const shown = choices.map((org) => ({
    org,
    posts: org.posts.filter((post) => post.isHead || !withAlternates || seated.has(post.id)),
  }));
  return (
    <fieldset>
      <legend>{t('meetings.form.seats')}</legend>
      <p className="quiet">{t('meetings.form.seats-hint')}</p>
      {shown.flatMap(({ org, posts }) =>
        posts.map((post) => (
          <div key={post.id} className={css.seat}>
            <Check
              name="seat"
              value={post.id}
              label={`${nameOf(org)} · ${nameOf(post)}`}
              checked={seated.has(post.id)}
            />
            {withAlternates && org.posts.length > 1 && (
              <SelectField
                name={`alternate-${post.id}`}
                label={t('meetings.form.alternate')}
                options={org.posts
                  .filter((one) => one.id !== post.id)
                  .map((one) => ({ value: one.id, label: nameOf(one) }))}
                empty={t('meetings.form.nobody')}
                value={seated.get(post.id)?.alternates[0]?.id ?? ''}
                optional
                again={retyped}
              />
            )}
          </div>
        )),
      )}
    </fieldset>
  );
}
