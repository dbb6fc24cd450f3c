import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField } from '#web/ui/form/field.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import type { PublicNoticeDetail } from '../../queries/public/public-notice-detail.ts';

/** What was objected and answered, without names; how to object; and the reader's own. */
export function Objections({ notice }: { notice: PublicNoticeDetail }) {
  const { t, dates } = usePage();
  const isOpen = notice.state === 'LIVE';
  return (
    <Section title={t('notices.public.objections')}>
      {isOpen && (
        <p>{t('notices.public.how-to-object', { phone: notice.contactPhone, desk: notice.desk })}</p>
      )}
      {notice.waiting > 0 && <p>{t('notices.public.waiting', { n: notice.waiting })}</p>}
      {notice.own.map((one) => (
        <Card key={one.n} title={t('notices.public.own', { n: one.n })}>
          <p>{one.objection}</p>
          <p className="quiet">
            {one.answer === null &&
              one.dueAt &&
              t('notices.public.answer-by', { at: dates.moment(one.dueAt) })}
          </p>
          {one.answer && <p>{t('notices.public.answered', { answer: one.answer })}</p>}
          {one.answer && !notice.published.some(({ n }) => n === one.n) && (
            <p className="quiet">{t('notices.public.not-public-yet')}</p>
          )}
        </Card>
      ))}
      {notice.published.length === 0 && notice.waiting === 0 && (
        <p className="quiet">{t('notices.public.no-objections')}</p>
      )}
      {notice.published.map((one) => (
        <Card key={one.n} title={t('notices.public.objection-n', { n: one.n })}>
          <p lang={languageOf(one.objection)}>{one.objection}</p>
          <Facts
            facts={[
              [t('notices.public.outcome'), t(`notices.public.outcome.${one.outcome}`)],
              [t('notices.public.answer'), one.answer],
              [t('notices.public.answered-at'), dates.moment(one.answeredAt)],
            ]}
          />
        </Card>
      ))}
    </Section>
  );
}

type FormProps = {
  readonly notice: PublicNoticeDetail;
  readonly again: FormAgain | undefined;
  readonly requestKey: string;
};

/** For whoever lives where it concerns, while the period runs. */
export function ObjectForm({ notice, again, requestKey }: FormProps) {
  const { t, locale } = usePage();
  const org = notice.issuer && (locale === 'en' ? notice.issuer.nameEn : notice.issuer.nameZh);
  return (
    <Section title={t('notices.public.object')}>
      <ErrorSummary again={again} />
      <form method="post" className="screen-only">
        <input type="hidden" name="requestKey" value={requestKey} />
        <Stack>
          <LongTextField
            name="objection"
            label={t('notices.public.your-objection')}
            hint={t('notices.public.name-hint', { org: org ?? '' })}
            maxLength={1000}
            again={again}
          />
          <Button kind="primary" wide>
            {t('notices.public.send')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
