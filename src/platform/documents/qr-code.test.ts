import sharp from 'sharp';
import { expect, it } from 'vitest';
import { qrPicture } from './qr-code.ts';

it('a QR code is a square picture with its three finders and a quiet edge', async () => {
  const address = qrPicture('https://example.org/lookup?code=ZJ-2611-0042');
  expect(address.startsWith('data:image/svg+xml,')).toBe(true);
  const svg = decodeURIComponent(address.slice('data:image/svg+xml,'.length));
  const box = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const image = sharp(Buffer.from(svg)).resize(box, box, { kernel: 'nearest' }).greyscale().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  const dark = (x: number, y: number) => data[(y * info.width + x) * info.channels]! < 128;
  const last = box - 3;
  const corners = [dark(2, 2), dark(last, 2), dark(2, last)];
  expect(corners).toEqual([true, true, true]);
  for (let i = 0; i < box; i++)
    expect([dark(i, 0), dark(0, i), dark(i, box - 1)]).toEqual([false, false, false]);
});
