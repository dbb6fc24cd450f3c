import { useLoaderData } from 'react-router';
import { dayOf } from '#platform/i18n/dates.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { FieldFrame, PageForm, refusedOf } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { loader } from './meeting.page.server.ts';

/** Photos of the lists people signed on paper, and one more. */
export function Sheets({ again }: { again: FormAgain | undefined }) {
  const { t, dates } = usePage();
  const { file, requestKey } = useLoaderData<typeof loader>();
  const adds =
    file.may.includes('keep-attendance-sheet') &&
    ['IN_SESSION', 'MINUTES_DRAFT', 'MINUTES_REVIEW'].includes(file.state);
  if (!file.isInside || (file.sheets.length === 0 && !adds)) return null;
  return (
    <Card title={t('meetings.sheet.title')}>
      <Stack>
        {file.sheets.length === 0 && <p className="quiet">{t('meetings.sheet.none')}</p>}
        {file.sheets.map((sheet, at) => (
          <a key={sheet.id} href={`/desk/meetings/${file.id}/sheets/${sheet.id}`}>
            {t('meetings.sheet.one', { n: at + 1, day: dates.day(dayOf(sheet.keptAt)) })}
          </a>
        ))}
        {adds && (
          <PageForm name="keep-attendance-sheet" encType="multipart/form-data">
            <Stack>
              <input type="hidden" name="requestKey" value={requestKey} />
              <FieldFrame
                name="sheet"
                label={t('meetings.sheet.file')}
                again={refusedOf(again, 'keep-attendance-sheet')}
              >
                {({ id, described }) => (
                  <input {...described} id={id} type="file" name="sheet" accept="image/*" required />
                )}
              </FieldFrame>
              <Row>
                <Button name="do" value="keep-attendance-sheet">
                  {t('meetings.sheet.add')}
                </Button>
              </Row>
            </Stack>
          </PageForm>
        )}
      </Stack>
    </Card>
  );
}
