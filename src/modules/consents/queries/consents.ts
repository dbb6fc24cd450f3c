import type { Tx } from '#platform/db/database.ts';
import type { Consent } from '../contract.ts';
import { consentRowsAbout, consentRowsOf } from '../store/consents.ts';

/** The history of every purpose about one subject, the oldest first. */
export function consentsAbout(tx: Tx, subjectKind: string, subjectId: string): Promise<Consent[]> {
  return consentRowsAbout(tx, subjectKind, subjectId);
}

/** Everything a person ever agreed to or took back, the newest first. */
export function consentsOf(tx: Tx, personId: string): Promise<Consent[]> {
  return consentRowsOf(tx, personId);
}
