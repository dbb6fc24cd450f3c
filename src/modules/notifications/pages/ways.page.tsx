import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { CHOICES, TOPICS } from '../contract.ts';
import { timeOfMinute } from './news-line.part.tsx';
import css from './notifications.module.css';
import type { loader } from './ways.page.server.ts';

export { action, loader } from './ways.page.server.ts';

/** At once, once a day or not at all, by what it is about. */
export default function WaysPage() {
  const { t, session } = usePage();
  const { ways, hours, isSaved } = useLoaderData<typeof loader>();
  const desk = ['WORK', 'ACTIONS', 'MEETINGS'];
  const topics = TOPICS.filter((topic) => (session?.posts.length ?? 0) > 0 || !desk.includes(topic));
  return (
    <>
      <PageHead
        title={t('notifications.ways.title')}
        lead={t('notifications.ways.lead', {
          from: timeOfMinute(hours.quietFrom),
          to: timeOfMinute(hours.quietTo),
        })}
      />
      {isSaved && <Notice>{t('notifications.saved')}</Notice>}
      <form method="post" className={css.ways}>
        {topics.map((topic) => (
          <Choice
            key={topic}
            name={topic}
            legend={t(`notifications.topic.${topic}`)}
            value={ways[topic]}
            options={CHOICES.map((value) => ({
              value,
              label:
                value === 'DIGEST'
                  ? t('notifications.ways.digest-at', { at: timeOfMinute(hours.digestAt) })
                  : t(`notifications.way.${value}`),
            }))}
          />
        ))}
        <Row>
          <Button kind="primary">{t('notifications.ways.save')}</Button>
          <LinkButton kind="ghost" to="/notifications">
            {t('notifications.ways.back')}
          </LinkButton>
        </Row>
      </form>
    </>
  );
}
