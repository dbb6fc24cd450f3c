import { z } from 'zod';
import type { Refusal } from '#kernel/result.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { makePicture, type Picture } from '#platform/files/pictures.ts';
import { textOf } from '#web/page/answers.ts';
import { MAX_DESCRIPTION, MAX_PHOTOS, type SubmitMatter, submitForm } from '../../forms/intake.ts';
import { type ReportChoices, unitOfRoom } from '../../queries/resident/report-choices.ts';
import { levelOf } from '../../rules/intake/level.ts';
import { suggestCategories } from '../../rules/intake/suggest-category.ts';

type PlaceFields = Partial<
  Pick<SubmitMatter, 'estateId' | 'buildingId' | 'stairwellId' | 'unitId' | 'commonPartId'>
>;

/** The place chosen: `e:`, `b:`, `s:` or `u:` and an id; a common part says where it is by itself. */
export async function chosenPlace(
  tx: Tx,
  form: FormData,
  choices: ReportChoices,
): Promise<Result<PlaceFields>> {
  const part = choices.commonParts.find((one) => one.id === textOf(form, 'commonPartId'));
  if (part) return ok({ estateId: part.estateId, commonPartId: part.id });
  const [kind, id] = textOf(form, 'place').split(':');
  const room = textOf(form, 'room');
  if (kind === 'u') return homePlace(choices, id ?? '');
  for (const estate of choices.estates) {
    if (kind === 'e' && estate.id === id) return room ? noRoomHere() : ok({ estateId: estate.id });
    for (const building of estate.buildings) {
      const only = building.stairwells.length === 1 ? building.stairwells[0] : undefined;
      const stairwell = building.stairwells.find((one) => kind === 's' && one.id === id);
      const here = stairwell ?? (kind === 'b' && building.id === id ? only : undefined);
      if (room && here) return inRoom(tx, estate.id, here.id, room);
      if (stairwell) return ok({ estateId: estate.id, buildingId: building.id, stairwellId: stairwell.id });
      if (kind === 'b' && building.id === id) {
        return room ? noRoomHere() : ok({ estateId: estate.id, buildingId: building.id });
      }
    }
  }
  return refuse('matters.place-missing', { field: 'place' });
}

function homePlace({ homes }: ReportChoices, unitId: string): Result<PlaceFields> {
  const home = homes.find((one) => one.unit?.id === unitId);
  return home
    ? ok({ estateId: home.estate.id, unitId })
    : refuse('matters.place-missing', { field: 'place' });
}

function noRoomHere(): Result<PlaceFields> {
  return refuse('matters.room-needs-entrance', { field: 'room' });
}

async function inRoom(
  tx: Tx,
  estateId: string,
  stairwellId: string,
  room: string,
): Promise<Result<PlaceFields>> {
  const unitId = await unitOfRoom(tx, stairwellId, room);
  return unitId ? ok({ estateId, stairwellId, unitId }) : refuse('matters.room-unknown', { field: 'room' });
}

const FIELDS = [
  'description',
  'placeNote',
  'reporter',
  'reporterName',
  'reporterPhone',
  'kind',
  'category',
  'complainedOrgId',
  'publishConsent',
  'revealReporter',
  'conflictOnSite',
] as const;

/** The report as the command takes it, or what has to be put right. */
export function readReport(
  form: FormData,
  place: PlaceFields,
): { readonly input?: SubmitMatter; readonly refusals: Refusal[] } {
  const typed = Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)]));
  const read = submitForm.safeParse({ ...typed, ...place, channel: 'WEB' });
  if (read.success) return { input: read.data, refusals: [] };
  const fields = new Set(read.error.issues.map((issue) => String(issue.path[0])));
  return { refusals: [...fields].filter((field) => field !== 'estateId').map((field) => wrong(field, form)) };
}

function wrong(field: string, form: FormData): Refusal {
  if (field !== 'description') return refuse('matters.check-field', { field }).refusal;
  if (textOf(form, field).length > MAX_DESCRIPTION) {
    return refuse('matters.words-too-long', { field, params: { most: MAX_DESCRIPTION } }).refusal;
  }
  return refuse('matters.words-missing', { field }).refusal;
}

/** The photos sent with a form, drawn anew. An empty file field sends one empty file, which is none. */
export async function sentPhotos(form: FormData): Promise<Result<Picture[]>> {
  const files = form.getAll('photos').filter((one): one is File => typeof one !== 'string' && one.size > 0);
  if (files.length > MAX_PHOTOS) {
    return refuse('matters.six-photos', { field: 'photos', params: { most: MAX_PHOTOS } });
  }
  const pictures: Picture[] = [];
  for (const file of files) {
    const made = await makePicture(new Uint8Array(await file.arrayBuffer()));
    if (!made.ok) return made;
    pictures.push(made.value);
  }
  return ok(pictures);
}

const kindSchema = z.enum(['ENQUIRY', 'HELP', 'COMPLAINT', 'SUGGESTION', 'REPORT', 'PRAISE']);

/** What the words point to: categories, the likeliest first, and whether somebody may be in danger. */
export function understood(form: FormData): {
  readonly categories: readonly string[];
  readonly danger: boolean;
} {
  const text = textOf(form, 'description');
  const categories = suggestCategories(text).map((one) => one.category);
  const chosen = textOf(form, 'category');
  const kind = kindSchema.safeParse(textOf(form, 'kind'));
  const { level } = levelOf({
    category: chosen || (categories[0] ?? 'H99'),
    text,
    conflictOnSite: form.has('conflictOnSite'),
    orgRequest: false,
    chronic: false,
    kind: kind.success ? kind.data : 'HELP',
  });
  return { categories, danger: level === 'P0' };
}
