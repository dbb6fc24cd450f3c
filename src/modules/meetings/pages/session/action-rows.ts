/** Rows of actions the form of a resolution shows; those left empty count for nothing. */
export const ACTION_ROWS = 4;
