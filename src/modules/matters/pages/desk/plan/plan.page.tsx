import { useLoaderData } from 'react-router';
import { NoEstate, type PlanMark, PlanPicture, usePlanNames } from '#modules/registry/widgets.tsx';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { DeskPlan } from '../../../queries/desk/desk-plan.ts';
import { OpenHere } from './open-here.part.tsx';
import css from './plan.module.css';
import type { loader } from './plan.page.server.ts';

export { loader } from './plan.page.server.ts';

/** Where something is still open, on the plan of an estate. */
export default function DeskPlanPage() {
  const { t, locale } = usePage();
  const found = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <DeskPage>
        <PageHead title={t('desk.plan.title')} lead={t('desk.plan.lead')} />
        <NoEstate />
      </DeskPage>
    );
  }
  const { estates, estate, plan, elsewhere } = found;
  const nameOf = (names: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? names.nameEn : names.nameZh;
  return (
    <DeskPage>
      <PageHead title={t('desk.plan.title')} lead={t('desk.plan.lead')} />
      <Row>
        {estates.map((one) => (
          <LinkButton
            key={one.id}
            to={`/desk/plan?estate=${one.id}`}
            kind={one.id === estate.id ? 'plain' : 'ghost'}
            current={one.id === estate.id}
          >
            {nameOf(one)}
          </LinkButton>
        ))}
      </Row>
      <div className={css.columns}>
        <div>
          {plan ? (
            <OpenOnPlan found={found} plan={plan} title={nameOf(estate)} />
          ) : (
            <EmptyState title={t('desk.plan.none')}>
              <LinkButton to={`/desk/registry/plan/${estate.id}`}>{t('desk.plan.put-up')}</LinkButton>
            </EmptyState>
          )}
          {elsewhere > 0 && (
            <p className="quiet">
              {t('desk.plan.elsewhere', { n: elsewhere })}{' '}
              <a href={`/desk?chip=all&estate=${estate.id}`}>{t('desk.plan.elsewhere-list')}</a>
            </p>
          )}
        </div>
        <OpenHere found={found} />
      </div>
    </DeskPage>
  );
}

type OnPlan = {
  readonly found: DeskPlan;
  readonly plan: NonNullable<DeskPlan['plan']>;
  readonly title: string;
};

function OpenOnPlan({ found, plan, title }: OnPlan) {
  const { t } = usePage();
  const nameOf = usePlanNames();
  return (
    <PlanPicture
      plan={plan}
      title={t('desk.plan.of', { name: title })}
      markOf={(target): PlanMark => {
        const { open = 0, overdue = 0 } = found.open[target.id] ?? {};
        const note =
          overdue > 0 ? t('desk.plan.note-overdue', { n: open, overdue }) : t('desk.plan.note', { n: open });
        const chosen = found.chosen?.id === target.id ? 'chosen' : undefined;
        return {
          tone: overdue > 0 ? 'late' : open > 0 ? 'due' : chosen,
          note: open > 0 ? note : undefined,
          label: `${nameOf(target)}: ${note}`,
          href: `/desk/plan?estate=${plan.estateId}&place=${target.id}`,
        };
      }}
    />
  );
}
