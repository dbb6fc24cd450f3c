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

/** What goes out before a meeting: the notice with the sheet to sign, and the entry for one's calendar. */
export function MeetingFiles({ id }: { readonly id: string }) {
  const { t } = usePage();
  const at = `/desk/meetings/${id}/papers`;
  return (
    <>
      <LinkButton to={`${at}/notice.pdf`}>{t('meetings.paper.notice')}</LinkButton>
      <LinkButton to={`${at}/meeting.ics`}>{t('meetings.calendar.one')}</LinkButton>
    </>
  );
}
