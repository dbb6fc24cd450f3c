import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import type { Result } from '#kernel/result.ts';
import { refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { decideRetention } from '../../commands/decide-retention.ts';
import { liftHold } from '../../commands/lift-hold.ts';
import { listPast } from '../../commands/list-past.ts';
import { setHold } from '../../commands/set-hold.ts';
import { setPeriod } from '../../commands/set-period.ts';
import { holdForm, periodForm } from '../../forms/requests.ts';
import { mayLookAfterData } from '../../permissions.ts';
import { holdSubject } from '../../queries/hold-subject.ts';
import { retentionDesk } from '../../queries/retention-desk.ts';
import { RUN_KINDS } from '../../rules/retention-kinds.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!mayLookAfterData(page.actor, 'see-retention').ok) throw forbidden();
  const desk = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const plans = [];
      for (const kind of RUN_KINDS) plans.push((await listPast(tx, kind))!);
      return { plans, ...(await retentionDesk(tx)) };
    },
    { now: page.now },
  );
  return { ...desk, mayDecide: mayLookAfterData(page.actor, 'decide-retention').ok };
}

/** `do`: run a kind, set or lift a hold, set a period. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const result = await runCommand(page.services.database, page.actor, (tx) => asked(tx, form), {
    now: page.now,
  });
  return result.ok ? seeOther('/desk/privacy/retention') : formAgain(result.refusal, form);
}

async function asked(tx: Tx, form: FormData): Promise<Result<unknown>> {
  switch (textOf(form, 'do')) {
    case 'run':
      return decideRetention(tx, { kind: textOf(form, 'kind'), listed: Number(textOf(form, 'listed')) });
    case 'lift':
      return liftHold(tx, { holdId: textOf(form, 'hold') });
    case 'period': {
      const read = periodForm.safeParse(typedValues(form));
      return read.success ? setPeriod(tx, read.data) : refuse('privacy.say-what', { field: 'months' });
    }
    case 'hold': {
      const subject = await holdSubject(tx, textOf(form, 'subject'));
      if (!subject) return refuse('privacy.hold-needs-subject', { field: 'subject' });
      const read = holdForm.safeParse({ ...typedValues(form), ...subject });
      if (read.success) return setHold(tx, read.data);
      return refuse('privacy.say-what', { field: String(read.error.issues[0]?.path[0] ?? 'reason') });
    }
    default:
      return refuse('privacy.say-what');
  }
}
