import type { WorkCalendar } from '#kernel/work-calendar.ts';
import type { DemoNeighborhood } from '../neighborhood/demo-neighborhood.ts';
import { bikeStore, cypresses, waterPipes } from './cases.ts';
import { filler } from './filler.ts';
import { summerAndAutumn } from './further-summer.ts';
import { winterAndSpring } from './further-winter.ts';
import type { Stage, Step } from './step.ts';

/** Everything that happens to the demo's matters in its year (domain brief §6.3–6.5, §6.7). */
export function demoSteps(demo: DemoNeighborhood, calendar: WorkCalendar): readonly Step[] {
  const stage: Stage = { demo, calendar, steps: [] };
  waterPipes(stage);
  cypresses(stage);
  bikeStore(stage);
  winterAndSpring(stage);
  summerAndAutumn(stage);
  filler(stage);
  return stage.steps;
}
