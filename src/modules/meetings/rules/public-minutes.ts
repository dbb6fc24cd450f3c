/** What everybody may read of the minutes, and the texts a second person looks at before. Pure. */
import type { Minutes, MinutesItem } from '../contract/minutes.ts';

/** A text of the minutes that anybody typed, by where it stands. */
export type MinutesPart = { readonly field: string; readonly text: string };

const FIELDS = ['title', 'situation', 'opinion', 'decision', 'requirement'] as const;

/**
 * The public version before the gate: positions of organisations stay with the parties, reservations are told
 * without their author unless the author wants to be named.
 *
 * @source domain brief §4.3 ("Private: who said what (default), reservations' author if asked"), fixture 10
 */
export function publicMinutes(minutes: Minutes): Minutes {
  return {
    ...minutes,
    items: minutes.items.map((item) => ({
      ...item,
      positions: item.positions.filter(({ isReservation }) => isReservation),
    })),
  };
}

/** Every typed text in the public version, for the gate. */
export function typedTexts(minutes: Minutes): MinutesPart[] {
  const parts: MinutesPart[] = [
    { field: 'place', text: minutes.place },
    { field: 'remarks', text: minutes.remarks },
  ];
  for (const item of minutes.items) {
    for (const field of FIELDS) parts.push({ field: `item${item.n}-${field}`, text: item[field] });
    for (const [at, position] of item.positions.entries())
      parts.push({ field: `item${item.n}-position${at}`, text: position.text });
    for (const resolution of item.resolutions) {
      parts.push({ field: `${resolution.code}-text`, text: resolution.text });
      for (const action of resolution.actions) {
        parts.push({ field: `${resolution.code}-${action.number}-task`, text: action.task });
        parts.push({ field: `${resolution.code}-${action.number}-measure`, text: action.measure });
      }
    }
  }
  return parts.filter(({ text }) => text !== '');
}

/** The public version with the texts as they were approved. */
export function withApprovedTexts(minutes: Minutes, approved: ReadonlyMap<string, string>): Minutes {
  const read = (field: string, text: string) => approved.get(field) ?? text;
  return {
    ...minutes,
    place: read('place', minutes.place),
    remarks: read('remarks', minutes.remarks),
    items: minutes.items.map((item) => itemAs(item, read)),
  };
}

function itemAs(item: MinutesItem, read: (field: string, text: string) => string): MinutesItem {
  return {
    ...item,
    ...Object.fromEntries(FIELDS.map((field) => [field, read(`item${item.n}-${field}`, item[field])])),
    positions: item.positions.map((position, at) => ({
      ...position,
      text: read(`item${item.n}-position${at}`, position.text),
    })),
    resolutions: item.resolutions.map((resolution) => ({
      ...resolution,
      text: read(`${resolution.code}-text`, resolution.text),
      actions: resolution.actions.map((action) => ({
        ...action,
        task: read(`${resolution.code}-${action.number}-task`, action.task),
        measure: read(`${resolution.code}-${action.number}-measure`, action.measure),
      })),
    })),
  };
}
