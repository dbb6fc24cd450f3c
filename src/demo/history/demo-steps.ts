import type { WorkCalendar } from '#kernel/work-calendar.ts';
import type { DemoNeighborhood } from '../neighborhood/demo-neighborhood.ts';
import { coBuildingAgreement } from './agreement/co-building.ts';
import { bikeStore, cypresses, waterPipes } from './cases.ts';
import { climbing } from './climbing.ts';
import { filler } from './filler.ts';
import { appraisals } from './hearings/appraisals.ts';
import { hearings } from './hearings/hearings.ts';
import { lettingIn } from './letting-in.ts';
import { coordination } from './meetings/coordination.ts';
import { resolutions } from './meetings/resolutions.ts';
import { yearOfMeetings } from './meetings/year-of-meetings.ts';
import { yearOfNotices } from './notices/public-notices.ts';
import { rulesOfProcedure } from './rules-of-procedure.ts';
import type { Stage, Step } from './step.ts';
import { worksNotices } from './works-notices.ts';
import { doorThreeTimes, roofUntilDry, smokeOfKitchens } from './year/further-summer.ts';
import * as winding from './year/further-winding.ts';
import { charging, chargingPoints, nineTellOfOne, sharedFlat, trapped } from './year/further-winter.ts';
import { tellPlain } from './year/plain-line.ts';
import { PLAIN_SUMMER } from './year/plain-summer.ts';
import { PLAIN_WINTER } from './year/plain-winter.ts';

/** Everything that happens to the demo's matters in its year (domain brief §6.3–6.5, §6.7). */
export function demoSteps(demo: DemoNeighborhood, calendar: WorkCalendar): readonly Step[] {
  const stage: Stage = { demo, calendar, steps: [] };
  for (const story of [waterPipes, cypresses, bikeStore, worksNotices]) story(stage);
  tellPlain(stage, PLAIN_WINTER);
  tellPlain(stage, PLAIN_SUMMER);
  for (const story of [trapped, nineTellOfOne, charging, sharedFlat, chargingPoints]) story(stage);
  for (const story of [doorThreeTimes, smokeOfKitchens, roofUntilDry]) story(stage);
  for (const story of Object.values(winding)) story(stage);
  filler(stage);
  lettingIn(stage);
  rulesOfProcedure(stage);
  coBuildingAgreement(stage);
  yearOfMeetings(stage);
  coordination(stage);
  resolutions(stage);
  hearings(stage);
  appraisals(stage);
  climbing(stage);
  yearOfNotices(stage);
  return stage.steps;
}
