/** A row that holds something. */
export type SheetRow = {
  /** Its number in the spreadsheet program, from 1. */
  readonly number: number;
  /** Texts by column, as their reader sees them; merged cells each hold the text of the first. */
  readonly cells: readonly string[];
};
