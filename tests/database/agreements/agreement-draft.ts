import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { draftAgreement } from '#modules/agreements/commands/agreement/draft-agreement.ts';
import { draftParty } from '#modules/agreements/commands/agreement/draft-party.ts';
import { moveAgreement } from '#modules/agreements/commands/agreement/move-agreement.ts';
import { noteForum } from '#modules/agreements/commands/agreement/note-forum.ts';
import { signAgreement } from '#modules/agreements/commands/agreement/sign-agreement.ts';
import { draftCommitment } from '#modules/agreements/commands/commitments/draft-commitment.ts';
import { FORUM_KINDS } from '#modules/agreements/contract/forums.ts';
import type { DraftAgreement, MoveAgreement } from '#modules/agreements/forms/agreement.ts';
import type { NoteForum } from '#modules/agreements/forms/forums.ts';
import { does, good, type SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

export const at = (day: string) => new Date(`${day}T02:00:00Z`);

const TEXT = {
  aims: '一起把小区的事办好，各尽其责。',
  meetingRules: '按议事规则办。',
  disclosure: '协议全文和承诺在网上公开。',
  statement: '本协议不代替物业服务合同，也不代替业主共同决定。',
  startsOn: '2026-01-08',
  endsOn: '2027-01-07',
  exitDays: 30,
};
const PART = { goals: '修得快', duties: '按时联系', requirements: '及时派单', interests: '少跑空趟' };
const LAMPS = { promise: '每季度检查一次楼道灯', measure: '检查记录齐全，坏灯三天内换好' };

/** A neighborhood on its way to an agreement. */
export function agreeing(t: TestDatabase, n: SmallNeighborhood) {
  const draft = (more: Partial<DraftAgreement> = {}, actor: Actor = n.as.GB, day = '2025-12-29') =>
    does(
      t,
      actor,
      (tx) =>
        draftAgreement(tx, { ...TEXT, id: randomUUID(), version: 0, label: 'v1', followsId: null, ...more }),
      at(day),
    );
  const party = (agreementId: string, version: number, organisationId: string, day = '2025-12-29') =>
    does(
      t,
      n.as.GB,
      (tx) => draftParty(tx, { ...PART, step: 'keep-party', agreementId, version, organisationId }),
      at(day),
    );
  const commitment = promising(t, n);
  const { forum, heard } = hearing(t, n);
  const move = (input: MoveAgreement, day: string, actor: Actor = n.as.GB) =>
    does(t, actor, (tx) => moveAgreement(tx, input), at(day));
  const sign = async (
    id: string,
    actor: Actor,
    { day = '2026-01-08', reservation = '', seal = '' } = {},
  ): Promise<Result<void>> => {
    const shown = seal || (await kept(t).sealed(id));
    return does(t, actor, (tx) => signAgreement(tx, { id, sealed: shown, reservation }), at(day));
  };
  /** The parties general branch, company and owners' committee, a commitment of the company; open for signing. */
  const opened = async (): Promise<string> => {
    const { id } = good(await draft());
    let version = 1;
    for (const org of [n.org.GB, n.org.PC, n.org.OC]) good(await party(id, version++, org));
    good(await commitment(id, version++, n.as.PC));
    good(
      await move({ id, version: version++, step: 'consult-agreement', until: '2026-01-07' }, '2025-12-30'),
    );
    await heard(id);
    const explanation = '两条意见都写进去了。三个座谈会都没有不同意见。';
    good(await move({ id, version, step: 'open-signing', explanation }, '2026-01-08'));
    return id;
  };
  return { draft, party, commitment, forum, heard, move, sign, opened, ...kept(t) };
}

function promising(t: TestDatabase, n: SmallNeighborhood) {
  return (agreementId: string, version: number, owner: Actor, more = {}) =>
    does(
      t,
      n.as.GB,
      (tx) =>
        draftCommitment(tx, {
          ...LAMPS,
          step: 'keep-commitment',
          agreementId,
          version,
          organisationId: owner.post!.orgId,
          postId: owner.post!.postId,
          period: 'QUARTER',
          dueOn: null,
          measuredBy: null,
          enoughPercent: null,
          ...more,
        }),
      at('2025-12-29'),
    );
}

/** The forums before signing. */
function hearing(t: TestDatabase, n: SmallNeighborhood) {
  const forum = (input: NoteForum, day = '2026-01-05', actor: Actor = n.as.GB) =>
    does(t, actor, (tx) => noteForum(tx, input), at(day));
  /** All four forums were held, and nobody had anything to say. */
  const heard = async (agreementId: string, day = '2026-01-05') => {
    for (const kind of FORUM_KINDS)
      good(
        await forum({ step: 'note-forum', agreementId, kind, heldOn: day, attended: 12, whyNot: null }, day),
      );
  };
  return { forum, heard };
}

/** What is kept of agreements, read behind the wall. */
function kept(t: TestDatabase) {
  const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
    (await t.ownerPool.query(sql, values)).rows;
  const state = async (id: string) =>
    (await rows('select state from agreements.agreement where id = $1', id))[0]!.state;
  const version = async (id: string) =>
    (await rows('select version from agreements.agreement where id = $1', id))[0]!.version as number;
  const sealed = async (id: string) =>
    (await rows('select sealed from agreements.agreement where id = $1', id))[0]?.sealed as string;
  const times = (commitmentOf: string) =>
    rows(
      `select i.id, i.from_day::text as from, i.due_on::text as due, i.state, i.version
         from agreements.commitment_instance i join agreements.commitment c on c.id = i.commitment_id
        where c.organisation_id = $1 order by i.due_on`,
      commitmentOf,
    );
  return { rows, state, version, sealed, times };
}
