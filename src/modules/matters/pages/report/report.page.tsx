import { useActionData, useLoaderData } from 'react-router';
import { Island, usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField } from '#web/ui/form/field.tsx';
import { FirstButton } from '#web/ui/form/first-button.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { MAX_DESCRIPTION } from '../../forms/intake.ts';
import { Emergency } from './emergency.part.tsx';
import css from './report.module.css';
import type { loader, ReportAgain } from './report.page.server.ts';
import { CategoryAdvice, Photos, WhereAbout, WhoReports } from './report-fields.part.tsx';
import { MoreDetails } from './report-more.part.tsx';
import { OnThePlan } from './report-plan.part.tsx';

export { action, loader } from './report.page.server.ts';

/** One page, words first. Everything but the words, a place and who it is may stay empty. */
export default function ReportPage() {
  const { t } = usePage();
  const { choices, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<ReportAgain>();
  const danger = again?.danger === true;
  return (
    <>
      {again?.danger && (
        <Emergency duty={again.duty}>
          <p>{t('resident.emergency.form-below')}</p>
        </Emergency>
      )}
      <PageHead title={t('resident.report.title')} {...(danger ? {} : { lead: t('resident.report.lead') })} />
      <ErrorSummary again={again} />
      <ForTheIsland />
      <form
        method="post"
        encType="multipart/form-data"
        className={css.form}
        data-report-form={again ? 'again' : 'new'}
        data-left={t('resident.report.left')}
      >
        <Stack>
          <FirstButton name="do" value="send" />
          <input type="hidden" name="requestKey" value={again?.values.requestKey ?? requestKey} />
          {danger && <input type="hidden" name="emergencySeen" value="yes" />}
          <LongTextField
            name="description"
            label={t('resident.report.words')}
            hint={t('resident.report.words-hint')}
            maxLength={MAX_DESCRIPTION}
            rows={4}
            again={again}
          />
          {again && again.categories.length > 0 && <CategoryAdvice again={again} />}
          <WhereAbout choices={choices} again={again} />
          <OnThePlan choices={choices} again={again} />
          <WhoReports again={again} />
          <Photos again={again} />
          <ConsentToPublish again={again} />
          <MoreDetails choices={choices} again={again} />
          <Button kind="primary" wide name="do" value="send">
            {t(danger ? 'resident.report.send-danger' : 'resident.report.send')}
          </Button>
          <Button kind="ghost" wide name="do" value="preview" formNoValidate>
            {t('resident.report.preview')}
          </Button>
          <PrivacyLine />
        </Stack>
      </form>
      <Island name="report" />
    </>
  );
}

/** A consent is the person's own to give: nobody who acts for them is asked for one. */
function ConsentToPublish({ again }: { again: ReportAgain | undefined }) {
  const { t, session } = usePage();
  if (session?.actingFor) return null;
  return (
    <Check
      name="publishConsent"
      value="on"
      label={t('resident.report.consent')}
      hint={t('resident.report.consent-hint')}
      checked={again?.values.publishConsent === 'on'}
    />
  );
}

function PrivacyLine() {
  const { t } = usePage();
  return (
    <p className="quiet">
      {t('resident.report.privacy')} <a href="/privacy">{t('resident.report.privacy-more')}</a>
    </p>
  );
}

/** What the island shows when there is a draft or no connection; without JavaScript it stays hidden. */
function ForTheIsland() {
  const { t } = usePage();
  return (
    <>
      <div hidden data-draft-offer="">
        <Card tone="ongoing">
          <p>{t('resident.report.draft-found')}</p>
          <Row>
            <Button type="button" data-draft-use="">
              {t('resident.report.draft-use')}
            </Button>
            <Button kind="ghost" type="button" data-draft-drop="">
              {t('resident.report.draft-drop')}
            </Button>
          </Row>
        </Card>
      </div>
      <div hidden data-offline="" role="alert">
        <Card tone="due">
          <p>{t('resident.report.offline')}</p>
        </Card>
      </div>
    </>
  );
}
