import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { reportDone } from '#modules/matters/commands/handling/report-done.ts';
import { addPhotos } from '#modules/matters/commands/intake/add-photos.ts';
import { hidePhoto, offerPhoto } from '#modules/matters/commands/publishing/offer-photo.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { acceptAssignment, assignMatter } from '#modules/matters/commands/triage/assign-matter.ts';
import { dossier } from '#modules/matters/queries/desk/dossier.ts';
import { board } from '#modules/matters/queries/public/board.ts';
import { publicPhoto } from '#modules/matters/queries/public/public-photo.ts';
import { matterPhoto } from '#modules/matters/queries/resident/matter-photo.ts';
import { coverPicture } from '#modules/redaction/commands/cover-picture.ts';
import { handOverPiece } from '#modules/redaction/commands/hand-over-piece.ts';
import { piecePicture } from '#modules/redaction/queries/piece-detail.ts';
import type { Tx } from '#platform/db/database.ts';
import { coverPixels } from '#platform/files/cover-picture.ts';
import { makePicture } from '#platform/files/pictures.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { approves, approvesLine, pieceAs } from './second-look.ts';

let t: TestDatabase;
let n: SmallNeighborhood;

beforeAll(async () => {
  t = await testDatabase(new Date('2026-11-16T01:00:00Z'));
});
afterAll(async () => {
  await t.close();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});

const ask = <T>(who: Actor, query: (tx: Tx) => Promise<T>) => t.database.inTransaction(who, query);
const EVERYTHING = { estateId: null, group: null, state: null, month: null, after: null };
const item = async (matterId: string) =>
  (await ask(n.anonymous, (tx) => board(tx, EVERYTHING))).items.find((one) => one.id === matterId);

async function inHand(more = {}) {
  const sent = await submitted(t, n, more);
  const { matterId } = sent;
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  const lead = { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' };
  good(await does(t, n.as.RC, (tx) => assignMatter(tx, lead)));
  good(await does(t, n.as.PC, (tx) => acceptAssignment(tx, { matterId, postId: n.as.PC.post!.postId })));
  return sent;
}

describe('the line of a matter for the public', () => {
  const done = (matterId: string, publicLine: string) =>
    does(t, n.as.PC, (tx) => reportDone(tx, { matterId, summary: '换了门锁', publicLine }));

  it('is on the board once somebody else has looked, and not before', async () => {
    const { matterId, code } = await inHand();
    good(await done(matterId, '门锁换新'));
    expect((await item(matterId))?.line).toBeNull();
    expect(await ask(n.as.PC, (tx) => dossier(tx, code))).toMatchObject({ lineAtGate: 'CHECKED' });
    expect(refusal(await approvesLine(t, n.as.PC, matterId))).toBe('redaction.second-person-must-be-another');
    good(await approvesLine(t, n.as.RC, matterId));
    expect((await item(matterId))?.line).toBe('门锁换新');
  });

  it('a resident’s name in it is found, and keeps it from the board', async () => {
    await t.ownerPool.query('insert into registry.person (neighborhood_id, id, name) values ($1, $2, $3)', [
      n.id,
      crypto.randomUUID(),
      '测试某',
    ]);
    const { matterId, code } = await inHand();
    good(await done(matterId, '给测试某家换了门锁'));
    expect(await ask(n.as.PC, (tx) => dossier(tx, code))).toMatchObject({ lineAtGate: 'DRAFT' });
    expect(refusal(await approvesLine(t, n.as.RC, matterId))).toBe('redaction.not-in-this-state');
    expect((await item(matterId))?.line).toBeNull();
  });
});

describe('a photo of a matter', () => {
  const white = async () => {
    const image = sharp({ create: { width: 200, height: 100, channels: 3, background: '#ffffff' } });
    return good(await makePicture(await image.png().toBuffer()));
  };

  async function withPhoto(more = {}) {
    const sent = await inHand(more);
    const { matterId, code } = sent;
    const pictures = [await white()];
    good(await does(t, n.residents[0]!, (tx) => addPhotos(tx, { matterId, pictures })));
    const seen = await ask(n.as.RC, (tx) => dossier(tx, code));
    return { ...sent, fileId: seen!.photos[0]!.fileId };
  }

  async function covered(pieceId: string, fileId: string) {
    const picture = await coverPixels((await white()).bytes, () => [
      { left: 0, top: 0, width: 100, height: 100 },
    ]);
    const boxes = [{ x: 0, y: 0, w: 500, h: 1000 }];
    return does(t, n.as.RC, (tx) => coverPicture(tx, { pieceId, fileId, boxes, picture }));
  }

  it('is shown as somebody covered it and somebody else approved it; the original stays private', async () => {
    const { matterId, fileId } = await withPhoto();
    const { pieceId } = good(await does(t, n.as.RC, (tx) => offerPhoto(tx, { matterId, fileId })));
    expect(refusal(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })))).toBe(
      'redaction.points-still-open',
    );
    good(await covered(pieceId, fileId));
    good(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })));
    expect((await item(matterId))?.photos).toEqual([]);
    expect(refusal(await approves(t, n.as.RC, pieceId))).toBe('redaction.second-person-must-be-another');
    const original = () => ask(n.as.GB, (tx) => piecePicture(tx, pieceId, fileId, false));
    expect(await original()).not.toBeNull();
    good(await approves(t, n.as.GB, pieceId));
    expect(await original()).toBeNull();
    expect(await ask(n.as.GB, (tx) => piecePicture(tx, pieceId, fileId, true))).not.toBeNull();
    const shown = (await item(matterId))!.photos;
    expect(shown).toHaveLength(1);
    const photo = await ask(n.anonymous, (tx) => publicPhoto(tx, shown[0]!, 'FULL'));
    const { data, info } = await sharp(photo!.bytes).raw().toBuffer({ resolveWithObject: true });
    const brightness = (x: number) => data[(50 * info.width + x) * info.channels]!;
    expect(brightness(40)).toBeLessThan(16);
    expect(brightness(160)).toBeGreaterThan(240);
    expect(await ask(n.anonymous, (tx) => publicPhoto(tx, fileId, 'FULL'))).toBeNull();
    expect(await ask(n.anonymous, (tx) => matterPhoto(tx, fileId, 'FULL', new Set()))).toBeNull();
    expect(await ask(n.anonymous, (tx) => matterPhoto(tx, shown[0]!, 'FULL', new Set()))).toBeNull();
  });

  it('covered anew after the hand-over, it needs a new look', async () => {
    const { matterId, fileId } = await withPhoto();
    const { pieceId } = good(await does(t, n.as.RC, (tx) => offerPhoto(tx, { matterId, fileId })));
    good(await covered(pieceId, fileId));
    good(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })));
    good(await covered(pieceId, fileId));
    expect((await pieceAs(t, n.as.GB, pieceId)).state).toBe('DRAFT');
    expect(refusal(await approves(t, n.as.GB, pieceId))).toBe('redaction.not-in-this-state');
  });

  it('is taken off at once by one person', async () => {
    const { matterId, fileId } = await withPhoto();
    const { pieceId } = good(await does(t, n.as.RC, (tx) => offerPhoto(tx, { matterId, fileId })));
    good(await covered(pieceId, fileId));
    good(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })));
    good(await approves(t, n.as.GB, pieceId));
    const [shown] = (await item(matterId))!.photos;
    good(await does(t, n.as.RC, (tx) => hidePhoto(tx, { matterId, fileId })));
    expect((await item(matterId))?.photos).toEqual([]);
    expect(await ask(n.anonymous, (tx) => publicPhoto(tx, shown!, 'FULL'))).toBeNull();
    expect((await pieceAs(t, n.as.GB, pieceId)).state).toBe('SUPERSEDED');
  });

  it('of a quarrel is never public, and only the committee and the branch may bring one', async () => {
    const quarrel = await withPhoto({ category: 'D01' });
    const input = { matterId: quarrel.matterId, fileId: quarrel.fileId };
    expect(refusal(await does(t, n.as.RC, (tx) => offerPhoto(tx, input)))).toBe('matters.photo-never-public');
    const { matterId, fileId } = await withPhoto();
    for (const who of [n.as.PC, n.as.OC, n.residents[0]!]) {
      expect(refusal(await does(t, who, (tx) => offerPhoto(tx, { matterId, fileId })))).toBe(
        'matters.photo-not-yours',
      );
    }
    const other = await smallNeighborhood(t, 'CS');
    expect(refusal(await does(t, other.as.RC, (tx) => offerPhoto(tx, { matterId, fileId })))).toBe(
      'matters.not-found',
    );
  });
});
