import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from '../meetings.module.css';
import type { loader } from './link.page.server.ts';

export { action, loader } from './link.page.server.ts';

/** The phone's calendar asks this address by itself from then on. */
const subscribing = (link: string) => link.replace(/^https?:/, 'webcal:');

/** One's own calendar on the phone: meetings one sits in, and what one has to do by when. */
export default function CalendarLinkPage() {
  const { t } = usePage();
  const { everybody } = useLoaderData<typeof loader>();
  const answer = useActionData<FormAgain | { readonly link: string }>();
  return (
    <>
      <PageHead title={t('meetings.calendar.own')} lead={<a href="/account">{t('shell.account')}</a>} />
      <ErrorSummary again={answer && 'refusals' in answer ? answer : undefined} />
      {answer && 'link' in answer && <FreshLink link={answer.link} />}
      <OwnLink isFresh={answer !== undefined && 'link' in answer} />
      <Card title={t('meetings.calendar.everybody')}>
        <Stack>
          <p>{t('meetings.calendar.everybody-lead')}</p>
          <Row>
            <LinkButton to={subscribing(everybody)}>{t('meetings.calendar.subscribe')}</LinkButton>
          </Row>
          <p className={`quiet ${css.address}`}>{everybody}</p>
        </Stack>
      </Card>
    </>
  );
}

function FreshLink({ link }: { readonly link: string }) {
  const { t } = usePage();
  return (
    <>
      <Notice>{t('meetings.calendar.made')}</Notice>
      <Card>
        <Stack>
          <p className={css.address}>{link}</p>
          <Row>
            <LinkButton to={subscribing(link)} kind="primary">
              {t('meetings.calendar.subscribe')}
            </LinkButton>
          </Row>
          <p className="quiet">{t('meetings.calendar.keep-secret')}</p>
        </Stack>
      </Card>
    </>
  );
}

function OwnLink({ isFresh }: { readonly isFresh: boolean }) {
  const { t, dates } = usePage();
  const { madeAt } = useLoaderData<typeof loader>();
  return (
    <Card>
      <Stack>
        <p>{t('meetings.calendar.own-lead')}</p>
        {madeAt && !isFresh && (
          <p className="quiet">{t('meetings.calendar.made-on', { day: dates.moment(madeAt) })}</p>
        )}
        <form method="post">
          <Row>
            <Button name="do" value="make" kind={madeAt ? 'plain' : 'primary'}>
              {t(madeAt ? 'meetings.calendar.renew' : 'meetings.calendar.make')}
            </Button>
            {madeAt && (
              <Button name="do" value="revoke" kind="danger">
                {t('meetings.calendar.revoke')}
              </Button>
            )}
          </Row>
        </form>
      </Stack>
    </Card>
  );
}
