import { useActionData, useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { DraftForm, NextSteps } from './draft-form.part.tsx';
import { Parameters } from './parameters.part.tsx';
import css from './rules.module.css';
import type { loader } from './rules-version.page.server.ts';
import { Standing, useDaysOf } from './standing.part.tsx';

export { action, loader } from './rules-version.page.server.ts';

/** One version at the desk: while it is a draft a form, afterwards a text that nobody changes. */
export default function RulesVersionPage() {
  const { t } = usePage();
  const { version } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const daysOf = useDaysOf();
  const isOpen = version === null || version.standing === 'DRAFT' || version.standing === 'CONSULTING';
  return (
    <DeskPage>
      <PageHead
        title={version ? t('agreements.rules.named', { label: version.label }) : t('agreements.rules.new')}
        lead={<a href="/desk/rules">{t('agreements.rules.title')}</a>}
      >
        {version && <Standing standing={version.standing} />}
      </PageHead>
      <ErrorSummary again={again} />
      {version && <p className="quiet">{daysOf(version)}</p>}
      {version && isOpen && <NextSteps version={version} again={again} />}
      {isOpen ? (
        <DraftForm again={again?.values.do === 'draft-rules' ? again : undefined} />
      ) : (
        <>
          <p className="quiet">{t('agreements.rules.as-adopted')}</p>
          <Card>
            <div className={css.text} lang={languageOf(version.body)}>
              {version.body}
            </div>
          </Card>
          <Section title={t('agreements.rules.numbers')}>
            <Card>
              <Parameters parameters={version.parameters} />
            </Card>
          </Section>
        </>
      )}
    </DeskPage>
  );
}
