import type { OrgKind } from '#kernel/actor.ts';
import { isUuid } from '#kernel/ids.ts';
import type { ClimbingMatter } from '#modules/matters/facade.server.ts';
import type { OrganisationView, TwoNames } from '#modules/registry/contract.ts';
import { organisations } from '#modules/registry/facade.server.ts';
import { eventsAbout } from '#platform/audit/read-events.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  ESCALATION_SUBJECT,
  type EscalationState,
  type EscalationStep,
  type Forum,
  type Procedure,
  type Trigger,
  type WhistleState,
  type WhistleStep,
} from '../contract.ts';
import { readsEscalations } from '../permissions.ts';
import { type Clock, clocksOf, type Wait, waitsFor } from '../rules/clocks.ts';
import { stepsFor, whistleStepsFor } from '../rules/escalation-lifecycle.ts';
import { WHISTLED_KINDS, whistleFacts } from '../rules/whistled.ts';
import { type RefusedStep, refusedSteps } from '../rules/why-not.ts';
import { escalationById, triggersOfAll } from '../store/escalations.ts';
import { isOver, type ReadEscalation, readable } from './known-escalations.ts';

/** An organisation that was asked to come, and what it said. */
export type ShownWhistle = {
  readonly id: string;
  readonly version: number;
  readonly org: TwoNames;
  readonly state: WhistleState;
  readonly ask: string;
  readonly sentAt: Date;
  readonly acknowledgeDueAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  /** How far it climbed for want of an answer, 0–3. */
  readonly rung: number;
  readonly streetSaid: string | null;
  readonly steps: readonly WhistleStep[];
};

/** One body of the chain. */
export type ShownProcedure = {
  readonly kind: Procedure;
  readonly position: number;
  readonly beganAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
};

/** Something that happened to it. */
export type EscalationEntry = {
  readonly kind: string;
  readonly at: Date;
  /** Null: the program. */
  readonly org: TwoNames | null;
  readonly said: string | null;
};

export type EscalationDetail = {
  readonly id: string;
  readonly version: number;
  readonly state: EscalationState;
  readonly forum: Forum | null;
  readonly meetingId: string | null;
  readonly proposedAt: Date;
  readonly assessment: string | null;
  readonly reason: string | null;
  readonly interim: { readonly dueAt: Date | null; readonly text: string | null; readonly at: Date | null };
  readonly clocks: readonly Clock[];
  readonly waits: Wait | null;
  readonly matter: ClimbingMatter;
  /** The reader may open the matter too. */
  readonly opensMatter: boolean;
  readonly lead: TwoNames | null;
  readonly triggers: readonly {
    readonly trigger: Trigger;
    readonly at: Date;
    readonly said: string | null;
  }[];
  readonly whistles: readonly ShownWhistle[];
  readonly decisions: readonly {
    readonly code: string | null;
    readonly text: string;
    readonly at: Date;
    readonly isOpen: boolean;
  }[];
  readonly procedures: readonly ShownProcedure[];
  readonly history: readonly EscalationEntry[];
  readonly steps: readonly EscalationStep[];
  readonly refused: readonly RefusedStep[];
  /** Organisations one may whistle for that are not being waited for. */
  readonly askable: readonly (TwoNames & { readonly id: string })[];
};

/** One escalation with what the reader may do now; null: not there, or not theirs to read. */
export async function escalationDetail(tx: Tx, id: string): Promise<EscalationDetail | null> {
  const row = isUuid(id) ? await escalationById(tx, id) : undefined;
  const found = row && (await readable(tx, [row]))[0];
  if (!row || !found) return null;
  const { matter, whistles, facts } = found;
  const orgs = new Map((await organisations(tx)).map((org) => [org.id, org]));
  const triggers = await triggersOfAll(tx, [row.id]);
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    forum: row.forum,
    meetingId: row.meeting_id,
    proposedAt: row.proposed_at,
    assessment: row.assessment,
    reason: row.reason,
    interim: {
      dueAt: isOver(matter) ? null : row.interim_due_at,
      text: row.interim_text,
      at: row.interim_at,
    },
    clocks: clocksOf(row, whistles, isOver(matter)),
    waits: waitsFor(tx.actor, facts, row, whistles, { now: tx.now, matterIsOver: isOver(matter) }),
    matter,
    opensMatter: readsEscalations(tx.actor) === 'all' || tx.actor.post?.orgId === matter.leadOrgId,
    lead: (matter.leadOrgId && orgs.get(matter.leadOrgId)) || null,
    triggers: triggers.map(({ trigger, at, said }) => ({ trigger, at, said })),
    ...hanging(tx, found, orgs),
    history: await historyOf(tx, row.id, orgs),
    steps: stepsFor(tx.actor, facts),
    refused: refusedSteps(tx.actor, facts),
    askable: askable(whistles, orgs),
  };
}

type Orgs = ReadonlyMap<string, OrganisationView>;

const NOBODY = { nameZh: '—', nameEn: '—' };

function hanging(
  tx: Tx,
  { row, whistles, decisions, procedures }: ReadEscalation,
  orgs: Orgs,
): Pick<EscalationDetail, 'whistles' | 'decisions' | 'procedures'> {
  return {
    whistles: whistles.map((one) => ({
      id: one.id,
      version: one.version,
      org: orgs.get(one.org_id) ?? NOBODY,
      state: one.state,
      ask: one.ask,
      sentAt: one.sent_at,
      acknowledgeDueAt: one.acknowledge_due_at,
      acknowledgedAt: one.acknowledged_at,
      answer: one.answer,
      answeredAt: one.answered_at,
      rung: one.rung,
      streetSaid: one.street_said,
      steps: row.ended_at ? [] : whistleStepsFor(tx.actor, whistleFacts(one, orgs.get(one.org_id)?.kind)),
    })),
    decisions: decisions.map((one) => ({
      code: one.code,
      text: one.text,
      at: one.decided_at,
      isOpen: one.ended_at === null,
    })),
    procedures: procedures.map((one) => ({
      kind: one.kind,
      position: one.position,
      beganAt: one.began_at,
      endedAt: one.ended_at,
      outcome: one.outcome,
    })),
  };
}

function askable(whistles: ReadEscalation['whistles'], orgs: Orgs): EscalationDetail['askable'] {
  const waited = new Set(
    whistles.filter(({ state }) => state === 'SENT' || state === 'ACKNOWLEDGED').map((one) => one.org_id),
  );
  return [...orgs.values()]
    .filter(({ id, kind }) => WHISTLED_KINDS.includes(kind as OrgKind) && !waited.has(id))
    .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
}

async function historyOf(tx: Tx, id: string, orgs: Orgs): Promise<EscalationEntry[]> {
  return (await eventsAbout(tx, ESCALATION_SUBJECT, id))
    .map(({ kind, at, org_id, reason }) => ({
      kind,
      at,
      org: (org_id && orgs.get(org_id)) || null,
      said: reason,
    }))
    .toReversed();
}
