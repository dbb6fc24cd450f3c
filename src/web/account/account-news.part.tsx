import type { AccountNews } from '#platform/auth/account-news.ts';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';

/** What happened to the account, the newest first; what the owner has not seen yet is marked. */
export function AccountNewsList({ news }: { news: readonly AccountNews[] }) {
  const { t, dates, locale } = usePage();
  // The name of a post is kept in both languages.
  const told = (data: AccountNews['data']) =>
    locale === 'en' && data.byEn ? { ...data, by: data.byEn } : data;
  if (news.length === 0) return null;
  return (
    <Section title={t('account.news')}>
      <CardList label={t('account.news')}>
        {news.map(({ id, at, kind, data, seen }) => (
          <li key={id}>
            <Stack>
              <Row>
                <span>{t(`account.news.${kind}`, told(data))}</span>
                {!seen && <StateChip tone="due">{t('account.news-new')}</StateChip>}
              </Row>
              <span className="quiet num">{dates.moment(at)}</span>
            </Stack>
          </li>
        ))}
      </CardList>
    </Section>
  );
}
