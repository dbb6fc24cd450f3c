import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { ok, type Refusal, type Result, refuse } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { type Drafted, draftWorksNotice, previewWorksNotice } from '../commands/draft-works-notice.ts';
import { NOTICE_KINDS, type NoticeView } from '../contract.ts';
import { shanghaiMoment } from '../forms/moments.ts';
import { type DraftNotice, draftForm } from '../forms/publish.ts';
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
  const parsed = draftForm.safeParse(raw);
  if (!parsed.success) {
    const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')));
    return again([...fields].map((field) => ({ code: 'notices.check-field', field })));
  }
  if (textOf(form, 'intent') !== 'publish') {
    const seen = await preview(page, parsed.data);
    return seen.ok ? again([], seen.value) : again([seen.refusal]);
  }
  const key = textOf(form, 'requestKey');
  const result = await runCommand<Drafted>(
    page.services.database,
    page.actor,
    (tx) => draftWorksNotice(tx, parsed.data),
    { command: 'notices.draft', requestKey: isUuid(key) ? key : null },
  );
  if (!result.ok) return again([result.refusal]);
  const { number, pieceId } = result.value;
  return seeOther(number ? `/desk/notices?done=${number}` : `/desk/redaction/${pieceId}`);
}

/** Everything is checked by doing it; then it is taken back, for a second look. */
async function preview(page: Page, input: DraftNotice): Promise<Result<NoticeView>> {
  let seen: NoticeView | null = null;
  const tried = await page.services.database.inTransaction(page.actor, async (tx) => {
    const made = await previewWorksNotice(tx, input);
    if (made.ok) seen = await noticeDetail(tx, made.value.number);
    return made.ok ? refuse('notices.only-a-preview') : made;
  });
  return seen ? ok<NoticeView>(seen) : tried;
}
