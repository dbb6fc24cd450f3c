/**
 * Who may start a command. A module names every file of its commands/ in `COMMAND_RULES` of its
 * permissions.ts; a test walks the folder and fails when one is missing (domain brief §3.16).
 * - an action, or several: keys of the module's permission tables
 * - `PROGRAM`: timers and the operator, nobody who has signed in
 * - `ANYBODY`: whoever reaches it, for what concerns nobody else; say why beside it
 * - `PART`: no command, but a piece that commands are made of
 */
export type CommandRule<Action extends string = string> =
  | Action
  | readonly Action[]
  | 'PROGRAM'
  | 'ANYBODY'
  | 'PART';

/** The rules of a module's commands, by file name without `.ts`. */
export type CommandRules<Action extends string = string> = Readonly<Record<string, CommandRule<Action>>>;
