import { endorseMatter } from '#modules/matters/commands/citizen/urge.ts';
import { askWithdrawal, decideWithdrawal } from '#modules/matters/commands/citizen/withdrawal.ts';
import {
  confirmExplanation,
  proposeExplanation,
  ruleOnRedo,
} from '#modules/matters/commands/closing/rulings.ts';
import { recordVisit } from '#modules/matters/commands/handling/record-visit.ts';
import { decideExtension, requestExtension } from '#modules/matters/commands/pace/extension.ts';
import { decideParking, endParking, requestParking } from '#modules/matters/commands/pace/parking.ts';
import { resumeMatter, waitForExternal } from '#modules/matters/commands/pace/waiting.ts';
import { closeTrack, openTracks, updateTrack } from '#modules/matters/commands/tracks/two-tracks.ts';
import { ruleOnReturn } from '#modules/matters/commands/triage/assign-matter.ts';
import {
  escalateMatter,
  flagChronic,
  setMatterRole,
} from '#modules/matters/commands/triage/people-on-matter.ts';
import { reclassifyMatter } from '#modules/matters/commands/triage/reclassify-matter.ts';
import type { MatterRole, TrackKind } from '#modules/matters/contract.ts';
import type { OrgKey } from '../neighborhood/organisations.ts';
import type { PostKey } from '../neighborhood/staff-posts/staff.ts';
import { later } from './step.ts';
import { Story } from './story.ts';

/** Scenes that only the larger stories need. */
export class LargeStory extends Story {
  role(at: Date, by: PostKey, role: MatterRole, who: PostKey): this {
    const postId = this.stage.demo.post(who);
    return this.act(at, this.post(by), 'role', (tx, matterId) =>
      setMatterRole(tx, { matterId, role, postId }),
    );
  }

  tracks(
    at: Date,
    by: PostKey,
    resident: readonly [PostKey, string],
    coordination: readonly [PostKey, string],
  ): this {
    const { demo } = this.stage;
    return this.act(at, this.post(by), 'tracks', (tx, matterId) =>
      openTracks(tx, {
        matterId,
        residentPostId: demo.post(resident[0]),
        residentDueOn: resident[1],
        coordinationPostId: demo.post(coordination[0]),
        coordinationDueOn: coordination[1],
      }),
    );
  }

  step(at: Date, by: PostKey, track: TrackKind, text: string): this {
    return this.act(at, this.post(by), 'step', (tx, matterId) =>
      updateTrack(tx, { matterId, track, text, done: true }),
    );
  }

  endTrack(at: Date, by: PostKey, track: TrackKind, summary: string): this {
    return this.act(at, this.post(by), 'end-track', (tx, matterId) =>
      closeTrack(tx, { matterId, track, summary }),
    );
  }

  visit(at: Date, by: PostKey, visitors: string, households: number, needs: string, views = ''): this {
    return this.act(at, this.post(by), 'visit', (tx, matterId) =>
      recordVisit(tx, { matterId, state: 'DONE', plannedFor: at, visitors, households, needs, views }),
    );
  }

  extend(at: Date, by: PostKey, reason: string, newDueOn: string, decidedBy: PostKey = 'GB-DEP'): this {
    this.act(at, this.post(by), 'ask-more-time', (tx, matterId) =>
      requestExtension(tx, { matterId, reason, newDueOn }),
    );
    return this.act(later(at, 25), this.post(decidedBy), 'grant-time', (tx, matterId) =>
      decideExtension(tx, { matterId, approve: true, note: '' }),
    );
  }

  park(
    at: Date,
    by: PostKey,
    p: {
      cause: 'PLANNING' | 'FUNDS' | 'LAW' | 'SEASON' | 'THIRD_PARTY';
      reason: string;
      unlock: string;
      meanwhile: string;
      reviewOn: string;
      decidedBy?: PostKey;
    },
  ): this {
    const ownerOrgId = this.post(by).post!.orgId;
    this.act(at, this.post(by), 'ask-parking', (tx, matterId) =>
      requestParking(tx, {
        matterId,
        cause: p.cause,
        reason: p.reason,
        unlockCondition: p.unlock,
        ownerOrgId,
        interimMeasure: p.meanwhile,
        reviewOn: p.reviewOn,
      }),
    );
    return this.act(later(at, 40), this.post(p.decidedBy ?? 'GB-SEC'), 'park', (tx, matterId) =>
      decideParking(tx, { matterId, approve: true, note: '' }),
    );
  }

  unpark(at: Date, by: PostKey, reason: string): this {
    return this.act(at, this.post(by), 'unpark', (tx, matterId) => endParking(tx, { matterId, reason }));
  }

  put(
    at: Date,
    by: PostKey,
    level: 'P1' | 'P2' | 'P3',
    category: string,
    reason: string,
    kind: 'HELP' | 'SUGGESTION' = 'HELP',
  ): this {
    return this.act(at, this.post(by), 'put', (tx, matterId) =>
      reclassifyMatter(tx, { matterId, kind, category, level, reason }),
    );
  }

  tooBy(at: Date, personId: string): this {
    const actor = this.stage.demo.actorAtHome(personId);
    return this.act(at, actor, `too-${personId}`, (tx, matterId) =>
      endorseMatter(tx, { matterId, unitId: actor.householdUnitIds[0]! }),
    );
  }

  waitOutside(at: Date, by: PostKey, reason: string): this {
    return this.act(at, this.post(by), 'wait-outside', (tx, matterId) =>
      waitForExternal(tx, { matterId, reason }),
    );
  }

  goOn(at: Date, by: PostKey, reason: string): this {
    return this.act(at, this.post(by), 'go-on', (tx, matterId) => resumeMatter(tx, { matterId, reason }));
  }

  chronic(at: Date, by: PostKey, reason: string): this {
    return this.act(at, this.post(by), 'chronic', (tx, matterId) => flagChronic(tx, { matterId, reason }));
  }

  /** To the general branch, which explains in writing; a second person confirms. */
  explain(
    at: Date,
    by: PostKey,
    { why, text, remedies }: { why: string; text: string; remedies: string },
  ): this {
    this.act(at, this.post(by), 'escalate', (tx, matterId) => escalateMatter(tx, { matterId, reason: why }));
    this.act(later(at, 90), this.post('GB-SEC'), 'explain', (tx, matterId) =>
      proposeExplanation(tx, { matterId, text, remedies }),
    );
    return this.act(later(at, 150), this.post('GB-DEP'), 'confirm', (tx, matterId) =>
      confirmExplanation(tx, { matterId, approve: true, note: '' }),
    );
  }

  /** The general branch sends it back to work after a second redo. */
  ruleRedo(at: Date, ruling: string, days: number): this {
    return this.act(at, this.post('GB-SEC'), 'rule-redo', (tx, matterId) =>
      ruleOnRedo(tx, { matterId, ruling, days }),
    );
  }

  /** The general branch says whose it is after two returns. */
  ruleReturn(at: Date, lead: OrgKey, ruling: string): this {
    const leadOrgId = this.stage.demo.orgs[lead];
    return this.act(at, this.post('GB-SEC'), 'rule-return', (tx, matterId) =>
      ruleOnReturn(tx, { matterId, leadOrgId, ruling }),
    );
  }

  /** The reporter says that it is no longer needed, and a call makes sure that they are free to. */
  withdraw(at: Date, by: PostKey, reason: string): this {
    this.act(at, this.post(by), 'ask-withdrawal', (tx, matterId) => askWithdrawal(tx, { matterId, reason }));
    return this.act(later(at, 12), this.post('GB-DEP'), 'withdraw', (tx, matterId) =>
      decideWithdrawal(tx, { matterId, reached: 'REACHED', freeWill: true, keepOpen: false, note: '' }),
    );
  }
}
