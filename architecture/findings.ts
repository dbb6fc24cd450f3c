/** One thing that is wrong: which rule says so, where, and in plain words what. */
export type Finding = {
  readonly rule: string;
  /** Path from the root of the repository, with the line when there is one. */
  readonly where: string;
  readonly what: string;
};

/** Files by path from the root. What a check may look at; a test hands it invented ones. */
export type Tree = ReadonlyMap<string, string>;
