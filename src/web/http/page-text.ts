const TEXTS = new WeakMap<Response, string>();

/** A page as an answer. Its text is kept at hand, so that compressing or keeping it need not read a stream. */
export function pageAnswer(html: string, init: ResponseInit): Response {
  const answer = new Response(html, init);
  TEXTS.set(answer, html);
  return answer;
}

/** The bytes of an answer; null when it has no body. */
export async function bytesOf(answer: Response): Promise<Uint8Array | null> {
  const text = TEXTS.get(answer);
  if (text !== undefined) return new TextEncoder().encode(text);
  return answer.body === null ? null : new Uint8Array(await answer.arrayBuffer());
}
