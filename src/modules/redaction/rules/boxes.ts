/** Rectangles somebody typed or drew on a picture. Pure. */
import type { Box } from '../contract.ts';

/** A rectangle kept inside the picture; null when nothing of it is left. Per mille, whole numbers. */
export function fitBox(box: Box): Box | null {
  const within = (n: number) => Math.max(0, Math.min(1000, n));
  const [x, y] = [within(Math.floor(box.x)), within(Math.floor(box.y))];
  const w = within(Math.ceil(box.x + box.w)) - x;
  const h = within(Math.ceil(box.y + box.h)) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

/** The same in pixels of a picture; never smaller than what was marked. */
export function boxInPixels(box: Box, width: number, height: number) {
  const left = Math.floor((box.x / 1000) * width);
  const top = Math.floor((box.y / 1000) * height);
  const right = Math.min(width, Math.ceil(((box.x + box.w) / 1000) * width));
  const bottom = Math.min(height, Math.ceil(((box.y + box.h) / 1000) * height));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
