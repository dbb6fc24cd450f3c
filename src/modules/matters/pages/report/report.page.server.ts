import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { DutyPhoneView } from '#modules/registry/contract.ts';
import { proofCookie } from '#platform/auth/proofs.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { type FormAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { submitWithPhotos } from '../../commands/intake/submit-with-photos.ts';
import { propertyDuty } from '../../queries/resident/property-duty.ts';
import { type ReportChoices, reportChoices } from '../../queries/resident/report-choices.ts';
import { chosenPlace, readReport, sentPhotos, understood } from './report-form.page.server.ts';

/** What the form is shown again with. */
export type ReportAgain = FormAgain & {
  /** Categories the words point to, the likeliest first. */
  readonly categories: readonly string[];
  /** Somebody may be in danger: the numbers to call come first, the form second. */
  readonly danger: boolean;
  /** Whom to call besides, where it happened; only when there is danger. */
  readonly duty: readonly DutyPhoneView[];
  /** Asked for the suggestion only; nothing is wrong. */
  readonly preview: boolean;
  /** Shows the plan of this estate to choose the place on; null otherwise. */
  readonly planOf: string | null;
};

/** Reports from one address in an hour; a whole stairwell may share one. */
const REPORTS_PER_ADDRESS: Limit = { name: 'reports', hits: 40, seconds: 3600 };

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const choices = await page.services.database.inTransaction(page.actor, reportChoices, { now: page.now });
  return { choices, requestKey: page.newRequestKey() };
}

/** One report. Nothing typed is lost: whatever is refused comes back with the form filled in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const { database } = page.services;
  const { categories, danger } = understood(form);
  const { place, duty } = await database.inTransaction(
    page.actor,
    async (tx) => {
      const found = await chosenPlace(tx, form, await reportChoices(tx));
      const estateId = found.ok ? (found.value.estateId ?? null) : null;
      return { place: found, duty: danger ? await propertyDuty(tx, estateId) : [] };
    },
    { now: page.now },
  );
  const again = (refusals: readonly Refusal[], status: number, more: Partial<ReportAgain> = {}) => {
    const values = typedValues(form);
    return data<ReportAgain>(
      { refusals, values, categories, danger, duty, preview: false, planOf: null, ...more },
      { status },
    );
  };
  if (textOf(form, 'do') === 'preview') return again([], 200, { preview: true });
  const planned = await askedOfPlan(page, form);
  if (planned) return again([], 200, planned);
  const read = readReport(form, place.ok ? place.value : {});
  const refusals = [...read.refusals, ...(place.ok ? [] : [place.refusal])];
  if (refusals.length > 0 || !read.input) return again(refusals, 422);
  if (danger && textOf(form, 'emergencySeen') === '') return again([], 422);
  const pictures = await sentPhotos(form);
  if (!pictures.ok) return again([pictures.refusal], 422);
  if (!(await mayStillReport(page))) return again([refuse('matters.too-many-from-here').refusal], 429);
  const { input } = read;
  const sent = await runCommand(database, page.actor, (tx) => submitWithPhotos(tx, input, pictures.value), {
    now: page.now,
    requestKey: requestKeyFor(
      page.services.vault,
      textOf(form, 'requestKey'),
      `${textOf(form, 'description')}\n${textOf(form, 'place')}`,
    ),
    command: 'matters.submit',
  });
  if (!sent.ok) return again([sent.refusal], 422);
  const { code } = sent.value;
  if (page.actor.onBehalfOf) return seeOther(`/report/sent/${code}`);
  return seeOther(`/report/sent/${code}`, {
    'set-cookie': proofOf(page, code, request.headers.get('cookie')),
  });
}

/** The plan is asked for, or something on it was pressed: the form comes back with it, nothing is sent. */
async function askedOfPlan(page: Page, form: FormData): Promise<Partial<ReportAgain> | null> {
  const pressed = textOf(form, 'pressed');
  if (pressed !== '') return { values: { ...typedValues(form), ...placeFields(pressed) } };
  if (textOf(form, 'do') !== 'plan' && !form.has('planOf')) return null;
  const asked = textOf(form, 'planOf');
  const choices = await page.services.database.inTransaction(page.actor, reportChoices, { now: page.now });
  return { planOf: asked || estateOnPlan(choices, textOf(form, 'place')) };
}

/** What was pressed as the fields of the form: a building is a place, a common part has a list of its own. */
function placeFields(pressed: string): Readonly<Record<string, string>> {
  const isPart = pressed.startsWith('p:');
  return isPart
    ? { commonPartId: pressed.slice(2), room: '' }
    : { place: pressed, commonPartId: '', room: '' };
}

/** The estate whose plan is shown first: the one chosen, else that of one's home, else the first with a plan. */
function estateOnPlan({ estates, homes, plans }: ReportChoices, place: string): string | null {
  const [kind, id] = place.split(':');
  const chosen = estates.find(
    (estate) =>
      (kind === 'e' && estate.id === id) ||
      estate.buildings.some(
        (b) => (kind === 'b' && b.id === id) || b.stairwells.some((s) => kind === 's' && s.id === id),
      ),
  );
  const wanted = chosen?.id ?? homes[0]?.estate.id;
  const plan = plans.find((one) => one.estateId === wanted) ?? plans[0];
  return plan?.estateId ?? null;
}

async function mayStillReport({ services, clientAddress, now }: Page): Promise<boolean> {
  if (/^(127\.|::1$)/.test(clientAddress)) return true;
  const subject = services.vault.index('rate-limit', clientAddress).slice(0, 22);
  return takeHit(services.database, REPORTS_PER_ADDRESS, subject, now);
}

/** Whoever sent a report, or gave its PIN, may read it for the next two hours. */
export function proofOf(page: Page, code: string, cookies: string | null): string {
  const { services, neighborhood, now } = page;
  const secure = services.config.publicUrl.startsWith('https:');
  return proofCookie(services.vault, neighborhood.id, code, cookies, { now, secure });
}
