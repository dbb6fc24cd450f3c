import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Others } from '../agreement/others.part.tsx';
import type { loader } from './board.page.server.ts';
import css from './commitments.module.css';
import { Counted, InstanceChip, useHowOften, useMeasured } from './instance.part.tsx';

export { loader } from './board.page.server.ts';

/** Who promised what, by organisation: for everybody. */
export default function CommitmentBoardPage() {
  const { t, locale } = usePage();
  const { label, others, parties } = useLoaderData<typeof loader>();
  const howOften = useHowOften();
  const measured = useMeasured();
  const english = locale === 'en';
  if (label === null)
    return (
      <>
        <PageHead title={t('agreements.board.title')} lead={t('agreements.board.lead')} />
        <Others others={others} />
        <EmptyState title={t('agreements.board.none')}>
          <p>{t('agreements.board.none-yet')}</p>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHead title={t('agreements.board.title')} lead={t('agreements.board.lead')} />
      <p>
        <a href={`/agreement/${encodeURIComponent(label)}`}>{t('agreements.agreement.named', { label })}</a> ·{' '}
        <a href="/responsibilities">{t('agreements.matrix.title')}</a>
      </p>
      <Others others={others} />
      {parties.map((party) => (
        <Section key={party.orgId} title={english ? party.nameEn : party.nameZh}>
          <CardList label={english ? party.nameEn : party.nameZh}>
            {party.commitments.map((one) => (
              <li key={one.id} className={css.commitment}>
                <div>
                  <strong>{one.promise}</strong>
                  <p className="quiet">{t('agreements.board.measure', { measure: one.measure })}</p>
                  {one.measuredBy && <p className="quiet">{measured(one)}</p>}
                  <p className="quiet">
                    {howOften(one)} · {english ? one.postEn : one.postZh}
                  </p>
                </div>
                <div className={css.times}>
                  {one.state !== 'ACTIVE' && (
                    <span className="quiet">{t(`agreements.commitment.${one.state}`)}</span>
                  )}
                  {one.due > 0 && (
                    <span className="num">
                      {t('agreements.board.kept', { kept: one.kept, due: one.due })}
                    </span>
                  )}
                  <Times instances={one.instances} />
                </div>
              </li>
            ))}
          </CardList>
        </Section>
      ))}
    </>
  );
}

type Instance = ReturnType<
  typeof useLoaderData<typeof loader>
>['parties'][number]['commitments'][number]['instances'][number];

/** What was missed, what waits, and the next time it falls due: not each of twelve months. */
function Times({ instances }: { instances: readonly Instance[] }) {
  const { t } = usePage();
  const last = instances.filter(({ standing }) => standing === 'CONFIRMED').at(-1);
  const next = instances.find(({ standing }) => standing === 'ACTIVE' || standing === 'LATER');
  const told = instances.filter(
    (one) => one === last || one === next || one.standing === 'MISSED' || one.standing === 'EVIDENCED',
  );
  return (
    <ul className={css.chips}>
      {told.map((one) => (
        <li key={one.id}>
          <InstanceChip standing={one.standing} /> <span className="quiet num">{one.dueOn}</span>
          {one.late && <span className="quiet"> {t('agreements.board.late')}</span>}
          <Counted count={one.count} />
        </li>
      ))}
    </ul>
  );
}
