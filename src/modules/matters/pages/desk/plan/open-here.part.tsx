import { placeText } from '#modules/registry/contract.ts';
import { usePlanNames } from '#modules/registry/widgets.tsx';
import { usePage } from '#web/page/use-page.tsx';
import { Card, CardList } from '#web/ui/card.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import type { DeskItem } from '../../../queries/desk/desk-list.ts';
import type { DeskPlan } from '../../../queries/desk/desk-plan.ts';
import css from './plan.module.css';

/** Open matters of the place pressed. */
export function OpenHere({ found }: { found: DeskPlan }) {
  const { t } = usePage();
  const nameOf = usePlanNames();
  const { chosen, items } = found;
  if (!chosen) return <p className="quiet">{t('desk.plan.press')}</p>;
  return (
    <Card title={nameOf(chosen)}>
      {items.length === 0 && <p>{t('desk.plan.nothing-open')}</p>}
      <CardList label={nameOf(chosen)}>
        {items.map((item) => (
          <Open key={item.id} item={item} />
        ))}
      </CardList>
    </Card>
  );
}

function Open({ item }: { item: DeskItem }) {
  const page = usePage();
  const { t, dates, now } = page;
  const late = item.dueAt !== null && item.dueAt <= now;
  return (
    <li className={css.open}>
      <a href={`/desk/matters/${item.code}`}>{item.title ?? t('desk.text-hidden')}</a>
      <StateChip tone={late ? 'late' : 'ongoing'}>
        {item.dueAt && !item.paused ? dates.deadline(item.dueAt) : t(`desk.status.${item.status}`)}
      </StateChip>
      <span className="quiet">
        {item.code} · {placeText(item.place, page, item.placeDetail)}
      </span>
    </li>
  );
}
