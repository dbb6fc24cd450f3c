/**
 * Search words of a text. Chinese is cut into pairs of characters, so that any two-character word is found
 * with one index; the rest is words and numbers in lower case. Full-width forms count as plain ones (NFKC).
 */

const CJK = /[㐀-鿿豈-﫿]/u;
const RUN = /[㐀-鿿豈-﫿]+|[\p{L}\p{N}]+/gu;
/** Most tokens kept of one text: PostgreSQL's tsvector has a limit, and a report is not a book. */
const MOST_TOKENS = 4000;

function runsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(RUN) ?? [];
}

/** Pairs and single characters of a Chinese run: 停车难 → 停, 车, 难, 停车, 车难. */
function pairs(run: string, singles: boolean): string[] {
  const characters = [...run];
  const out = singles ? [...characters] : [];
  for (let i = 0; i + 1 < characters.length; i++) out.push(characters[i]! + characters[i + 1]!);
  return out;
}

/** Mixed runs such as `s08室` are cut where Chinese begins or ends. */
function split(run: string): string[] {
  return run.match(/[㐀-鿿豈-﫿]+|[^㐀-鿿豈-﫿]+/gu) ?? [];
}

/** Tokens to store for a text; sorted and without repeats. */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    for (const part of split(run)) {
      if (CJK.test(part)) for (const token of pairs(part, true)) tokens.add(token);
      else tokens.add(part);
    }
  }
  return [...tokens].sort().slice(0, MOST_TOKENS);
}

/** Tokens that must all be there for a text to be found by what was typed. One Chinese character finds itself. */
export function queryTokens(query: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(query)) {
    for (const part of split(run)) {
      if (!CJK.test(part)) tokens.add(part);
      else if ([...part].length === 1) tokens.add(part);
      else for (const token of pairs(part, false)) tokens.add(token);
    }
  }
  return [...tokens].sort();
}
