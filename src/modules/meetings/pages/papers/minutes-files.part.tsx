import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Row } from '#web/ui/layout.tsx';

/** The minutes to take along, as PDF and as Word file. */
export function MinutesFiles({ at }: { readonly at: string }) {
  const { t } = usePage();
  return (
    <Row>
      <LinkButton to={`${at}/papers/minutes.pdf`}>{t('meetings.paper.pdf')}</LinkButton>
      <LinkButton to={`${at}/papers/minutes.docx`}>{t('meetings.paper.word')}</LinkButton>
    </Row>
  );
}
