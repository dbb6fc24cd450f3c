import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publishWorksNotice } from '../commands/publish-works-notice.ts';
import { supersedeWorksNotice } from '../commands/supersede-works-notice.ts';
import { NOTICE_KINDS, type NoticeView } from '../contract.ts';
import { supersedeForm } from '../forms/publish.ts';
import { publishes } from '../permissions.ts';
import { liveNotices } from '../queries/live-notices.ts';
import { noticeDetail } from '../queries/notice-detail.ts';
import { publishingChoices } from '../queries/publishing-choices.ts';

/** Notices in force and the form for a new one, or for one in the place of `?replace=<number>`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!publishes(page.actor)) throw forbidden();
  const number = new URL(request.url).searchParams.get('replace');
  return page.services.database.inTransaction(page.actor, async (tx) => {
    const replaces = number ? await noticeDetail(tx, number) : null;
    return {
      live: await liveNotices(tx),
      choices: await publishingChoices(tx),
      kinds: NOTICE_KINDS,
      replaces: replaces?.state === 'LIVE' ? replaces : null,
      requestKey: page.newRequestKey(),
    };
  });
}

/** What the form is shown again with; `preview` when everything is in order and waits for a second look. */
export type PublishAgain = {
  readonly refusals: readonly Refusal[];
  readonly values: Readonly<Record<string, string>>;
  readonly preview: NoticeView | null;
};

export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const values = { ...typedValues(form), buildingIds: form.getAll('buildingIds').join(' ') };
  const again = (refusals: readonly Refusal[], preview: NoticeView | null = null) =>
    data<PublishAgain>({ refusals, values, preview }, { status: refusals.length > 0 ? 422 : 200 });
  const raw: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
    buildingIds: form.getAll('buildingIds'),
    startsAt: shanghaiMoment(textOf(form, 'startsAt')),
    endsAt: shanghaiMoment(textOf(form, 'endsAt')),
  };
  const replacing = textOf(form, 'replacesId') !== '';
  const whole = {
    ...raw,
    reason: replacing ? raw.reason : 'new',
    replacesId: replacing ? raw.replacesId : NOTHING,
  };
  const parsed = supersedeForm.safeParse(whole);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')));
    return again([...fields].map((field) => ({ code: 'notices.check-field', field })));
  }
  const isPreview = textOf(form, 'intent') !== 'publish';
  const key = textOf(form, 'requestKey');
  let seen: NoticeView | null = null;
  const result = await runCommand(
    page.services.database,
    page.actor,
    async (tx) => {
      const made = replacing
        ? await supersedeWorksNotice(tx, parsed.data)
        : await publishWorksNotice(tx, parsed.data);
      if (!made.ok || !isPreview) return made;
      // Everything is checked by doing it; then it is taken back, for a second look.
      seen = await noticeDetail(tx, made.value.number);
      return { ok: false as const, refusal: { code: 'notices.only-a-preview' } };
    },
    { command: 'notices.publish', requestKey: !isPreview && isUuid(key) ? key : null },
  );
  if (result.ok) return seeOther(`/desk/notices?done=${result.value.number}`);
  return seen ? again([], seen) : again([result.refusal]);
}

/** A new notice replaces none. */
const NOTHING = '00000000-0000-0000-0000-000000000000';

function shanghaiMoment(typed: string): string {
  return /^[\d-]{10}T[\d:]{5}$/.test(typed) ? `${typed}:00+08:00` : typed;
}
