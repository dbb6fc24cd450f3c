import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { MAX_PICTURE_BYTES, makePicture } from './pictures.ts';

const image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } });
const code = async (bytes: Uint8Array) => {
  const made = await makePicture(bytes);
  return made.ok ? 'kept' : made.refusal.code;
};

describe('a picture', () => {
  it('is scaled down and loses place, time and device', async () => {
    const bytes = await image(3000, 1500)
      .withExif({ IFD0: { Model: 'Phone' }, IFD3: { GPSLatitude: '31/1 14/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    const made = await makePicture(bytes);
    if (!made.ok) throw new Error(made.refusal.code);
    const meta = await sharp(made.value.bytes).metadata();
    expect([meta.format, meta.width, meta.height, meta.exif]).toEqual(['jpeg', 1600, 800, undefined]);
    expect((await sharp(made.value.thumbnail).metadata()).width).toBe(320);
    expect(made.value.bytes.includes('Phone')).toBe(false);
  });
  it('stands upright whatever the phone wrote about its position', async () => {
    const bytes = await image(200, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const made = await makePicture(bytes);
    expect(made.ok && [made.value.width, made.value.height]).toEqual([100, 200]);
  });
  it('loses whatever is appended to it', async () => {
    const tail = Buffer.from('<script>alert(1)</script>PK\x03\x04');
    const made = await makePicture(Buffer.concat([await image(50, 50).png().toBuffer(), tail]));
    expect(made.ok && made.value.bytes.includes('script')).toBe(false);
    expect(made.ok).toBe(true);
  });
  it('is taken as JPEG, PNG and WebP', async () => {
    const made = await Promise.all(
      [image(9, 9).jpeg(), image(9, 9).png(), image(9, 9).webp()].map(async (one) =>
        code(await one.toBuffer()),
      ),
    );
    expect(made).toEqual(['kept', 'kept', 'kept']);
  });
  it('is not a drawing, a document, a moving picture, a broken or an empty file', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const gif = await image(9, 9).gif().toBuffer();
    const broken = (await image(300, 300).jpeg().toBuffer()).subarray(0, 400);
    const pdfInJpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('%PDF-1.7')]);
    for (const bytes of [svg, gif, broken, pdfInJpeg, Buffer.from('%PDF-1.7'), Buffer.alloc(0)]) {
      expect(await code(bytes)).toBe('files.not-a-picture');
    }
  });
  it('cannot claim more pixels than a camera makes', async () => {
    const bomb = await image(16_000, 16_000).png({ compressionLevel: 9 }).toBuffer();
    expect(await code(bomb)).toBe('files.not-a-picture');
  });
  it('has at most ten megabytes', async () => {
    expect(await code(Buffer.alloc(MAX_PICTURE_BYTES + 1))).toBe('files.too-large');
  });
});
