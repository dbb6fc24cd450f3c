/** What everybody may read of the minutes, and the texts a second person looks at before. Pure. */
import type { Minutes, MinutesItem } from '../contract/minutes.ts';

/** A text of the minutes that anybody typed, by where it stands. */
export type MinutesPart = { readonly field: string; readonly text: string };

/** Texts of an item, and what each is called at the gate. */
const FIELDS = {
  title: 'itemTitle',
  situation: 'situation',
  opinion: 'view',
  decision: 'decision',
  requirement: 'requirement',
} as const;
const NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

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
    for (const name of NAMES) parts.push({ field: `${FIELDS[name]}-${item.n}`, text: item[name] });
    for (const [at, position] of item.positions.entries())
      parts.push({ field: `reservation-${item.n}.${at + 1}`, text: position.text });
    for (const resolution of item.resolutions) {
      parts.push({ field: `resolution-${resolution.code}`, text: resolution.text });
      for (const action of resolution.actions) {
        parts.push({ field: `action-${resolution.code}-${action.number}`, text: action.task });
        parts.push({ field: `doneWhen-${resolution.code}-${action.number}`, text: action.measure });
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
    ...Object.fromEntries(NAMES.map((name) => [name, read(`${FIELDS[name]}-${item.n}`, item[name])])),
    positions: item.positions.map((position, at) => ({
      ...position,
      text: read(`reservation-${item.n}.${at + 1}`, position.text),
    })),
    resolutions: item.resolutions.map((resolution) => ({
      ...resolution,
      text: read(`resolution-${resolution.code}`, resolution.text),
      actions: resolution.actions.map((action) => ({
        ...action,
        task: read(`action-${resolution.code}-${action.number}`, action.task),
        measure: read(`doneWhen-${resolution.code}-${action.number}`, action.measure),
      })),
    })),
  };
}
