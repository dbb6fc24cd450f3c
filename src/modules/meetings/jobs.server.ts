import { fireTimers } from './commands/life/fire-timers.ts';

/** Background work of this module: what the worker calls again and again, in every neighborhood. */
export const jobs = [{ name: 'meetings.timers', everySeconds: 60, run: fireTimers }];
