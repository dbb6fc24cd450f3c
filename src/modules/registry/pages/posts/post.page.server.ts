import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { notFound, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { appointNewPerson } from '../../commands/organisations/appoint-new-person.ts';
import { appointPerson } from '../../commands/organisations/appoint-person.ts';
import { closePost } from '../../commands/organisations/close-post.ts';
import { correctPost } from '../../commands/organisations/correct-post.ts';
import { endAppointment } from '../../commands/organisations/end-appointment.ts';
import { extendAppointment } from '../../commands/organisations/extend-appointment.ts';
import { postPage } from '../../queries/organisations/post-file.ts';
import { dayOf } from '../../rules/day.ts';
import { runForm } from '../organisations/run-form.page.server.ts';

/** One post. `?do=` says which form is open, `?who=` whom to look for. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('who') ?? '').slice(0, 40);
  const file = await page.services.database.inTransaction(
    page.actor,
    (tx) => postPage(tx, params.id ?? '', words),
    { now: page.now },
  );
  if (!file) throw notFound();
  return {
    file,
    words,
    open: asked.get('do') ?? '',
    done: asked.get('done'),
    today: dayOf(page.now),
    requestKey: page.newRequestKey(),
  };
}

type Doing = (tx: Tx, postId: string, form: FormData) => Promise<Result<unknown>>;

/** What each form of the page does. */
const DOINGS: Readonly<Record<string, Doing>> = {
  appoint: (tx, postId, form) =>
    appointPerson(tx, {
      postId,
      personId: textOf(form, 'personId'),
      fromDay: textOf(form, 'fromDay'),
      toDay: textOf(form, 'toDay') || null,
      despiteConflict: textOf(form, 'despiteConflict'),
    }),
  'appoint-new': (tx, postId, form) =>
    appointNewPerson(tx, {
      postId,
      name: textOf(form, 'name'),
      phone: textOf(form, 'phone'),
      fromDay: textOf(form, 'fromDay'),
      despiteConflict: textOf(form, 'despiteConflict'),
    }),
  end: (tx, _postId, form) =>
    endAppointment(tx, {
      appointmentId: textOf(form, 'appointmentId'),
      lastDay: textOf(form, 'lastDay'),
      reason: textOf(form, 'reason'),
    }),
  extend: (tx, _postId, form) =>
    extendAppointment(tx, {
      appointmentId: textOf(form, 'appointmentId'),
      toDay: textOf(form, 'toDay') || null,
    }),
  'correct-post': (tx, postId, form) =>
    correctPost(tx, {
      postId,
      version: Number(textOf(form, 'version')),
      nameZh: textOf(form, 'nameZh'),
      nameEn: textOf(form, 'nameEn'),
      workZh: textOf(form, 'workZh'),
      workEn: textOf(form, 'workEn'),
      duty: textOf(form, 'duty'),
    }),
  close: (tx, postId, form) =>
    closePost(tx, {
      postId,
      version: Number(textOf(form, 'version')),
      lastDay: textOf(form, 'lastDay'),
      reason: textOf(form, 'reason'),
    }),
};

/** `do` names what the form does. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { id = '' } = params;
  const form = await request.formData();
  const what = textOf(form, 'do');
  const run = Object.hasOwn(DOINGS, what) ? DOINGS[what] : undefined;
  const appointmentId = textOf(form, 'appointmentId');
  if (!run || !isUuid(id) || (appointmentId !== '' && !isUuid(appointmentId))) throw notFound();
  const next = `/desk/registry/posts/${id}?done=${what}`;
  return runForm(
    page,
    form,
    `post-${what}`,
    (tx) => run(tx, id, form),
    () => next,
  );
}
