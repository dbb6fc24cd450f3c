import type { Picture } from './pictures.ts';
import { redraw } from './pictures.ts';

/** A rectangle in pixels of a picture. */
export type PixelBox = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/**
 * A new picture with black boxes burnt in: below them nothing of the old one is left. The old one is not
 * touched.
 *
 * @param bytes a kept picture.
 * @param boxesOf the boxes for a picture of this size.
 */
export async function coverPixels(
  bytes: Uint8Array,
  boxesOf: (width: number, height: number) => readonly PixelBox[],
): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(bytes).metadata();
  const covers = boxesOf(width, height).map(({ left, top, ...size }) => ({
    input: { create: { ...size, channels: 3 as const, background: '#000000' } },
    left,
    top,
  }));
  return redraw(await sharp(bytes).composite(covers).png().toBuffer());
}
