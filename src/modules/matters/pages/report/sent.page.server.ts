import type { LoaderFunctionArgs } from 'react-router';
import { provenCodes } from '#platform/auth/proofs.ts';
import { qrPicture } from '#platform/documents/qr-code.ts';
import { seeOther } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { propertyDuty } from '../../queries/resident/property-duty.ts';
import { receipt } from '../../queries/resident/receipt.ts';
import { readCode } from '../../rules/resident/typed-code.ts';

/** The code in the address, and whether this browser proved that it is theirs. */
export function askedFor(
  page: Page,
  request: Request,
  typed: string | undefined,
): { code: string; proven: boolean } {
  const { services, neighborhood, now } = page;
  const code = readCode(typed ?? '') ?? '';
  const proven = provenCodes(services.vault, neighborhood.id, request.headers.get('cookie'), now).has(code);
  return { code, proven };
}

/** Where to go when a matter is not one's own, or there is none: the same answer to both. */
export function lookUp(code: string): Response {
  return seeOther(code === '' ? '/lookup' : `/lookup?code=${code}`);
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { code, proven } = askedFor(page, request, params.code);
  const { database } = page.services;
  const { slip, duty } = await database.inTransaction(
    page.actor,
    async (tx) => {
      const found = await receipt(tx, code, proven);
      const danger = found?.level === 'P0';
      return { slip: found, duty: danger ? await propertyDuty(tx, found.place.estate.id) : [] };
    },
    { now: page.now },
  );
  if (!slip) throw lookUp(code);
  const address = `${page.neighborhood.address}/lookup?code=${slip.code}`;
  return { slip, address, duty, qr: qrPicture(address) };
}
