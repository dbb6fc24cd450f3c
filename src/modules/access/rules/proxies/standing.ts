/** How a proxy stands on a day: it is looked at again every year. Pure. */
import { GRACE_DAYS, type ProxyStanding } from '../../contract/proxies.ts';

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day a year later; 29 February becomes 1 March. */
export function yearAfter(day: string): string {
  const moment = new Date(at(day));
  moment.setUTCFullYear(moment.getUTCFullYear() + 1);
  return moment.toISOString().slice(0, 10);
}

/** In force until the review is due, overdue for 30 days more, then suspended until somebody asks the elder again. */
export function standingOn(day: string, reviewDue: string): ProxyStanding {
  if (at(day) <= at(reviewDue)) return 'IN_FORCE';
  return at(day) <= at(reviewDue) + GRACE_DAYS * DAY ? 'OVERDUE' : 'SUSPENDED';
}

/** Whether somebody may act for the elder. */
export function mayAct(standing: ProxyStanding): boolean {
  return standing !== 'SUSPENDED';
}
