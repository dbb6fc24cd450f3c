import { addDays } from '#kernel/work-calendar.ts';
import { draftAgreement } from '#modules/agreements/commands/agreement/draft-agreement.ts';
import { draftParty } from '#modules/agreements/commands/agreement/draft-party.ts';
import { moveAgreement } from '#modules/agreements/commands/agreement/move-agreement.ts';
import { nameResponsible } from '#modules/agreements/commands/agreement/name-responsible.ts';
import { signAgreement } from '#modules/agreements/commands/agreement/sign-agreement.ts';
import { draftCommitment } from '#modules/agreements/commands/commitments/draft-commitment.ts';
import { evidenceCommitment } from '#modules/agreements/commands/commitments/evidence-commitment.ts';
import { judgeCommitment } from '#modules/agreements/commands/commitments/judge-commitment.ts';
import type { CommitmentPeriod } from '#modules/agreements/contract/commitments.ts';
import { agreementFile } from '#modules/agreements/queries/agreement/agreements.ts';
import { dutiesOf } from '#modules/agreements/rules/agreement/duties.ts';
import { timesDue } from '#modules/agreements/rules/commitments/instances.ts';
import type { Tx } from '#platform/db/database.ts';
import { demoId } from '../../neighborhood/ids.ts';
import { jitter, later, type Stage, when } from '../step.ts';
import { DEMO_AGREEMENT, DEMO_PARTIES, type DemoParty } from './agreement-text.ts';
import { DEMO_EXPLANATION, FORUMS, forumsBefore } from './forums.ts';
import { nextAgreement } from './next-agreement.ts';

const ID = demoId('agreement/v1');

/** The agreement of 8 January: drafted, put before everybody, signed by eleven, and kept for a year (brief §6.2). */
export function coBuildingAgreement(stage: Stage): void {
  const { demo, steps } = stage;
  const secretary = demo.actorInPost('GB-SEC');
  let version = 0;
  let at = when('2025-12-29 09:00');
  const write = (
    key: string,
    run: (tx: Tx, version: number) => ReturnType<Stage['steps'][number]['run']>,
  ) => {
    const written = version;
    at = later(at, 3);
    steps.push({ key: `agreement/v1/${key}`, at, actor: secretary, run: (tx) => run(tx, written) });
    version += 1;
  };
  write('drafted', (tx, written) =>
    draftAgreement(tx, { ...DEMO_AGREEMENT, id: ID, version: written, followsId: null }),
  );
  for (const { org, post, goals, duties, requirements, interests, commitments } of DEMO_PARTIES) {
    const organisationId = demo.orgs[org];
    const part = { goals, duties, requirements, interests, organisationId };
    write(`party/${org}`, (tx, written) =>
      draftParty(tx, { ...part, step: 'keep-party', agreementId: ID, version: written }),
    );
    for (const [i, [promise, measure, often, , counted]] of commitments.entries())
      write(`commitment/${org}/${i}`, (tx, written) =>
        draftCommitment(tx, {
          step: 'keep-commitment',
          agreementId: ID,
          version: written,
          organisationId,
          postId: demo.post(post),
          promise,
          measure,
          ...whenOf(often),
          measuredBy: counted?.measuredBy ?? null,
          enoughPercent: counted?.enoughPercent ?? null,
        }),
      );
  }
  write('consulted', (tx, written) =>
    moveAgreement(tx, { id: ID, version: written, step: 'consult-agreement', until: '2026-01-07' }),
  );
  forumsBefore(stage, ID, 'v1', FORUMS);
  at = when('2026-01-08 19:00');
  write('signing', (tx, written) =>
    moveAgreement(tx, { id: ID, version: written, step: 'open-signing', explanation: DEMO_EXPLANATION }),
  );
  for (const [i, party] of DEMO_PARTIES.entries()) signed(stage, party, later(at, 5 + 2 * i));
  for (const party of DEMO_PARTIES) {
    named(stage, party);
    kept(stage, party);
  }
  nextAgreement(stage, ID);
}

function whenOf(often: CommitmentPeriod | string): { period: CommitmentPeriod | null; dueOn: string | null } {
  return often.includes('-')
    ? { period: null, dueOn: often }
    : { period: often as CommitmentPeriod, dueOn: null };
}

function signed({ demo, steps }: Stage, { org, post, reservation = '' }: DemoParty, at: Date): void {
  steps.push({
    key: `agreement/v1/signed/${org}`,
    at,
    actor: demo.actorInPost(post),
    run: async (tx) => {
      const sealed = (await agreementFile(tx, ID))?.sealed ?? '';
      return signAgreement(tx, { id: ID, sealed, reservation });
    },
  });
}

/** The head names a post for each duty the week after; one was forgotten and stands in red. */
const UNNAMED = 'propertyLb/3';

function named({ demo, steps }: Stage, { org, post, duties }: DemoParty): void {
  for (const { line } of dutiesOf(duties)) {
    if (`${org}/${line}` === UNNAMED) continue;
    steps.push({
      key: `agreement/v1/named/${org}/${line}`,
      at: later(when('2026-01-14 10:00'), jitter(`${org}/${line}`, 300)),
      actor: demo.actorInPost(post),
      run: (tx) => nameResponsible(tx, { agreementId: ID, line, postId: demo.post(post) }),
    });
  }
}

/** One time of one commitment, as it stands when the step comes to it. */
async function timeOf(tx: Tx, orgId: string, promise: string, dueOn: string) {
  const party = (await agreementFile(tx, ID))?.parties.find((one) => one.orgId === orgId);
  const commitment = party?.commitments.find((one) => one.promise === promise);
  const time = commitment?.instances.find((one) => one.dueOn === dueOn);
  if (!time) throw new Error(`the demo has no ${promise} due on ${dueOn}`);
  return { instanceId: time.id, version: time.version };
}

/** What the year brought: shown in time and confirmed, but for one that was missed, one late, one sent back. */
const MISSED = 'ownersCs/1/2026-06-30';
const LATE = 'propertyLb/0/2026-03-31';
const SENT_BACK = 'propertyZj/0/2026-06-30';
const LAST_DUE = '2026-10-31';

function kept(stage: Stage, party: DemoParty): void {
  const orgId = stage.demo.orgs[party.org];
  const judge = stage.demo.actorInPost(party.org === 'residentsCommittee' ? 'GB-DEP' : 'RC-DESK-1');
  const doer = stage.demo.actorInPost(party.post);
  for (const [i, [promise, , often, shown, counted]] of party.commitments.entries())
    for (const { dueOn } of timesDue(whenOf(often), DEMO_AGREEMENT.startsOn, DEMO_AGREEMENT.endsOn)) {
      const name = `${party.org}/${i}/${dueOn}`;
      if (counted || dueOn > LAST_DUE || name === MISSED) continue;
      const key = `agreement/v1/kept/${name}`;
      const day = addDays(dueOn, name === LATE ? 6 : -3 - jitter(name, 9));
      const at = later(when(`${day} 10:00`), jitter(name, 300));
      const show = (suffix: string, moment: Date, evidence: string) =>
        stage.steps.push({
          key: `${key}/${suffix}`,
          at: moment,
          actor: doer,
          run: async (tx) =>
            evidenceCommitment(tx, { ...(await timeOf(tx, orgId, promise, dueOn)), evidence }),
        });
      const say = (suffix: string, moment: Date, verdict: 'CONFIRM' | 'SEND_BACK', note: string) =>
        stage.steps.push({
          key: `${key}/${suffix}`,
          at: moment,
          actor: judge,
          run: async (tx) =>
            judgeCommitment(tx, { ...(await timeOf(tx, orgId, promise, dueOn)), verdict, note }),
        });
      show('shown', at, shown);
      if (name === SENT_BACK) {
        say('sent-back', later(at, 1440), 'SEND_BACK', '缺 3 个门的检查记录，请补上。');
        show('shown-again', later(at, 2 * 1440), `${shown}3 个门的记录已补。`);
      }
      say('confirmed', later(at, 3 * 1440), 'CONFIRM', '');
    }
}
