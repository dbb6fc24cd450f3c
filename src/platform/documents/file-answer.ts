/** A file as somebody is handed it. */
export type MadeFile = {
  readonly bytes: Uint8Array;
  /** What its reader sees, without the ending; may be Chinese. */
  readonly name: string;
  readonly ending: 'pdf' | 'docx' | 'ics';
  /** Whether the browser keeps it as a file, or shows it where it can. */
  readonly how: 'inline' | 'attachment';
};

const TYPES: Readonly<Record<MadeFile['ending'], string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
};

/**
 * The answer with a file, under a name that is safe in a header: a plain one for old programs, the real one beside it
 * (RFC 6266, RFC 5987). Nobody between keeps it.
 */
export function fileAnswer({ bytes, name, ending, how }: MadeFile): Response {
  const plain = name.replace(/[^\w.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'file';
  const real = encodeURIComponent(
    `${name.toWellFormed().replace(/[\p{Cc}/\\:*?"<>|]/gu, ' ')}.${ending}`,
  ).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': TYPES[ending],
      'content-disposition': `${how}; filename="${plain}.${ending}"; filename*=UTF-8''${real}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
