/** Whether the register already knows somebody who wants to join a home. Pure. */
import type { Finding, JoinRelation } from '../../contract/joining.ts';

/** Somebody the register names for the unit. */
export type Registered = {
  readonly holdingId: string;
  readonly personId: string;
  readonly name: string;
  readonly isOwner: boolean;
  readonly hasPhone: boolean;
  /** Whether the last four digits are those of the phone that was proven. */
  readonly tailFits: boolean;
};

/** Who asks, with a phone that was proven by a code. */
export type Asking = {
  readonly personId: string;
  readonly name: string;
  readonly relation: JoinRelation;
  /** Holds the card of this household. */
  readonly withCard: boolean;
};

export type Match =
  /** Is in the register for this unit already. */
  | { readonly kind: 'ALREADY' }
  /** Is this entry of the register. */
  | { readonly kind: 'IS'; readonly holdingId: string }
  /** The household lets them in: family or tenant with its card. */
  | { readonly kind: 'NEW' }
  | { readonly kind: 'ASK'; readonly finding: Finding };

/** Names are compared without spaces and in one form of letters. */
export function sameName(a: string, b: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return plain(a) !== '' && plain(a) === plain(b);
}

/**
 * Name and phone tail like the register's: that is them. The card stands for the phone when the register has
 * none. Family and tenants come in with the card; an owner the register does not know never does.
 */
export function matchRegister(asking: Asking, registered: readonly Registered[]): Match {
  if (registered.some((one) => one.personId === asking.personId)) return { kind: 'ALREADY' };
  const named = registered.filter((one) => sameName(one.name, asking.name));
  const fits = named.find((one) => one.tailFits || (asking.withCard && !one.hasPhone));
  if (fits) return { kind: 'IS', holdingId: fits.holdingId };
  if (asking.withCard && asking.relation !== 'OWNER' && named.length === 0) return { kind: 'NEW' };
  if (registered.length === 0) return { kind: 'ASK', finding: 'NOBODY_REGISTERED' };
  if (named.length > 0) return { kind: 'ASK', finding: 'PHONE_DIFFERS' };
  return {
    kind: 'ASK',
    finding: registered.some((one) => one.tailFits) ? 'NAME_UNKNOWN' : 'NAME_AND_PHONE_DIFFER',
  };
}
