import { mattersOfEscalations } from '#modules/escalations/facade.server.ts';
import { matterCodes } from '#modules/matters/facade.server.ts';
import { meetingHeads } from '#modules/meetings/facade.server.ts';
import { type NoticeHead, noticeHeads } from '#modules/notices/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { actionHeads, resolutionCodes } from '#modules/resolutions/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SubjectPage } from '../contract.ts';
import { pageOfMessage } from '../rules/who-is-told.ts';

/** What a sentence needs to be made, in whichever language it is read. */
export type News = {
  /** Words under `notifications.news.<message>`. */
  readonly message: string;
  /** What people call it: `ZJ-2611-0042`, `R-2026-09/1`, a notice's title. */
  readonly name: string;
  readonly body: TwoNames | null;
  /** A meeting's beginning. */
  readonly startsAt: Date | null;
  /** `2026-04-20`; of an action. */
  readonly dueOn: string | null;
  /** The page it leads to. */
  readonly to: string;
};

type Told = { readonly message: string; readonly subject_id: string };

const BARE = { body: null, startsAt: null, dueOn: null };

/** What each row tells, as things are called now; null where the subject is gone. */
export async function newsOf(tx: Tx, rows: readonly Told[]): Promise<(News | null)[]> {
  const ids = (pages: readonly SubjectPage[]) => [
    ...new Set(rows.filter((row) => pages.includes(pageOfMessage(row.message))).map((row) => row.subject_id)),
  ];
  const climbing = await mattersOfEscalations(tx, ids(['ESCALATION']));
  const matters = await matterCodes(tx, [...ids(['OWN_MATTER', 'DESK_MATTER']), ...climbing.values()]);
  const actions = await actionHeads(tx, ids(['ACTION']));
  const resolutions = await resolutionCodes(tx, ids(['RESOLUTION']));
  const meetings = await meetingHeads(tx, ids(['MEETING', 'MINUTES']));
  const notices = await noticeHeads(tx, ids(['NOTICE']));
  const plain = (code: string | undefined, path: string) =>
    code ? { ...BARE, name: code, to: `${path}/${code}` } : null;
  const action = (id: string) => {
    const head = actions.get(id);
    return (
      head && { ...BARE, name: `${head.code}/${head.number}`, dueOn: head.dueOn, to: `/desk/actions/${id}` }
    );
  };
  const meeting = (id: string, isPublic: boolean) => {
    const head = meetings.get(id);
    if (!head) return null;
    const { body, startsAt, code } = head;
    return {
      ...BARE,
      name: code,
      body,
      startsAt,
      to: isPublic ? `/meetings/${code}` : `/desk/meetings/${id}`,
    };
  };
  const climb = (id: string) => {
    const code = matters.get(climbing.get(id) ?? '');
    return code ? { ...BARE, name: code, to: `/desk/escalations/${id}` } : null;
  };
  const find = (page: SubjectPage, id: string): Omit<News, 'message'> | null | undefined => {
    switch (page) {
      case 'OWN_MATTER':
        return plain(matters.get(id), '/m');
      case 'DESK_MATTER':
        return plain(matters.get(id), '/desk/matters');
      case 'ACTION':
        return action(id);
      case 'RESOLUTION':
        return plain(resolutions.get(id), '/actions');
      case 'MEETING':
      case 'MINUTES':
        return meeting(id, page === 'MINUTES');
      case 'NOTICE':
        return noticeNews(notices.get(id));
      case 'ESCALATION':
        return climb(id);
    }
  };
  return rows.map(({ message, subject_id }) => {
    const found = find(pageOfMessage(message), subject_id);
    return found ? { message, ...found } : null;
  });
}

function noticeNews(head: NoticeHead | undefined) {
  return head && { ...BARE, name: head.title, to: `/notices/${head.number}` };
}
