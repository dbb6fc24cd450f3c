import { giveStaffAccount } from '#platform/auth/accounts.ts';
import type { Database } from '#platform/db/database.ts';
import { DEMO_NEIGHBORHOOD_ID } from './ids.ts';
import { personId } from './roster.ts';
import type { StaffKey } from './staff-posts/staff.ts';

/** The password of all demo accounts; shown on the sign-in page of a demo, never of a production. */
export const DEMO_PASSWORD = 'demo-xieshou';

/** Staff who can sign in by name, and the name. Everybody else of the demo is one click away on `/cast`. */
export const DEMO_LOGINS: readonly (readonly [person: StaffKey, loginName: string])[] = [
  ['zhou', 'zhou'],
  ['wu', 'wu'],
  ['zheng', 'zheng'],
  ['xiaoChen', 'xiaochen'],
  ['xiaoLin', 'xiaolin'],
  ['xiaoXu', 'xiaoxu'],
  ['fang', 'fang'],
  ['luo', 'luo'],
  ['liang', 'liang'],
  ['song', 'song'],
  ['serviceZj', 'kefu-zj'],
  ['serviceCs', 'kefu-cs'],
  ['serviceLb', 'kefu-lb'],
  ['heUncle', 'he'],
  ['shen', 'shen'],
  ['han', 'han'],
  ['tang', 'tang'],
  ['jiang', 'jiang'],
  ['pan', 'pan'],
  ['auditor', 'auditor'],
];

/** Gives the demo's staff their names and password; doing it again changes nothing. */
export async function giveDemoAccounts(database: Database, now: Date): Promise<void> {
  await Promise.all(
    DEMO_LOGINS.map(([person, loginName]) =>
      giveStaffAccount(
        database,
        {
          loginName,
          password: DEMO_PASSWORD,
          neighborhoodId: DEMO_NEIGHBORHOOD_ID,
          personId: personId(person),
        },
        now,
      ),
    ),
  );
}
