import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { makePicture, type Picture } from '#platform/files/pictures.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { drawOnPlan } from '../../commands/plan/draw-on-plan.ts';
import { eraseFromPlan } from '../../commands/plan/erase-from-plan.ts';
import { uploadSitePlan } from '../../commands/plan/upload-site-plan.ts';
import { mayKeep, mayReadRegister } from '../../permissions.ts';
import { drawablePlan } from '../../queries/plan/drawable-plan.ts';

/** The plan of one estate with what may be drawn on it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!mayReadRegister(page.actor).ok) throw forbidden();
  const estateId = params.estate ?? '';
  const found = isUuid(estateId)
    ? await page.services.database.inTransaction(page.actor, (tx) => drawablePlan(tx, estateId), {
        now: page.now,
      })
    : null;
  if (!found) throw notFound();
  return {
    ...found,
    mayDraw: mayKeep(page.actor, 'draw-site-plan').ok,
    done: new URL(request.url).searchParams.get('done'),
    requestKey: page.newRequestKey(),
  };
}

/** `do`: upload, draw or erase. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const estateId = params.estate ?? '';
  const form = await request.formData();
  const what = textOf(form, 'do');
  const done = await change(page, what, estateId, form);
  if (!done.ok) return formAgain(done.refusal, form);
  return seeOther(`/desk/registry/plan/${estateId}?done=${what}`);
}

async function change(page: Page, what: string, estateId: string, form: FormData): Promise<Result<unknown>> {
  const run = (name: string, command: (tx: Tx) => Promise<Result<unknown>>) =>
    runCommand(page.services.database, page.actor, command, {
      now: page.now,
      requestKey: requestKeyFor(
        page.services.vault,
        textOf(form, 'requestKey'),
        `${what}${textOf(form, 'points')}`,
      ),
      command: name,
    });
  if (!isUuid(estateId)) throw notFound();
  if (what === 'draw') {
    const drawn = { estateId, target: textOf(form, 'target'), points: textOf(form, 'points') };
    return run('registry.draw-on-plan', (tx) => drawOnPlan(tx, drawn));
  }
  if (what === 'erase') {
    const erased = { estateId, shapeId: textOf(form, 'shape') };
    return run('registry.erase-from-plan', (tx) => eraseFromPlan(tx, erased));
  }
  const picture = await sentPicture(form);
  if (!picture.ok) return picture;
  const keepShapes = form.has('keepShapes');
  return run('registry.upload-site-plan', (tx) =>
    uploadSitePlan(tx, { estateId, keepShapes }, picture.value),
  );
}

async function sentPicture(form: FormData): Promise<Result<Picture>> {
  const file = form.get('picture');
  if (!(file instanceof File) || file.size === 0)
    return refuse('registry.picture-missing', { field: 'picture' });
  const made = await makePicture(new Uint8Array(await file.arrayBuffer()), 'picture');
  return made.ok ? ok(made.value) : made;
}
