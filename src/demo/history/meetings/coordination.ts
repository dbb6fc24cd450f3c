import { putOnAgenda } from '#modules/meetings/commands/agenda/put-on-agenda.ts';
import { constituteBody } from '#modules/meetings/commands/bodies/constitute-body.ts';
import { moveMeeting } from '#modules/meetings/commands/life/move-meeting.ts';
import { planMeeting } from '#modules/meetings/commands/life/plan-meeting.ts';
import { meetingById } from '#modules/meetings/store/meetings.ts';
import { demoId } from '../../neighborhood/ids.ts';
import type { OrgKey } from '../../neighborhood/organisations.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';
import { type Stage, when } from '../step.ts';

const BODY = demoId('body/coordination');
const MEETING = demoId('meeting/coordination-2026-11-20');

/** What is coordinated while the lift of Luban Apartments is replaced; who leads what. */
const ITEMS: readonly {
  readonly title: string;
  readonly question: string;
  readonly facts: string;
  readonly lead: OrgKey | null;
}[] = [
  {
    title: '电梯更换期间高层老人上下楼',
    question: '谁来背、谁来送，哪天排好？',
    facts: '停梯：20 天\n高层老人：11 位',
    lead: 'propertyLb',
  },
  { title: '电梯维修资金还差多少', question: '房管办能补哪一块？', facts: '', lead: 'housingOffice' },
  { title: '底楼空房改成老人歇脚处', question: '能不能改，谁说了算？', facts: '', lead: null },
];

/** A coordination meeting (协调会) of the residents' committee that begins in half an hour: it can be opened at once. */
export function coordination({ demo, steps }: Stage): void {
  const seats: readonly PostKey[] = ['RC-HEAD', 'GB-SEC', 'PC-LB-MGR', 'HO-HEAD', 'POLICE'];
  const step = (key: string, at: string, post: PostKey, run: (typeof steps)[number]['run']) =>
    steps.push({ key: `coordination/${key}`, at: when(at), actor: demo.actorInPost(post), run });
  step('body', '2026-03-24 10:00', 'RC-HEAD', (tx) =>
    constituteBody(tx, {
      id: BODY,
      kind: 'COORDINATION',
      nameZh: '协调会',
      nameEn: 'Coordination meeting',
      parentBodyId: null,
      constitutedOn: '2026-03-24',
      seats: seats.map((post) => ({ postId: demo.post(post), alternatePostIds: [] })),
    }),
  );
  step('planned', '2026-11-10 09:00', 'RC-HEAD', (tx) =>
    planMeeting(tx, {
      id: MEETING,
      bodyId: BODY,
      startsAt: '2026-11-20T10:30',
      minutes: 60,
      place: '鲁班公寓门厅旁会议室',
      secretaryPostId: demo.post('RC-DESK-1'),
      isAdHoc: false,
      adHocReason: '',
    }),
  );
  const move = (name: 'open-agenda' | 'fix-agenda' | 'send-notice', at: string) =>
    step(name, at, 'RC-HEAD', async (tx) =>
      moveMeeting(tx, {
        meetingId: MEETING,
        version: (await meetingById(tx, MEETING))?.version ?? 0,
        step: name,
      }),
    );
  move('open-agenda', '2026-11-10 09:10');
  for (const [at, { title, question, facts, lead }] of ITEMS.entries())
    step(`item/${at}`, `2026-11-11 09:1${at}`, 'RC-DESK-1', (tx) =>
      putOnAgenda(
        tx,
        {
          meetingId: MEETING,
          id: demoId(`coordination/item/${at}`),
          source: 'CHAIR',
          sourceId: null,
          title,
          question,
          background: '',
          minutes: 15,
          facts,
          leadOrgId: lead && demo.orgs[lead],
          guests: '',
          lateReason: '',
        },
        [],
      ),
    );
  move('fix-agenda', '2026-11-13 16:00');
  move('send-notice', '2026-11-16 10:00');
}
