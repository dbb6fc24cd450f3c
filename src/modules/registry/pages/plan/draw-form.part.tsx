import type { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { type Option, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { PlanCanvas } from '#web/ui/plan/plan-canvas.tsx';
import { planPictureUrl } from '../../contract/site-plan.ts';
import type { loader } from './plan.page.server.ts';

type Found = ReturnType<typeof useLoaderData<typeof loader>>;
type Props = {
  readonly found: Found & { readonly plan: NonNullable<Found['plan']> };
  readonly again: FormAgain | undefined;
};

/**
 * Draws one building or place: its corners are pressed on the picture one after the other. Without
 * JavaScript they are typed in percent.
 */
export function DrawForm({ found, again }: Props) {
  const { t } = usePage();
  const { plan } = found;
  const value = nextTarget(found);
  return (
    <Card title={t('registry.plan.draw')}>
      <form method="post">
        <Stack>
          <input type="hidden" name="requestKey" value={found.requestKey} />
          <SelectField
            name="target"
            label={t('registry.plan.target')}
            options={useTargets(found)}
            {...(value ? { value } : { empty: t('registry.plan.target-empty') })}
            again={again}
          />
          <PlanCanvas
            pictureUrl={planPictureUrl(plan.id)}
            width={plan.width}
            height={plan.height}
            shapes={plan.shapes.map((shape) => shape.points)}
          />
          <TextField
            name="points"
            label={t('registry.plan.points')}
            hint={t('registry.plan.points-hint')}
            again={again}
          />
          <Row>
            <Button kind="primary" name="do" value="draw">
              {t('registry.plan.save')}
            </Button>
            <Button type="button" kind="ghost" hidden data-plan-undo="">
              {t('registry.plan.undo')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

/** Buildings not drawn yet come first, and the first of them is chosen. */
function useTargets({ plan, buildings, commonParts }: Props['found']): Option[] {
  const { t, locale } = usePage();
  const drawn = new Set(plan.shapes.map((shape) => shape.target.id));
  const groupOf = (id: string) =>
    t(drawn.has(id) ? 'registry.plan.drawn-already' : 'registry.plan.not-drawn');
  const options = [
    ...buildings.map(({ id, number }) => ({
      value: `b:${id}`,
      label: t('registry.place.building', { number }),
      group: groupOf(id),
    })),
    ...commonParts.map((part) => ({
      value: `p:${part.id}`,
      label: locale === 'en' ? part.nameEn : part.nameZh,
      group: groupOf(part.id),
    })),
  ];
  return options.toSorted(
    (a, b) => Number(drawn.has(a.value.slice(2))) - Number(drawn.has(b.value.slice(2))),
  );
}

function nextTarget({ plan, buildings }: Props['found']): string | null {
  const drawn = new Set(plan.shapes.map((shape) => shape.target.id));
  const next = buildings.find((building) => !drawn.has(building.id));
  return next ? `b:${next.id}` : null;
}
