import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Clocks } from '../matter/clocks.part.tsx';
import { Facts } from '../matter/facts.part.tsx';
import { Pending } from '../matter/tracks.part.tsx';
import css from './action.module.css';
import type { loader } from './action.page.server.ts';
import { ActionFieldInput } from './action-field.part.tsx';

export { action, loader } from './action.page.server.ts';

/** One action on one matter: its form beside what has to be known for it. */
export default function ActionPage() {
  const { t } = usePage();
  const { action, matter, fields, danger, refusal, isOffered, requestKey, search } =
    useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const back = `/desk/matters/${matter.row.code}${search}`;
  const title = t(`desk.action.${action}`);
  return (
    <article className={css.page}>
      <PageHead
        title={title}
        windowTitle={`${title} ${matter.row.code}`}
        lead={
          <>
            <a href={back}>{matter.title ?? t('desk.text-hidden')}</a> · {matter.row.code}
          </>
        }
      />
      <div className={css.body}>
        <Card>
          <p className="quiet">{t(`desk.about-action.${action}`)}</p>
          <ErrorSummary again={again} />
          {!again && (refusal || !isOffered) && (
            <p className={css.notNow} role="alert">
              {t(`refusal.${refusal?.code ?? 'matters.not-yours-to-do'}`, refusal?.params)}
            </p>
          )}
          <form method="post" action={`/desk/matters/${matter.row.code}/do/${action}${search}`}>
            <Stack>
              <input type="hidden" name="version" value={matter.row.version} />
              <input type="hidden" name="requestKey" value={requestKey} />
              {fields.map((field) => (
                <ActionFieldInput key={field.name} field={field} action={action} again={again} />
              ))}
              <Row>
                <Button kind={danger ? 'danger' : 'primary'}>{title}</Button>
                <LinkButton to={back} kind="ghost">
                  {t('desk.cancel')}
                </LinkButton>
              </Row>
            </Stack>
          </form>
        </Card>
        <div className={css.side}>
          <Clocks matter={matter} />
          <Pending matter={matter} />
          <Facts matter={matter} />
        </div>
      </div>
    </article>
  );
}
