import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { forbidden, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { constituteBody } from '../../commands/bodies/constitute-body.ts';
import { seatBody } from '../../commands/bodies/seat-body.ts';
import { BODY_KINDS } from '../../contract/bodies.ts';
import { constituteForm, seatForm } from '../../forms/meetings.ts';
import { mayConstitute } from '../../permissions.ts';
import { seatChoices, seatViews } from '../../queries/body-seats.ts';
import { bodiesList } from '../../queries/meeting-list.ts';
import { deed, send } from '../send.page.server.ts';

/** Bodies with their seats; those who convene also get what a new one needs. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const kinds = BODY_KINDS.filter((kind) => mayConstitute(page.actor, kind) === null);
  const seen = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const bodies = await bodiesList(tx);
      return (
        bodies && {
          bodies,
          seats: await seatViews(
            tx,
            bodies.map((body) => body.id),
          ),
          choices: kinds.length > 0 ? await seatChoices(tx) : [],
          newId: tx.newId(),
        }
      );
    },
    { now: page.now },
  );
  if (!seen) throw forbidden();
  return {
    ...seen,
    kinds,
    today: dateKey(page.now),
    isDone: new URL(request.url).searchParams.has('done'),
    requestKey: page.newRequestKey(),
  };
}

/** Constitutes a body or changes its seats. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const seats = form
    .getAll('seat')
    .map(String)
    .map((postId) => ({ postId, alternatePostIds: [textOf(form, `alternate-${postId}`)].filter(Boolean) }));
  if (textOf(form, 'do') === 'seat-body') {
    const input = { bodyId: textOf(form, 'bodyId'), version: textOf(form, 'version'), seats };
    return send(page, form, 'seat-body', deed(seatForm, seatBody), input, '/desk/bodies?done');
  }
  const input = {
    id: textOf(form, 'id'),
    kind: textOf(form, 'kind'),
    nameZh: textOf(form, 'nameZh'),
    nameEn: textOf(form, 'nameEn'),
    parentBodyId: textOf(form, 'parentBodyId') || null,
    constitutedOn: textOf(form, 'constitutedOn'),
    seats,
  };
  return send(
    page,
    form,
    'constitute-body',
    deed(constituteForm, constituteBody),
    input,
    '/desk/bodies?done',
  );
}
