import * as access from '#modules/access/permissions.ts';
import * as agreements from '#modules/agreements/permissions.ts';
import * as escalations from '#modules/escalations/permissions.ts';
import * as matters from '#modules/matters/permissions.ts';
import * as meetings from '#modules/meetings/permissions.ts';
import * as notices from '#modules/notices/permissions.ts';
import * as notifications from '#modules/notifications/permissions.ts';
import * as privacy from '#modules/privacy/permissions.ts';
import * as redaction from '#modules/redaction/permissions.ts';
import * as registry from '#modules/registry/permissions.ts';
import * as resolutions from '#modules/resolutions/permissions.ts';
import * as own from '../permissions.ts';

/** Actions of a module with what its table says of each; {@link grantsOf} reads the entries. */
export type PermissionTable = Readonly<Record<string, unknown>>;

/** The permission tables of every module there is, by module: the very data the commands ask. */
export const PERMISSION_TABLES: Readonly<Record<string, PermissionTable>> = {
  registry: tablesOf(registry),
  access: tablesOf(access),
  redaction: tablesOf(redaction),
  notices: tablesOf(notices),
  matters: tablesOf(matters),
  agreements: tablesOf(agreements),
  escalations: tablesOf(escalations),
  resolutions: tablesOf(resolutions),
  meetings: tablesOf(meetings),
  notifications: tablesOf(notifications),
  privacy: tablesOf(privacy),
  oversight: tablesOf(own),
};

/** All tables of a module as one: its exports named `…_PERMISSIONS`. */
function tablesOf(permissions: Readonly<Record<string, unknown>>): PermissionTable {
  const tables = Object.entries(permissions).filter(([name]) => name.endsWith('_PERMISSIONS'));
  return Object.assign({}, ...tables.map(([, table]) => table));
}
