import { PlanPicture } from '#modules/registry/widgets.tsx';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Notice, Row } from '#web/ui/layout.tsx';
import type { ReportChoices } from '../../queries/resident/report-choices.ts';
import type { ReportAgain } from './report.page.server.ts';

type Props = { readonly choices: ReportChoices; readonly again: ReportAgain | undefined };

/**
 * The place chosen by pressing it on the plan. Pressing sends the whole form, which comes back with the place
 * filled in: nothing typed is lost and no script is needed. The list above says the same for those who
 * cannot see the plan.
 */
export function OnThePlan({ choices, again }: Props) {
  const { t, locale } = usePage();
  const { plans, estates } = choices;
  if (plans.length === 0) return null;
  const plan = plans.find((one) => one.estateId === again?.planOf);
  const nameOf = (id: string) => {
    const estate = estates.find((one) => one.id === id);
    return (locale === 'en' ? estate?.nameEn : estate?.nameZh) ?? '';
  };
  if (!plan) {
    return (
      <>
        {again?.values.pressed && <Notice>{t('resident.report.plan-chosen')}</Notice>}
        <Button kind="ghost" wide name="do" value="plan" formNoValidate>
          {t('resident.report.plan')}
        </Button>
      </>
    );
  }
  const chosen = again?.values.place?.slice(2);
  return (
    <Card title={t('resident.report.plan-title', { name: nameOf(plan.estateId) })} id="plan">
      {plans.length > 1 && (
        <Row>
          {plans.map(({ estateId }) => (
            <Button
              key={estateId}
              kind={estateId === plan.estateId ? 'plain' : 'ghost'}
              name="planOf"
              value={estateId}
              formNoValidate
              aria-pressed={estateId === plan.estateId}
            >
              {nameOf(estateId)}
            </Button>
          ))}
        </Row>
      )}
      <PlanPicture
        plan={plan}
        title={t('resident.report.plan-title', { name: nameOf(plan.estateId) })}
        markOf={(target) => ({
          tone: target.id === chosen ? 'chosen' : undefined,
          sends: { name: 'pressed', value: `${target.kind === 'BUILDING' ? 'b' : 'p'}:${target.id}` },
        })}
      />
    </Card>
  );
}
