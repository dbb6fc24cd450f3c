import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { systemActor } from '#kernel/actor.ts';
import { checkSetupStep, type SetupStep } from '#modules/access/contract/neighborhoods.ts';
import { foundingNames, setUpNeighborhood } from '#modules/access/facade.server.ts';
import { setupCodeFits } from '#platform/auth/neighborhoods/setup-code.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { type FormAgain, formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { clearStep, readStep, writeStep } from '#web/page/sealed-cookie.ts';

/** What was typed so far travels in the form; which step is shown follows from it. */
export type SetupAgain = FormAgain & { readonly step: SetupStep };

/** How the page of the finished neighborhood knows it. */
export type SetUp = { readonly slug: string; readonly token: string };

const ORDER: readonly SetupStep[] = ['names', 'keeper', 'address'];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const code = readStep<string>(page, request, 'setup');
  return { hasCode: code !== null, isFirst: (await page.places.all()).length === 0 };
}

/** The set-up code first; then names, first keeper, address; the last step does it all. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const code = readStep<string>(page, request, 'setup');
  if (code === null) return takeCode(page, form);
  const step = ORDER.find((one) => one === textOf(form, 'step')) ?? 'names';
  const values = typedValues(form);
  if (textOf(form, 'way') === 'back') return shown(form, ORDER[ORDER.indexOf(step) - 1] ?? 'names');
  const fits = checkSetupStep(step, values);
  if (!fits.ok) return refused(form, step, fits.refusal);
  const next = ORDER[ORDER.indexOf(step) + 1];
  return next ? shown(form, next) : finish(page, form, code);
}

async function takeCode(page: Page, form: FormData) {
  const typed = textOf(form, 'code');
  const { database, vault } = page.services;
  if (await setupCodeFits({ database, vault, now: page.now }, typed)) {
    return seeOther('/setup', { 'set-cookie': writeStep(page, 'setup', typed) });
  }
  return formAgain({ code: 'access.setup-code-wrong', field: 'code' }, form);
}

function shown(form: FormData, step: SetupStep) {
  return { refusals: [], values: typedValues(form), step } satisfies SetupAgain;
}

function refused(form: FormData, step: SetupStep, refusal: Parameters<typeof formAgain>[0]) {
  const again = formAgain(refusal, form);
  return { ...again, data: { ...again.data, step } };
}

async function finish(page: Page, form: FormData, setupCode: string) {
  const { database, vault } = page.services;
  const id = randomUUID();
  const token = vault.index('staff-invitation', id);
  const [nameZh, nameEn] = [textOf(form, 'nameZh'), textOf(form, 'nameEn')];
  const given = {
    nameZh,
    nameEn,
    code: textOf(form, 'letters'),
    slug: textOf(form, 'slug'),
    host: textOf(form, 'host') || null,
    keeperName: textOf(form, 'keeperName'),
    keeperPhone: textOf(form, 'keeperPhone') || null,
    names: foundingNames(nameZh, nameEn),
    tokenHash: tokenHash(token),
    setupCode,
  };
  const done = await runCommand(database, systemActor(id), (tx) => setUpNeighborhood(tx, given), {
    now: page.now,
  });
  if (!done.ok) return refused(form, stepOf(done.refusal.field), done.refusal);
  const finished: SetUp = { slug: done.value.slug, token };
  const headers = new Headers({ 'set-cookie': writeStep(page, 'done', finished) });
  headers.append('set-cookie', clearStep(page, 'setup'));
  return seeOther('/setup/done', headers);
}

/** The step a refused field belongs to. */
function stepOf(field: string | undefined): SetupStep {
  if (field === 'nameZh' || field === 'nameEn' || field === 'letters') return 'names';
  return field === 'keeperName' || field === 'keeperPhone' ? 'keeper' : 'address';
}
