import { isUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Membership } from '../../contract/membership.ts';
import type { PostFile, Service } from '../../contract/organisations.ts';
import type { CommitteeRules, CommitteeTerm } from '../../contract/terms.ts';
import type { Day, OrganisationView, TwoNames } from '../../contract.ts';
import {
  MEMBER_READERS,
  mayKeep,
  mayKeepMembers,
  mayReadMembers,
  mayReadRegister,
  type RegistryAction,
} from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { toldOfPosts } from '../../rules/people/told-posts.ts';
import {
  LEGAL_RULES,
  type ReportState,
  reportDueOn,
  reportState,
} from '../../rules/terms/committee-rules.ts';
import { lockedOrganisation } from '../../store/organisations/kept-organisations.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { serviceRows } from '../../store/organisations/services.ts';
import { membershipRows } from '../../store/people/memberships.ts';
import { ownCommitteeRules } from '../../store/terms/committee-rules.ts';
import { termsOf } from '../../store/terms/terms.ts';
import { type EstateName, estateNames } from '../places/estate-names.ts';
import { postFiles } from './post-file.ts';

/** A term with when its committee has to report that it ends. */
export type ShownTerm = CommitteeTerm & { readonly reportDueOn: Day; readonly report: ReportState };

export type OrganisationFile = {
  readonly organisation: OrganisationView;
  readonly version: number;
  readonly parent: TwoNames | null;
  readonly parts: readonly (TwoNames & { readonly id: string })[];
  readonly services: readonly (Service & { readonly tookOverFromName: TwoNames | null })[];
  readonly posts: readonly PostFile[];
  /** False: a party branch or group, whose posts are for the party's organisations concerned. */
  readonly arePostsTold: boolean;
  /** Terms of an owners' committee, else empty. */
  readonly terms: readonly ShownTerm[];
  readonly rules: CommitteeRules;
  /** Null: not a party organisation, or not for this reader. */
  readonly members: readonly Membership[] | null;
  readonly estates: readonly EstateName[];
  /** Other organisations to choose as parent or successor. */
  readonly others: readonly OrganisationView[];
  readonly may: Readonly<Record<'keep' | 'term' | 'members', boolean>>;
};

/** One organisation as its page shows it, or null: not there, or not for this reader. */
export async function organisationFile(tx: Tx, id: string): Promise<OrganisationFile | null> {
  if (!isUuid(id) || !mayReadRegister(tx.actor).ok) return null;
  const day = dayOf(tx.now);
  const all = await organisationRows(tx, 'ALL', day);
  const organisation = all.find((org) => org.id === id);
  const kept = organisation ? await lockedOrganisation(tx, id) : null;
  if (!organisation || !kept) return null;
  const byId = new Map(all.map((org) => [org.id, org]));
  const rules = (await ownCommitteeRules(tx)) ?? LEGAL_RULES;
  const may = (action: RegistryAction) => mayKeep(tx.actor, action).ok;
  const isParty = organisation.kind in MEMBER_READERS;
  const arePostsTold = toldOfPosts(tx.actor, organisation);
  return {
    organisation,
    version: kept.version,
    parent: byId.get(organisation.parentId ?? '') ?? null,
    parts: all.filter((org) => org.parentId === id),
    services: (await serviceRows(tx, { organisationId: id })).map((service) => ({
      ...service,
      tookOverFromName: byId.get(service.tookOverFrom ?? '') ?? null,
    })),
    posts: arePostsTold ? await postFiles(tx, { organisationId: id }) : [],
    arePostsTold,
    terms: await shownTerms(tx, id, rules, day),
    rules,
    members:
      isParty && mayReadMembers(tx.actor, id) ? await membershipRows(tx, { organisationId: id }) : null,
    estates: await estateNames(tx),
    others: all.filter((org) => org.id !== id),
    may: {
      keep: may('add-organisation'),
      term: may('keep-term'),
      members: isParty && mayKeepMembers(tx.actor).ok,
    },
  };
}

async function shownTerms(tx: Tx, id: string, rules: CommitteeRules, day: Day): Promise<ShownTerm[]> {
  return (await termsOf(tx, id)).map((term) => ({
    ...term,
    reportDueOn: reportDueOn(term.toDay, rules),
    report: reportState(term, rules, day),
  }));
}
