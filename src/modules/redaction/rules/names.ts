/** Which pieces of a text may be somebody's name: what the register is asked about. Pure. */

const HAN_RUN = /\p{Script=Han}+/gu;
/** Names with a dot between their parts, e.g. of Uyghur neighbors. */
const DOTTED_RUN = /\p{Script=Han}{1,8}(?:[·•]\p{Script=Han}{1,8})+/gu;
const LATIN_RUN = /\p{Script=Latin}[\p{Script=Latin}'’-]*(?: \p{Script=Latin}[\p{Script=Latin}'’-]*)*/gu;
const LONGEST_HAN = 4;
const LONGEST_LATIN = 4;

export type Candidates = { readonly han: readonly string[]; readonly latin: readonly string[] };

type Place = { readonly name: string; readonly from: number; readonly to: number };

function* hanPlaces(text: string): Generator<Place> {
  for (const run of text.matchAll(HAN_RUN)) {
    const letters = [...run[0]];
    const starts: number[] = [];
    let at = run.index;
    for (const letter of letters) {
      starts.push(at);
      at += letter.length;
    }
    starts.push(at);
    for (let i = 0; i < letters.length; i += 1) {
      for (let n = LONGEST_HAN; n >= 2; n -= 1) {
        if (i + n > letters.length) continue;
        const [from, to] = [starts[i]!, starts[i + n]!];
        yield { name: text.slice(from, to), from, to };
      }
    }
  }
  for (const run of text.matchAll(DOTTED_RUN)) {
    const first = run[0].search(/[·•]/);
    const last = Math.max(run[0].lastIndexOf('·'), run[0].lastIndexOf('•'));
    for (let i = 0; i < first; i += 1) {
      for (let j = run[0].length; j > last + 1; j -= 1) {
        yield { name: run[0].slice(i, j).replaceAll('•', '·'), from: run.index + i, to: run.index + j };
      }
    }
  }
}

function* latinPlaces(text: string): Generator<Place> {
  for (const run of text.matchAll(LATIN_RUN)) {
    const words = [...run[0].matchAll(/[^ ]+/g)];
    for (let i = 0; i < words.length; i += 1) {
      for (let n = Math.min(LONGEST_LATIN, words.length - i); n >= 2; n -= 1) {
        const last = words[i + n - 1]!;
        const from = run.index + words[i]!.index;
        const to = run.index + last.index + last[0].length;
        yield { name: text.slice(from, to), from, to };
      }
    }
  }
}

/** All that could be a name: two to four Chinese characters, names with a dot, two to four Latin words. */
export function nameCandidates(text: string): Candidates {
  return {
    han: [...new Set([...hanPlaces(text)].map((one) => one.name))],
    latin: [...new Set([...latinPlaces(text)].map((one) => one.name))],
  };
}

/** Where known names stand in a text, the longer one where two overlap. */
export function nameSpans(
  text: string,
  known: ReadonlySet<string>,
): { from: number; to: number; name: string }[] {
  if (known.size === 0) return [];
  const spans: { from: number; to: number; name: string }[] = [];
  const places = [...hanPlaces(text), ...latinPlaces(text)].filter((one) => known.has(one.name));
  places.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const place of places) {
    if (!spans.some((one) => place.from < one.to && one.from < place.to)) spans.push(place);
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** How far before or after a name its post may stand: 物业项目经理（罗某）, 居委会主任郑某. */
const NEAR = 16;

/**
 * Whether a name stands with the post its holder is published in: then it may be said.
 *
 * @param posts names of the holder's posts in both languages.
 */
export function isNamedInPost(
  text: string,
  span: { readonly from: number; readonly to: number },
  posts: readonly string[],
): boolean {
  const around = `${text.slice(Math.max(0, span.from - NEAR), span.from)}\n${text.slice(span.to, span.to + NEAR)}`;
  return posts.some((post) => post.length > 1 && around.toLowerCase().includes(post.toLowerCase()));
}
