import { useActionData, useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { NAMED_TRIGGERS } from '../contract.ts';
import type { loader } from './propose.page.server.ts';

export { action, loader } from './propose.page.server.ts';

/** Proposing that a matter climbs, for a reason the program cannot see by itself. */
export default function ProposePage() {
  const { t } = usePage();
  const { matter, title, isOver, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  if (isOver) return <Over code={matter} />;
  return (
    <DeskPage>
      <PageHead title={t('escalations.propose')} lead={t('escalations.propose-lead')} />
      <ErrorSummary again={again} />
      <Card>
        <form method="post">
          <Stack>
            <input type="hidden" name="requestKey" value={requestKey} />
            <TextField
              name="matter"
              label={t('escalations.form.matter')}
              hint={title ? <span lang={languageOf(title)}>{title}</span> : t('escalations.form.matter-hint')}
              value={matter}
              maxLength={40}
              again={again}
              short
            />
            <Choice
              name="trigger"
              legend={t('escalations.form.trigger')}
              options={NAMED_TRIGGERS.map((value) => ({
                value,
                label: t(`escalations.trigger.${value}`),
                hint: t(`escalations.trigger-hint.${value}`),
              }))}
              again={again}
              columns
            />
            <LongTextField
              name="said"
              label={t('escalations.form.said')}
              hint={t('escalations.form.said-hint')}
              maxLength={500}
              rows={4}
              again={again}
            />
            <Row>
              <Button kind="primary">{t('escalations.propose')}</Button>
              <LinkButton to={matter ? `/desk/matters/${matter}` : '/desk/escalations'} kind="ghost">
                {t('escalations.form.back')}
              </LinkButton>
            </Row>
          </Stack>
        </form>
      </Card>
    </DeskPage>
  );
}

/** A matter that is over and never climbed. */
function Over({ code }: { code: string }) {
  const { t } = usePage();
  return (
    <DeskPage>
      <PageHead title={t('escalations.propose')} />
      <EmptyState title={t('escalations.over')}>
        <p>
          <a href={`/desk/matters/${code}`}>{t('escalations.back-to-matter', { code })}</a>
        </p>
      </EmptyState>
    </DeskPage>
  );
}
