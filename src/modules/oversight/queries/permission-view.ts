import { ROLES, type Role } from '#kernel/actor.ts';
import { type Granted, grantsOf } from '../rules/grants.ts';
import { rowOfAction } from '../rules/row-of-action.ts';
import { BRIEF_ROWS, type Cell, COLUMNS, cellOf, FURTHER_ROWS, type RowName } from '../rules/skeleton.ts';
import { PERMISSION_TABLES } from './permission-tables.ts';

/** An action with who may do it, as its module's table says now. */
export type ActionView = {
  readonly module: string;
  readonly action: string;
  readonly grants: readonly Granted[];
};

/** A row of the table: what the brief allows, and the actions of this program that belong to it. */
export type RowView = {
  readonly row: RowName;
  /** Stands in the brief's own table. */
  readonly isBrief: boolean;
  /** Something of this program belongs to it; otherwise it is agreed, and not there yet. */
  readonly isUsed: boolean;
  /** One for each column, null where the brief says no. */
  readonly cells: readonly (Cell | null)[];
  readonly actions: readonly ActionView[];
};

/** Rows that are there without an action to ask for: public pages ask nobody. */
const WITHOUT_ACTIONS: readonly RowName[] = ['read-public'];

/** The whole table of who may do what, made from the very data the commands ask. */
export function permissionView(): RowView[] {
  const actions: readonly ActionView[] = Object.entries(PERMISSION_TABLES).flatMap(([module, table]) =>
    Object.entries(table).map(([action, entry]) => ({ module, action, grants: grantsOf(entry) })),
  );
  const rows = [...Object.keys(BRIEF_ROWS), ...Object.keys(FURTHER_ROWS)] as RowName[];
  return rows.map((row) => {
    const own = actions.filter(({ module, action }) => rowOfAction(module, action) === row);
    return {
      row,
      isBrief: row in BRIEF_ROWS,
      isUsed: own.length > 0 || WITHOUT_ACTIONS.includes(row),
      cells: COLUMNS.map((column) => cellOf(row, column)),
      actions: own,
    };
  });
}

/** What somebody in one role may do: each action with the conditions under which they may. */
export type RoleView = {
  readonly role: Role;
  readonly rows: readonly {
    readonly row: RowName;
    readonly actions: readonly {
      readonly module: string;
      readonly action: string;
      readonly conditions: readonly string[];
    }[];
  }[];
};

/** The roles a table can be read by: everybody but the program itself. */
export const READABLE_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'SYS');

/** The table from one role's side; rows in which the role may do nothing are left out. */
export function roleView(rows: readonly RowView[], role: Role): RoleView {
  const theirs = rows.map(({ row, actions }) => ({
    row,
    actions: actions.flatMap(({ module, action, grants }) => {
      const conditions = [
        ...new Set(grants.filter((one) => one.role === role).map(({ condition }) => condition)),
      ];
      return conditions.length > 0 ? [{ module, action, conditions }] : [];
    }),
  }));
  return { role, rows: theirs.filter(({ actions }) => actions.length > 0) };
}
