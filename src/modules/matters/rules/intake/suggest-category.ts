/** Which category the words of a report point to. Pure and explainable: the words that decided are returned. */
import type { CategoryCode } from '../../contract.ts';
import { CATEGORY_WORDS } from './category-words.ts';
import { contains, isLatin } from './word-match.ts';

export type Suggestion = {
  readonly category: CategoryCode;
  readonly score: number;
  readonly words: readonly string[];
};

/** Weight of a word: a Chinese word by its characters, an English one like a word of two or three. */
function weightOf(word: string): number {
  return isLatin(word) ? 2 + word.split(' ').length : [...word].length;
}

/**
 * The categories whose words are in a text, the likeliest first.
 *
 * @param most how many at the most.
 * @returns nothing when no word is known; never a guess.
 */
export function suggestCategories(text: string, most = 3): Suggestion[] {
  const plain = text.normalize('NFKC').toLowerCase();
  return Object.entries(CATEGORY_WORDS)
    .map(([category, words]) => {
      const found = words.filter((word) => contains(plain, word));
      return { category, words: found, score: found.reduce((sum, word) => sum + weightOf(word), 0) };
    })
    .filter((s) => s.score > 0)
    .sort((a, b) => b.score - a.score || (a.category < b.category ? -1 : 1))
    .slice(0, most);
}
