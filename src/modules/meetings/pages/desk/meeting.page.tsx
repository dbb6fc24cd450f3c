import { useActionData, useLoaderData } from 'react-router';
import { dayOf } from '#platform/i18n/dates.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Facts, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { MeetingChip } from '../meeting-line.part.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import { MinutesText } from '../minutes.part.tsx';
import { MeetingFiles, MinutesFiles } from '../papers/files.part.tsx';
import { Agenda } from './agenda.part.tsx';
import { Candidates } from './candidates.part.tsx';
import type { loader } from './meeting.page.server.ts';
import { Steps } from './meeting-steps.part.tsx';
import { Addenda, Replies, Reviews } from './seats-say.part.tsx';
import { Sheets } from './sheets.part.tsx';

export { action, loader } from './meeting.page.server.ts';

/** A meeting from its plan to its archived minutes, with the one step that comes next. */
export default function MeetingPage() {
  const { t } = usePage();
  const { titleOf } = useMeetingWords();
  const { file, isDone, isOpen, minutes } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={titleOf(file)} lead={<a href="/desk/meetings">{t('meetings.desk.title')}</a>}>
        <MeetingChip state={file.state} />
      </PageHead>
      {isDone && !again && <Notice>{t('meetings.page.saved')}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <Stack>
          <MeetingFacts />
          <Agenda again={again} />
          {isOpen && <Candidates again={again} />}
          {minutes && (
            <Card title={t('meetings.page.minutes')}>
              <MinutesText minutes={minutes} signedAt={file.signedAt} sealed={file.sealed} />
              <MinutesFiles at={`/desk/meetings/${file.id}`} />
            </Card>
          )}
        </Stack>
        <Stack>
          <Steps again={again} />
          <Replies again={again} />
          <Reviews again={again} />
          <Sheets again={again} />
          <Addenda again={again} />
        </Stack>
      </div>
    </DeskPage>
  );
}

function MeetingFacts() {
  const { t, dates } = usePage();
  const { nameOf } = useMeetingWords();
  const { file } = useLoaderData<typeof loader>();
  const isAhead = file.noticedAt === null && file.noticeBy !== null;
  return (
    <Card>
      <Facts
        facts={[
          [t('meetings.page.when'), dates.moment(file.startsAt)],
          [t('meetings.page.where'), file.place],
          [t('meetings.page.secretary'), `${nameOf(file.secretary.org)} · ${nameOf(file.secretary.post)}`],
          [
            t('meetings.page.rules'),
            <a key="rules" href={`/rules/${file.rulesLabel}`}>
              {file.rulesLabel}
            </a>,
          ],
          [t('meetings.page.ad-hoc'), file.adHocReason],
          [
            t('meetings.page.closes'),
            isAhead && !file.isAdHoc && file.agendaClosesAt ? dates.until(file.agendaClosesAt) : null,
          ],
          [
            t('meetings.page.due'),
            file.dueAt && file.state !== 'MINUTES_REVIEW' ? dates.until(file.dueAt) : null,
          ],
          [t('meetings.page.notice-by'), isAhead && file.noticeBy ? dates.until(file.noticeBy) : null],
          [
            t('meetings.minutes.seal'),
            file.signedAt ? `${dates.day(dayOf(file.signedAt))} · ${file.sealed?.slice(0, 16)}` : null,
          ],
        ]}
      />
      <Row>
        {['IN_SESSION', 'MINUTES_DRAFT', 'NOTICED'].includes(file.state) && file.isInside && (
          <LinkButton
            kind={file.state === 'IN_SESSION' ? 'primary' : 'plain'}
            to={`/desk/meetings/${file.id}/session`}
          >
            {t('meetings.page.session')}
          </LinkButton>
        )}
        {file.state === 'IN_SESSION' && (
          <LinkButton to={`/desk/meetings/${file.id}/screen`}>{t('meetings.page.screen')}</LinkButton>
        )}
        {(file.state === 'NOTICED' || file.state === 'IN_SESSION') && (
          <LinkButton to={`/desk/meetings/${file.id}/print`}>{t('meetings.page.print')}</LinkButton>
        )}
        {!file.closedAt && file.isInside && <MeetingFiles id={file.id} />}
      </Row>
    </Card>
  );
}
