/** What a row would change in the register: the difference between what it says and what is known. */
import type { AreaSource, UnitKind, UnitRelation } from '../../contract.ts';
import { nameKey } from './cells.ts';
import type { RowReason } from './fields.ts';

/** Somebody a row names, with the blind index of the phone: phones are compared without being read. */
export type ProposedHolder = {
  readonly name: string;
  readonly phoneIndex: string | null;
  readonly speaks: boolean;
};

export type ProposedUnit = {
  readonly kind: UnitKind;
  readonly area: number | null;
  readonly areaSource: AreaSource;
  readonly owners: readonly ProposedHolder[];
  readonly tenants: readonly ProposedHolder[];
};

/** Somebody who holds the unit today. */
export type KnownHolder = {
  readonly holdingId: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly name: string;
  readonly phoneIndex: string | null;
  readonly relation: UnitRelation;
};

export type KnownUnit = {
  readonly unitId: string;
  readonly area: number;
  readonly holders: readonly KnownHolder[];
};

/** A holding that would begin. `from`: somebody who holds the unit already, in another relation. */
export type Beginning = {
  readonly name: string;
  readonly relation: UnitRelation;
  /** Place among the row's owners or tenants. */
  readonly at: number;
  readonly from: KnownHolder | null;
};

export type UnitChange = {
  readonly outcome: 'NEW' | 'CHANGED' | 'UNCHANGED';
  readonly area: { readonly from: number | null; readonly to: number } | null;
  readonly begins: readonly Beginning[];
  readonly ends: readonly KnownHolder[];
  /** Of somebody who stays: another phone, another spelling of the name. */
  readonly phones: readonly {
    readonly holder: KnownHolder;
    readonly at: number;
    readonly relation: UnitRelation;
  }[];
  readonly names: readonly { readonly holder: KnownHolder; readonly to: string }[];
};

export type Compared =
  | { readonly ok: true; readonly change: UnitChange }
  | { readonly ok: false; readonly reason: RowReason };

const OWNING: readonly UnitRelation[] = ['OWNER', 'CO_OWNER', 'DEVELOPER_UNSOLD', 'DEVELOPER_UNDELIVERED'];

/**
 * Compares a row with the unit the register knows under the same natural key (null: none).
 *
 * The row says who owns the unit when it names anybody: an owner it does not name has sold. Tenants alike.
 * Somebody stays the same person by name within the unit, or by phone when only the name is spelt otherwise.
 */
export function compareUnit(proposed: ProposedUnit, known: KnownUnit | null): Compared {
  if (!known && proposed.area === null) return { ok: false, reason: { code: 'area-missing' } };
  const owning: UnitRelation = proposed.owners.length > 1 ? 'CO_OWNER' : 'OWNER';
  const holders = known?.holders ?? [];
  const owners = compareGroup(
    proposed.owners,
    holders.filter((h) => OWNING.includes(h.relation)),
    owning,
  );
  const tenants = compareGroup(
    proposed.tenants,
    holders.filter((h) => h.relation === 'TENANT'),
    'TENANT',
  );
  const differs = proposed.area !== null && proposed.area !== known?.area;
  const change = {
    area: differs ? { from: known?.area ?? null, to: proposed.area! } : null,
    begins: [...owners.begins, ...tenants.begins],
    ends: [...owners.ends, ...tenants.ends],
    phones: [...owners.phones, ...tenants.phones],
    names: [...owners.names, ...tenants.names],
  };
  const same =
    !change.area && Object.values(change).every((list) => !Array.isArray(list) || list.length === 0);
  return { ok: true, change: { outcome: !known ? 'NEW' : same ? 'UNCHANGED' : 'CHANGED', ...change } };
}

type Group = Pick<UnitChange, 'begins' | 'ends' | 'phones' | 'names'>;

function compareGroup(
  proposed: readonly ProposedHolder[],
  known: readonly KnownHolder[],
  relation: UnitRelation,
): Group {
  const none: Group = { begins: [], ends: [], phones: [], names: [] };
  if (proposed.length === 0) return none;
  const matches = matched(proposed, known);
  const begins: Beginning[] = [];
  const ends: KnownHolder[] = known.filter((holder) => !matches.includes(holder));
  const phones: UnitChange['phones'][number][] = [];
  const names: UnitChange['names'][number][] = [];
  for (const [at, one] of proposed.entries()) {
    const holder = matches[at];
    if (!holder) {
      begins.push({ name: one.name, relation, at, from: null });
      continue;
    }
    const isPerson = holder.personId !== null;
    if (isPerson && nameKey(holder.name) !== nameKey(one.name)) names.push({ holder, to: one.name });
    if (isPerson && one.phoneIndex && one.phoneIndex !== holder.phoneIndex) {
      phones.push({ holder, at, relation });
    }
    // A developer stays a developer; OWNER and CO_OWNER change places as owners come and go.
    if (holder.relation === relation || holder.relation.startsWith('DEVELOPER')) continue;
    ends.push(holder);
    begins.push({ name: one.name, relation, at, from: holder });
  }
  return { begins, ends, phones, names };
}

/** The known holder of each proposed one: by name, then those left over by phone. */
function matched(proposed: readonly ProposedHolder[], known: readonly KnownHolder[]): (KnownHolder | null)[] {
  const free = new Set(known);
  const take = (fits: (holder: KnownHolder) => boolean) => {
    for (const holder of free) {
      if (!fits(holder)) continue;
      free.delete(holder);
      return holder;
    }
    return null;
  };
  const byName = proposed.map((one) => take((holder) => nameKey(holder.name) === nameKey(one.name)));
  return proposed.map(
    (one, at) =>
      byName[at] ??
      (one.phoneIndex
        ? take((holder) => holder.personId !== null && holder.phoneIndex === one.phoneIndex)
        : null),
  );
}
