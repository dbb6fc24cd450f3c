import { dateKey } from '#kernel/work-calendar.ts';
import { overdueCommitments, rulesInForce } from '#modules/agreements/facade.server.ts';
import type { Trigger } from '#modules/escalations/contract.ts';
import { agendaCandidates, mattersTakenUp } from '#modules/escalations/facade.server.ts';
import { mattersForAgenda } from '#modules/matters/facade.server.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import { actionsSince } from '#modules/resolutions/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { BodyKind } from '../contract/bodies.ts';
import type { BriefFact, Candidate, CandidateCause, ItemState } from '../contract/meetings.ts';
import { openLeftOvers, takenSources } from '../store/agenda.ts';
import { type BodyRow, bodyById } from '../store/bodies.ts';
import { concludedSources } from '../store/concluded.ts';
import { openTopics } from '../store/topics.ts';

/**
 * What the next agenda of a body should hold, nobody having typed it: what was put off or not reached, what
 * organisations ask for, matters that climbed, overdue actions, missed commitments. What stands on a coming agenda is
 * not offered again, nor a matter or commitment a meeting has decided on: that is followed by its actions.
 *
 * @source seed S14, S30; domain brief §3.7 (agenda sources)
 */
export async function candidates(tx: Tx, bodyId: string): Promise<Candidate[]> {
  const body = await bodyById(tx, bodyId);
  if (!body) return [];
  const found = [...(await leftOvers(tx, body)), ...(await topics(tx, bodyId))];
  found.push(...(await escalations(tx, body.kind)));
  if (body.kind === 'JOINT_MEETING') {
    found.push(...(await matters(tx)), ...(await actions(tx)), ...(await commitments(tx)));
  }
  const settled = await concludedSources(tx, ['MATTER', 'COMMITMENT', 'TOPIC']);
  const taken = new Set(
    [...(await takenSources(tx)), ...settled].map((one) => `${one.source} ${one.source_id}`),
  );
  return found.filter((one) => !taken.has(`${one.source} ${one.sourceId}`));
}

const LEFT: Readonly<Partial<Record<ItemState, CandidateCause>>> = {
  DEFERRED: 'DEFERRED',
  NOT_REACHED: 'NOT_REACHED',
};

async function leftOvers(tx: Tx, body: BodyRow): Promise<Candidate[]> {
  return (await openLeftOvers(tx, body))
    .filter((item) => item.source !== 'EARLIER_DECISIONS')
    .map((item) => ({
      source: 'LEFT_OVER',
      sourceId: item.id,
      cause: LEFT[item.state] ?? 'HANDED_ON',
      title: item.title,
      question: item.question,
      background: item.outcome_text ?? item.background,
      options: item.options,
      facts: [...item.facts, ...(item.reason ? [fact('PUT_OFF', item.reason)] : [])],
      leadOrgId: item.lead_org_id,
      to: null,
    }));
}

async function topics(tx: Tx, bodyId: string): Promise<Candidate[]> {
  const rows = await openTopics(tx, bodyId);
  const orgs = await organisationsByIds(
    tx,
    rows.map((row) => row.org_id),
  );
  return rows.map((row) => ({
    source: 'TOPIC',
    sourceId: row.id,
    cause: 'ASKED',
    title: row.title,
    question: row.question,
    background: row.background,
    facts: [fact('ASKED_BY', orgs.get(row.org_id)?.nameZh ?? '')],
    leadOrgId: null,
    to: null,
    version: row.version,
  }));
}

/** Where what climbed is heard: a joint meeting, also called ad hoc, or a coordination meeting. */
const HEARD_IN: Readonly<Partial<Record<BodyKind, string>>> = {
  JOINT_MEETING: 'JOINT',
  COORDINATION: 'COORDINATION',
};

const CAUSES: Readonly<Partial<Record<Trigger, CandidateCause>>> = {
  HELP_ASKED: 'HELP',
  CHRONIC: 'CHRONIC',
  ENDORSED: 'ENDORSED',
  OVERDUE_RED: 'OVERDUE',
};

async function escalations(tx: Tx, kind: BodyKind): Promise<Candidate[]> {
  return (await agendaCandidates(tx))
    .filter(({ forum, meetingId }) => meetingId === null && forum === HEARD_IN[kind])
    .map(({ id, triggers, background, matter }) => ({
      source: 'ESCALATION',
      sourceId: id,
      cause: (triggers[0] && CAUSES[triggers[0]]) ?? 'ESCALATED',
      title: matter.title.slice(0, 60),
      question: '',
      background: [`${matter.code} · ${matter.place.estate.nameZh}`, background].filter(Boolean).join('\n'),
      facts: figures(matter),
      leadOrgId: matter.leadOrgId,
      to: `/desk/escalations/${id}`,
    }));
}

/** The figures of a matter's brief. */
function figures(matter: {
  readonly submittedAt: Date;
  readonly households: number;
  readonly merged: number;
  readonly redone: number;
  readonly returned: number;
  readonly dueAt: Date | null;
}): BriefFact[] {
  return [
    fact('REPORTED_ON', dateKey(matter.submittedAt)),
    ...(matter.households > 1 ? [fact('HOUSEHOLDS', String(matter.households))] : []),
    ...(matter.merged > 0 ? [fact('MERGED', String(matter.merged + 1))] : []),
    ...(matter.redone > 0 ? [fact('REDONE', String(matter.redone))] : []),
    ...(matter.returned > 0 ? [fact('RETURNED', String(matter.returned))] : []),
    ...(matter.dueAt ? [fact('DUE_ON', dateKey(matter.dueAt))] : []),
  ];
}

async function matters(tx: Tx): Promise<Candidate[]> {
  const rules = await rulesInForce(tx, dateKey(tx.now));
  if (!rules) return [];
  const takenUp = await mattersTakenUp(tx);
  const found = await mattersForAgenda(tx, rules.numbers.endorsementHouseholds);
  return found
    .filter(({ id }) => !takenUp.has(id))
    .map((matter) => ({
      source: 'MATTER',
      sourceId: matter.id,
      cause: matter.cause,
      title: matter.title.slice(0, 60),
      question: '',
      background: `${matter.code} · ${matter.place.estate.nameZh}`,
      facts: figures(matter),
      leadOrgId: matter.leadOrgId,
      to: `/desk/matters/${matter.code}`,
    }));
}

async function actions(tx: Tx): Promise<Candidate[]> {
  return (await actionsSince(tx, dateKey(tx.now)))
    .filter(({ light, state }) => (light === 'ORANGE' || light === 'RED') && state !== 'STRUCK_OFF')
    .map((action) => ({
      source: 'ACTION',
      sourceId: action.id,
      cause: 'OVERDUE',
      title: action.task.slice(0, 60),
      question: '',
      background: `${action.code} · ${action.meeting}`,
      facts: [fact('DUE_ON', action.dueOn), fact('LED_BY', action.lead.nameZh)],
      leadOrgId: action.lead.id,
      to: `/desk/actions/${action.id}`,
    }));
}

async function commitments(tx: Tx): Promise<Candidate[]> {
  const missed = await overdueCommitments(tx);
  const orgs = await organisationsByIds(
    tx,
    missed.map((one) => one.orgId),
  );
  return missed.map((one) => ({
    source: 'COMMITMENT',
    sourceId: one.id,
    cause: 'OVERDUE',
    title: one.promise.slice(0, 60),
    question: '',
    background: one.measure,
    facts: [fact('DUE_ON', one.dueOn), fact('LED_BY', orgs.get(one.orgId)?.nameZh ?? '')],
    leadOrgId: one.orgId,
    to: '/desk/commitments',
  }));
}

function fact(key: BriefFact['key'], value: string): BriefFact {
  return { key, value };
}
