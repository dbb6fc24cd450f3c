import type { TwoNames } from '#modules/registry/contract.ts';
import { eventsAbout } from '#platform/audit/read-events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MATTER_SUBJECT } from '../../contract.ts';
import { detailsOf } from '../../store/details.ts';
import type { DetailRow, MatterRow } from '../../store/rows.ts';
import { heldPosts, type PostHeld } from './dossier-people.ts';

/** One line of the desk's timeline: the event with what was written down at that moment. */
export type DeskEntry = {
  readonly at: Date;
  /** Words under `desk.event.<key>`. */
  readonly key: string;
  readonly by: PostHeld | null;
  /** `SYSTEM` a timer · `REPORTER` the one who raised it, never by name ·
   * `PROXY` somebody acting for them · `POST` somebody in a post. */
  readonly who: 'SYSTEM' | 'REPORTER' | 'PROXY' | 'POST';
  readonly text: string | null;
  readonly isInternal: boolean;
  /** Small facts beside it, words under `desk.fact.<name>`; days and codes as they are. */
  readonly facts: readonly { readonly name: string; readonly value: string; readonly words?: string }[];
  /** Organisation or post it is about. */
  readonly about: TwoNames | null;
};

type Written = {
  readonly notes: readonly DetailRow<'matters.note'>[];
  readonly contacts: readonly DetailRow<'matters.contact'>[];
  readonly visits: readonly DetailRow<'matters.home_visit'>[];
  readonly answers: readonly DetailRow<'matters.follow_up'>[];
};
type Data = Readonly<Record<string, unknown>>;
type Facts = DeskEntry['facts'];

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const same = (a: Date, b: Date) => a.getTime() === b.getTime();

/**
 * What happened to a matter, newest first: events, notes, contacts, visits and answers in one line.
 *
 * @param isReporterHidden acts of the organisation that raised it are then the reporter's, without its name.
 */
export async function deskTimeline(
  tx: Tx,
  row: MatterRow,
  organisations: ReadonlyMap<string, TwoNames>,
  isReporterHidden: boolean,
): Promise<DeskEntry[]> {
  const events = await eventsAbout(tx, MATTER_SUBJECT, row.id);
  const written: Written = {
    notes: await detailsOf(tx, 'matters.note', row.id),
    contacts: await detailsOf(tx, 'matters.contact', row.id),
    visits: await detailsOf(tx, 'matters.home_visit', row.id),
    answers: await detailsOf(tx, 'matters.follow_up', row.id),
  };
  const posts = await heldPosts(tx, [
    ...events.map((e) => e.post_id),
    ...events.map((e) => text((e.data as Data).postId) ?? text((e.data as Data).leadPostId)),
  ]);
  const lastDone = events.findLast((e) => e.kind === 'matters.report-done');
  const entries = events.map((event): DeskEntry => {
    const data = (event.data ?? {}) as Data;
    const kind = event.kind.slice('matters.'.length);
    const byReporter = isReporterHidden && event.org_id !== null && event.org_id === row.reporter_org_id;
    const isNamed = event.post_id !== null && !byReporter;
    const told = tell(kind, event.at, data, written);
    const org = text(data.leadOrgId) ?? (kind === 'return-assignment' ? text(data.suggestedOrgId) : null);
    const post = posts.get(text(data.postId) ?? '');
    return {
      at: event.at,
      key: kind,
      by: isNamed ? (posts.get(event.post_id ?? '') ?? null) : null,
      who: whoOf(event, isNamed),
      text: told.text ?? (event === lastDone ? row.result_summary : plainReason(event.reason)),
      isInternal: told.isInternal,
      facts: told.facts,
      about: (org && organisations.get(org)) || post?.post || null,
    };
  });
  return entries.reverse();
}

function whoOf(
  event: { readonly role: string; readonly on_behalf_of: string | null },
  isNamed: boolean,
): DeskEntry['who'] {
  if (event.role === 'SYS') return 'SYSTEM';
  if (isNamed) return 'POST';
  return event.on_behalf_of === null ? 'REPORTER' : 'PROXY';
}

/** Timers leave a code as the reason; it is not for reading. */
function plainReason(reason: string | null): string | null {
  return reason?.startsWith('timer.') ? null : reason;
}

function tell(
  kind: string,
  at: Date,
  data: Data,
  written: Written,
): { text: string | null; isInternal: boolean; facts: Facts } {
  const plain = { text: null, isInternal: false, facts: factsOf(kind, data) };
  switch (kind) {
    case 'add-note': {
      const note = written.notes.find((n) => n.id === data.noteId);
      return { ...plain, text: note?.text ?? null, isInternal: note?.visibility === 'INTERNAL' };
    }
    case 'record-contact':
    case 'decide-withdrawal': {
      const contact = written.contacts.find((c) => same(c.at, at));
      return { ...plain, text: text(contact?.note), isInternal: kind === 'record-contact' };
    }
    case 'record-visit': {
      const visit = written.visits.find((v) => v.id === data.visitId);
      const said = [visit?.needs, visit?.views].filter((part) => part).join('\n');
      return { ...plain, text: text(said), isInternal: true };
    }
    case 'record-follow-up':
    case 'answer-follow-up':
      return { ...plain, text: text(written.answers.find((a) => same(a.at, at))?.text) };
    case 'update-track':
      return { ...plain, text: text(data.step) };
    case 'decision-made':
    case 'decision-taken-on':
    case 'decision-later-day':
    case 'decision-late':
    case 'decision-done':
    case 'decision-struck-off':
    case 'decision-undone':
    case 'decision-ended':
      return { ...plain, text: text(data.text) };
    default:
      return plain;
  }
}

/** Values of an event that are told in words (`words` is the prefix of their keys), or as they are. */
const TOLD: Readonly<Record<string, string | null>> = {
  channel: 'matters.contact-channel',
  result: 'matters.contact-result',
  track: 'desk.track',
  role: 'matters.role',
  cause: 'matters.parking-cause',
  newDueOn: null,
  reviewOn: null,
  level: 'desk.supervision',
  satisfaction: 'matters.satisfaction',
  into: null,
  child: null,
  externalNo: null,
  decision: null,
  dueOn: null,
  visibility: 'desk.visibility',
  state: 'desk.visit-state',
  consent: 'desk.consent',
  consentState: 'consents.state',
  consentHow: 'consents.how',
};

function factsOf(kind: string, data: Data): Facts {
  const facts: { name: string; value: string; words?: string }[] = [];
  const from = data.from as Data | undefined;
  const to = data.to as Data | undefined;
  if (kind === 'reclassify' && from && to) {
    if (from.category !== to.category)
      facts.push({ name: 'category', value: String(to.category), words: 'category' });
    if (from.level !== to.level)
      facts.push({ name: 'level', value: String(to.level), words: 'matters.level' });
    return facts;
  }
  if (kind === 'correct-entry') {
    const before = data.before as Data | undefined;
    return before ? [{ name: 'before', value: String(before.description) }] : [];
  }
  if (kind === 'submitted') {
    return [{ name: 'channel', value: String(data.channel), words: 'matters.channel' }];
  }
  for (const [name, words] of Object.entries(TOLD)) {
    const value = data[name];
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    facts.push({ name, value: String(value), ...(words ? { words } : {}) });
  }
  if (typeof data.approved === 'boolean')
    facts.push({ name: 'result', value: String(data.approved), words: 'desk.approval' });
  if (typeof data.resolved === 'boolean')
    facts.push({ name: 'result', value: String(data.resolved), words: 'desk.resolved' });
  if (data.done === true) facts.push({ name: 'result', value: 'true', words: 'desk.step-done' });
  if (typeof data.freeWill === 'boolean')
    facts.push({ name: 'freeWill', value: String(data.freeWill), words: 'desk.true-false' });
  return facts;
}
