import { createHash } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel/result.ts';

/** Most bytes a picture may have when it comes in. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
/** Longest side of a kept picture and of its thumbnail, in pixels. */
export const PICTURE_SIDE = 1600;
export const THUMBNAIL_SIDE = 320;
/** A bomb of a few kilobytes may claim a billion pixels; a telephone makes fifty million. */
const MAX_PIXELS = 60_000_000;
/** What telephones and scanners make. Drawings (SVG), documents and moving pictures are not photographs. */
const REAL_FORMATS: readonly string[] = ['jpeg', 'png', 'webp', 'heif'];

/** A picture as it is kept: drawn anew from its pixels, so that nothing else that was in the file is left. */
export type Picture = {
  readonly contentType: 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
  readonly thumbnail: Buffer;
  /** Of the kept bytes, hexadecimal. */
  readonly sha256: string;
};

/** Whether the first bytes are those of a picture: a file that begins as something else is not looked into. */
function beginsLikeAPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12));
  const text = head.toString('latin1');
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return true;
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return true;
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return true;
  return text.slice(4, 8) === 'ftyp' && /^(heic|heix|mif1|msf1|avif)$/.test(text.slice(8, 12));
}

/**
 * Makes a picture safe to keep and to show: checks that it is one, turns it upright, scales it down and
 * draws it anew as JPEG. Place, time and device (EXIF, XMP, IPTC) are gone, and so is anything appended.
 *
 * @returns refusals `files.too-large`, `files.not-a-picture`.
 */
export async function makePicture(bytes: Uint8Array, field = 'photos'): Promise<Result<Picture>> {
  if (bytes.byteLength > MAX_PICTURE_BYTES) return refuse('files.too-large', { field, params: { most: 10 } });
  if (!beginsLikeAPicture(bytes)) return refuse('files.not-a-picture', { field });
  try {
    return ok(await redraw(bytes));
  } catch {
    return refuse('files.not-a-picture', { field });
  }
}

/** Draws a picture anew as JPEG, upright and scaled down; throws when it is none. */
export async function redraw(bytes: Uint8Array): Promise<Picture> {
  // Loaded with the first picture: the library alone takes some 30 MB.
  const { default: sharp } = await import('sharp');
  const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 });
  const { format } = await source.metadata();
  if (!REAL_FORMATS.includes(format ?? '')) throw new Error(`not a photograph: ${format}`);
  const scaled = (side: number) =>
    source
      .clone()
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 80, mozjpeg: true });
  const full = await scaled(PICTURE_SIDE).toBuffer({ resolveWithObject: true });
  const thumbnail = await scaled(THUMBNAIL_SIDE).toBuffer();
  return {
    contentType: 'image/jpeg',
    width: full.info.width,
    height: full.info.height,
    bytes: full.data,
    thumbnail,
    sha256: createHash('sha256').update(full.data).digest('hex'),
  };
}
