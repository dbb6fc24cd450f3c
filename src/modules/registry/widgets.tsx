import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState, Row } from '#web/ui/layout.tsx';
import { type PlanTarget, planPictureUrl, type SitePlan } from './contract/site-plan.ts';
import { mayKeep } from './permissions.ts';
import { type Box, boxOf, corners, PLAN_SIDE } from './rules/plan/plan-points.ts';
import css from './widgets.module.css';

/** What a shape of the plan shows and does. */
export type PlanMark = {
  readonly tone?: 'due' | 'late' | 'chosen' | undefined;
  /** A short text under the name, e.g. a count. */
  readonly note?: string | undefined;
  /** Read out instead of the name. */
  readonly label?: string | undefined;
  /** Where pressing it leads … */
  readonly href?: string | undefined;
  /** … or what pressing it sends with the form around the plan. */
  readonly sends?: { readonly name: string; readonly value: string } | undefined;
};

type Props = {
  readonly plan: SitePlan;
  /** What the picture shows, for those who cannot see it. */
  readonly title: string;
  /** Null leaves the shape off this plan. */
  readonly markOf: (target: PlanTarget) => PlanMark | null;
};

/** The name of a building or common part on a plan. */
export function usePlanNames(): (target: PlanTarget) => string {
  const { t, locale } = usePage();
  return (target) => {
    if (target.kind === 'BUILDING') return t('registry.place.building', { number: target.number });
    return locale === 'en' ? target.nameEn : target.nameZh;
  };
}

/**
 * The site plan of an estate with its buildings and places to press. It is one drawing that scales with the
 * page and needs no script; everything on it can be reached with the keyboard.
 */
export function PlanPicture({ plan, title, markOf }: Props) {
  const { width, height } = plan;
  return (
    <figure className={css.plan}>
      <svg viewBox={`0 0 ${width} ${height}`}>
        <title>{title}</title>
        <image href={planPictureUrl(plan.id)} width={width} height={height} />
        {plan.shapes.map((shape) => {
          const mark = markOf(shape.target);
          return (
            mark && (
              <Shape key={shape.id} plan={plan} points={shape.points} target={shape.target} mark={mark} />
            )
          );
        })}
      </svg>
    </figure>
  );
}

type ShapeProps = {
  readonly plan: SitePlan;
  readonly points: readonly number[];
  readonly target: PlanTarget;
  readonly mark: PlanMark;
};

function Shape({ plan, points, target, mark }: ShapeProps) {
  const name = usePlanNames()(target);
  const label = mark.label ?? name;
  const box = inPixels(plan, boxOf(points));
  const drawing = <Drawing plan={plan} points={points} box={box} name={name} mark={mark} />;
  if (mark.href) {
    return (
      <a href={mark.href} aria-label={label}>
        {drawing}
      </a>
    );
  }
  if (!mark.sends) return drawing;
  return (
    <>
      {drawing}
      <foreignObject {...box}>
        <button type="submit" className={css.press} aria-label={label} formNoValidate {...mark.sends} />
      </foreignObject>
    </>
  );
}

function Drawing({ plan, points, box, name, mark }: Omit<ShapeProps, 'target'> & { box: Box; name: string }) {
  const look = mark.tone ? `${css.shape} ${css[mark.tone]}` : css.shape;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const isPin = points.length === 2;
  return (
    <>
      {isPin ? (
        <circle className={look} cx={x} cy={y} r={box.width / 4} />
      ) : (
        <polygon
          className={look}
          points={corners(points)
            .map(([px, py]) => `${(px * plan.width) / PLAN_SIDE},${(py * plan.height) / PLAN_SIDE}`)
            .join(' ')}
        />
      )}
      <Writing plan={plan} x={x} y={y} lines={mark.note ? [name, mark.note] : [name]} beside={isPin} />
    </>
  );
}

/** Characters that fit beside one another across the picture. */
const CHARACTERS_ACROSS = 44;

type WritingProps = {
  readonly plan: SitePlan;
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  /** Under the point (above it near the lower edge) instead of over it. */
  readonly beside: boolean;
};

/** One or two lines, kept inside the picture. */
function Writing({ plan, x, y, lines, beside }: WritingProps) {
  const size = plan.width / CHARACTERS_ACROSS;
  const widest = (Math.max(...lines.map((line) => line.length)) * size) / 2;
  const inside = Math.min(Math.max(x, widest), plan.width - widest);
  const fromTop = beside ? (y > plan.height * 0.95 ? -1.3 * size : 1.3 * size) : 0;
  const top = y + fromTop - ((lines.length - 1) * size * 1.2) / 2;
  return lines.map((line, at) => (
    <text key={line} className={css.name} x={inside} y={top + at * size * 1.2} fontSize={size}>
      {line}
    </text>
  ));
}

function inPixels(plan: SitePlan, box: Box): Box {
  const across = plan.width / PLAN_SIDE;
  const down = plan.height / PLAN_SIDE;
  return { x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down };
}

/** No estate is entered yet: how to begin, or who does. */
export function NoEstate() {
  const { t, actor } = usePage();
  const mayImport = mayKeep(actor, 'import-register').ok;
  const mayAdd = mayKeep(actor, 'add-estate').ok;
  return (
    <EmptyState title={t('registry.places.none')}>
      <p>{t(mayAdd ? 'registry.places.none-next' : 'registry.places.none-who')}</p>
      <Row>
        {mayImport && (
          <LinkButton to="/desk/registry/import" kind="primary">
            {t('registry.import.link')}
          </LinkButton>
        )}
        {mayAdd && <LinkButton to="/desk/registry/places#add">{t('registry.places.add-estate')}</LinkButton>}
      </Row>
    </EmptyState>
  );
}
