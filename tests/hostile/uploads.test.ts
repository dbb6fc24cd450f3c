import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { Intruder } from './intruder.ts';

let nobody: Intruder;
beforeAll(() => {
  nobody = new Intruder(inject('address'), null);
});

async function report(file: File): Promise<{ status: number; location: string | null; text: string }> {
  const page = await nobody.send('/report');
  const place = /value="(e:[\w-]+)"/.exec(page.text)?.[1] ?? '';
  const form = new FormData();
  form.set('description', '测试：大门旁边的灯坏了');
  form.set('place', place);
  form.set('reporter', 'ANONYMOUS');
  form.set('do', 'send');
  form.append('photos', file);
  return nobody.send('/report', { method: 'POST', body: form });
}

const file = (bytes: string | Uint8Array<ArrayBuffer>, name: string, type = 'image/jpeg') =>
  new File([bytes], name, { type });

/** A PNG that claims a billion pixels and is a few kilobytes. */
function bomb(): Uint8Array<ArrayBuffer> {
  const chunk = (kind: string, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    return Buffer.concat([head, Buffer.from(kind, 'latin1'), body, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(40_000, 0);
  size.writeUInt32BE(40_000, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const whole = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return new Uint8Array(whole);
}

describe('a file that is not what it says', () => {
  it.each([
    [
      'a drawing with a script',
      file(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        'x.svg',
        'image/svg+xml',
      ),
    ],
    ['a page named like a photo', file('<html><script>alert(1)</script></html>', 'photo.jpg')],
    ['a picture that is also a page', file('\xff\xd8\xff<script>alert(1)</script>', 'photo.jpg')],
    ['an archive', file('PK\u0003\u0004'.repeat(50), 'photo.jpg')],
    ['a bomb of pixels', file(bomb(), 'photo.png', 'image/png')],
    ['a document', file('%PDF-1.7', '../../../etc/cron.d/x.jpg')],
  ])('%s is refused in plain words and nothing is kept', async (_name, sent) => {
    const { status, text } = await report(sent);
    expect(status).toBe(422);
    expect(text).toContain('照片');
    expect(text).not.toMatch(/<script>alert/);
  });

  it('a body larger than any form is turned away', async () => {
    const body = new URLSearchParams({ description: 'x'.repeat(400_000) });
    expect((await nobody.send('/report', { method: 'POST', body })).status).toBe(413);
  });
});

describe('a form from another site', () => {
  it.each([
    ['said by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['said by the origin', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
  ])('is turned away, %s', async (_name, headers) => {
    const { status } = await nobody.send('/report', {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
      headers,
    });
    expect(status).toBe(403);
  });
});
