import { normalisePhone } from '#kernel/contact.ts';
import { isUuid } from '#kernel/ids.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { PHONE_INDEX, PHONE_TAIL_INDEX } from '../../contract.ts';
import { peopleView } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { readTypedPlace } from '../../rules/places/typed-place.ts';
import { postRows } from '../../store/organisations/posts.ts';
import { type ListedPerson, listedPeople, type PeopleQuestion } from '../../store/people/people.ts';
import { findUnits } from '../../store/places/place-search.ts';
import { estateRows } from '../../store/places/places.ts';

export type PeopleList = {
  readonly people: readonly ListedPerson[];
  /** Where the next page begins, or null at the end. */
  readonly next: string | null;
};

const PAGE = 50;
const MOST_UNITS = 200;

/**
 * People of the register in the order of their names, found by a part of the name, the last four digits of
 * the phone, the whole phone, or a room (`3号楼502`). Who sees whom: `PEOPLE_VIEWS` in permissions.ts.
 *
 * @param asked.after `next` of the page before; `most` how many a page has, 50 unless told.
 * @returns refusal `registry.not-a-reader`.
 */
export async function peopleList(
  tx: Tx,
  asked: { readonly words: string; readonly after: string | null; readonly most?: number },
): Promise<Result<PeopleList>> {
  const view = peopleView(tx.actor);
  if (view !== 'FULL' && view !== 'STAIRWELL') return refuse('registry.not-a-reader');
  const stairwellId = view === 'STAIRWELL' ? await ownStairwell(tx) : null;
  if (view === 'STAIRWELL' && !stairwellId) return { ok: true, value: { people: [], next: null } };
  const found = await questionOf(tx, asked.words.trim().slice(0, 40));
  const most = asked.most ?? PAGE;
  const rows = await listedPeople(tx, {
    ...found,
    stairwellId,
    after: cursorOf(asked.after),
    day: dayOf(tx.now),
    limit: most + 1,
  });
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    ok: true,
    value: {
      people: shown,
      next: rows.length > most && last ? `${last.id}~${last.name}` : null,
    },
  };
}

/** The entrance a block leader leads. */
async function ownStairwell(tx: Tx): Promise<string | null> {
  const { post } = tx.actor;
  const [own] = post ? await postRows(tx, [post.postId]) : [];
  return own?.stairwellId ?? null;
}

type Found = Pick<PeopleQuestion, 'name' | 'phoneTailIndex' | 'phoneIndex' | 'unitIds'>;

async function questionOf(tx: Tx, words: string): Promise<Found> {
  const nothing: Found = { name: null, phoneTailIndex: null, phoneIndex: null, unitIds: null };
  if (words === '') return nothing;
  if (/^\d{4}$/.test(words)) {
    return { ...nothing, phoneTailIndex: tx.vault.index(PHONE_TAIL_INDEX, words) };
  }
  const phone = normalisePhone(words);
  if (phone) return { ...nothing, phoneIndex: tx.vault.index(PHONE_INDEX, phone) };
  const typed = readTypedPlace(words, await estateRows(tx));
  if (typed.room !== null) {
    const units = await findUnits(tx, typed, typed.room, MOST_UNITS);
    return { ...nothing, unitIds: units.map((unit) => unit.unitId) };
  }
  return { ...nothing, name: words };
}

function cursorOf(text: string | null): PeopleQuestion['after'] {
  const at = text?.indexOf('~') ?? -1;
  if (!text || at < 0 || !isUuid(text.slice(0, at))) return null;
  return { id: text.slice(0, at), name: text.slice(at + 1) };
}

export type { ListedPerson };
