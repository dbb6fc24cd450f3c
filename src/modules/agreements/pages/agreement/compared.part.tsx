import { usePage } from '#web/page/use-page.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import type { AgreementFile, PartyView } from '../../queries/agreement/agreements.ts';
import css from './agreement.module.css';

const TEXTS = [
  ['aims', 'aims'],
  ['meetingRules', 'meeting-rules'],
  ['disclosure', 'disclosure'],
  ['statement', 'statement'],
] as const;

type Pair = { readonly title: string; readonly before: string; readonly now: string };

/** What changed since the agreement before, side by side; what stayed the same is only counted. */
export function Compared({ before, now }: { readonly before: AgreementFile; readonly now: AgreementFile }) {
  const { t, locale } = usePage();
  const partText = (party: PartyView | undefined) =>
    party
      ? [
          ...(['goals', 'duties', 'requirements', 'interests'] as const).map((name) =>
            party[name] === '' ? '' : `${t(`agreements.party.${name}`)} ${party[name]}`,
          ),
          // In one order in both: the order in which they were written down says nothing.
          ...party.commitments
            .filter(({ state }) => state !== 'REVISED')
            .map((one) => `· ${one.promise}`)
            .toSorted(),
        ]
          .filter((line) => line !== '')
          .join('\n')
      : '';
  const orgIds = [...new Set([...before.parties, ...now.parties].map(({ orgId }) => orgId))];
  const ofOrg = (file: AgreementFile, id: string) => file.parties.find(({ orgId }) => orgId === id);
  const pairs: Pair[] = [
    ...TEXTS.map(([name, words]) => ({
      title: t(`agreements.agreement.${words}`),
      before: before[name],
      now: now[name],
    })),
    ...orgIds.map((id) => {
      const party = ofOrg(now, id) ?? ofOrg(before, id);
      return {
        title: (locale === 'en' ? party?.nameEn : party?.nameZh) ?? '',
        before: partText(ofOrg(before, id)),
        now: partText(ofOrg(now, id)),
      };
    }),
  ];
  const changed = pairs.filter((pair) => pair.before !== pair.now);
  return (
    <Section title={t('agreements.compare.title', { before: before.label, now: now.label })}>
      <p className="quiet">{t('agreements.compare.same', { n: pairs.length - changed.length })}</p>
      {changed.map((pair) => (
        <Card key={pair.title} title={pair.title}>
          <div className={css.columns}>
            <div className={css.text}>{pair.before || t('agreements.compare.nothing')}</div>
            <div className={`${css.text} ${css.changed}`}>{pair.now || t('agreements.compare.nothing')}</div>
          </div>
        </Card>
      ))}
    </Section>
  );
}
