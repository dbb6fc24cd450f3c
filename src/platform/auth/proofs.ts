import type { Vault } from '#platform/vault/vault.ts';

/** Keeps for a while that somebody gave the right code and query PIN, so that each page need not ask again. */
export const PROOF_COOKIE = 'xs_proof';
/** Two hours: long enough to read and answer, short enough for a borrowed phone. */
export const PROOF_SECONDS = 2 * 3600;
/** More would not fit into one cookie, and nobody follows more at a time. */
const MOST_PROOFS = 4;

type Proof = { readonly code: string; readonly until: number };

function signature(vault: Vault, neighborhoodId: string, { code, until }: Proof): string {
  return vault.index('query-proof', `${neighborhoodId}/${code}/${until}`).slice(0, 22);
}

function written(vault: Vault, neighborhoodId: string, proof: Proof): string {
  return [proof.code, proof.until.toString(36), signature(vault, neighborhoodId, proof)].join('~');
}

/** The proofs of a cookie header that are signed by us, for this neighborhood, and not over. */
function proofsOf(vault: Vault, neighborhoodId: string, header: string | null, now: Date): Proof[] {
  const value = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${PROOF_COOKIE}=`))
    ?.slice(PROOF_COOKIE.length + 1);
  return (value ?? '').split('.').flatMap((text) => {
    const [code = '', until = ''] = text.split('~');
    const proof = { code, until: Number.parseInt(until, 36) };
    if (!(proof.until * 1000 > now.getTime())) return [];
    return written(vault, neighborhoodId, proof) === text ? [proof] : [];
  });
}

/** Codes whose PIN the sender of this cookie header gave in the last two hours. */
export function provenCodes(
  vault: Vault,
  neighborhoodId: string,
  header: string | null,
  now: Date,
): ReadonlySet<string> {
  return new Set(proofsOf(vault, neighborhoodId, header, now).map((proof) => proof.code));
}

/** The `Set-Cookie` that adds a code to those proven; HttpOnly, SameSite=Lax, Secure where the site is. */
export function proofCookie(
  vault: Vault,
  neighborhoodId: string,
  code: string,
  header: string | null,
  { now, secure }: { readonly now: Date; readonly secure: boolean },
): string {
  const until = Math.floor(now.getTime() / 1000) + PROOF_SECONDS;
  const others = proofsOf(vault, neighborhoodId, header, now).filter((proof) => proof.code !== code);
  const kept = [{ code, until }, ...others].slice(0, MOST_PROOFS);
  const value = kept.map((proof) => written(vault, neighborhoodId, proof)).join('.');
  return `${PROOF_COOKIE}=${value}; Path=/; Max-Age=${PROOF_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
