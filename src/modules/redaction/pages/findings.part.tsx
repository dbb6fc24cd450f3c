import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import type { SettledFinding } from '../contract.ts';
import { fieldWords } from './field-words.part.tsx';
import type { loader } from './piece.page.server.ts';
import css from './redaction.module.css';

const keyOf = (one: SettledFinding) => `${one.field}/${one.kind}/${one.found}`;

/** One by one: what was found, and the way to say that it is none. The other way is to change the text. */
export function Findings({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { piece } = useLoaderData<typeof loader>();
  const once = new Map(piece.findings.map((one) => [keyOf(one), one]));
  return (
    <Card title={t('redaction.findings', { n: once.size })}>
      <ul className={css.findings}>
        {[...once.values()].map((one, i) => (
          <li key={keyOf(one)}>
            <p>
              <strong>{t(`redaction.kind.${one.kind}`)}</strong> <bdi>{one.found}</bdi>{' '}
              <span className="quiet">{fieldWords(t, one.field)}</span>
            </p>
            {one.dismissed && (
              <p className="quiet">
                {t('redaction.dismissed', {
                  who: piece.dismissedBy.get(one.dismissed.personId) ?? '',
                  reason: one.dismissed.reason,
                })}
              </p>
            )}
            {!one.dismissed && piece.mayNow.includes('dismiss') && (
              <Dismiss finding={one} n={i + 1} again={again} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Dismiss({
  finding,
  n,
  again,
}: {
  finding: SettledFinding;
  n: number;
  again: FormAgain | undefined;
}) {
  const { t } = usePage();
  const typed = again?.values.found === finding.found ? again.values.reason : '';
  return (
    <form method="post" className={css.dismiss}>
      <input type="hidden" name="field" value={finding.field} />
      <input type="hidden" name="kind" value={finding.kind} />
      <input type="hidden" name="found" value={finding.found} />
      <label htmlFor={`why-${n}`}>{t('redaction.why-none')}</label>
      <input id={`why-${n}`} name="reason" required minLength={2} maxLength={200} defaultValue={typed} />
      <Button name="intent" value="dismiss">
        {t('redaction.dismiss')}
      </Button>
    </form>
  );
}
