import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Parameters } from './parameters.part.tsx';
import css from './rules.module.css';
import type { loader } from './rules-text.page.server.ts';
import { Standing, useDaysOf } from './standing.part.tsx';

export { loader } from './rules-text.page.server.ts';

/** The text of one version, its numbers, and the seal by which anybody can tell that it is the same. */
export default function RulesTextPage() {
  const { t } = usePage();
  const { version } = useLoaderData<typeof loader>();
  const daysOf = useDaysOf();
  return (
    <>
      <PageHead
        title={t('agreements.rules.named', { label: version.label })}
        lead={<a href="/rules">{t('agreements.rules.title')}</a>}
      >
        <Standing standing={version.standing} />
      </PageHead>
      <p className="quiet">{daysOf(version)}</p>
      {version.standing === 'CONSULTING' && <p>{t('agreements.rules.say')}</p>}
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
      {version.sealed && (
        <p className="quiet">{t('agreements.rules.sealed', { seal: version.sealed.slice(0, 16) })}</p>
      )}
    </>
  );
}
