import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { coverPixels } from './cover-picture.ts';
import { makePicture } from './pictures.ts';

async function kept() {
  const made = await makePicture(
    await sharp({ create: { width: 400, height: 200, channels: 3, background: '#ffcc66' } })
      .png()
      .toBuffer(),
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

/** Red of one pixel. */
async function red(bytes: Buffer, x: number, y: number): Promise<number> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return data[(y * info.width + x) * info.channels]!;
}

describe('a covered picture', () => {
  it('is black inside the box, in the thumbnail too, as it was outside, and the original is untouched', async () => {
    const original = await kept();
    const before = Buffer.from(original.bytes);
    const covered = await coverPixels(original.bytes, () => [
      { left: 100, top: 50, width: 200, height: 100 },
    ]);
    for (const [x, y] of [
      [101, 51],
      [200, 100],
      [298, 148],
    ] as const)
      expect(await red(covered.bytes, x, y)).toBeLessThan(24);
    expect(await red(covered.bytes, 50, 100)).toBeGreaterThan(240);
    expect(await red(covered.bytes, 350, 20)).toBeGreaterThan(240);
    expect(await red(covered.thumbnail, 160, 80)).toBeLessThan(24);
    expect([covered.width, covered.height]).toEqual([400, 200]);
    expect(original.bytes.equals(before)).toBe(true);
    expect(covered.sha256).not.toBe(original.sha256);
  });
  it('is made for the size the picture really has', async () => {
    const original = await kept();
    let asked: readonly number[] = [];
    await coverPixels(original.bytes, (width, height) => {
      asked = [width, height];
      return [];
    });
    expect(asked).toEqual([400, 200]);
  });
});
