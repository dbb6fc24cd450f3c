/** The statements a page sends to the database, written down to be sent again without the page. */
import pg from 'pg';

/** One statement as the driver takes it. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** Runs something and writes down what it sends over any connection that is opened from now on. */
export class Recorder {
  readonly #statements: Statement[] = [];
  #isOn = false;

  /** Put it in place before the first connection is opened. */
  constructor() {
    const statements = this.#statements;
    const isOn = () => this.#isOn;
    const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
    pg.Client.prototype.query = function recorded(this: pg.Client, ...args: unknown[]) {
      if (isOn()) statements.push(statementOf(args));
      return query.apply(this, args);
    } as typeof pg.Client.prototype.query;
  }

  async record(work: () => Promise<unknown>): Promise<Statement[]> {
    this.#statements.length = 0;
    this.#isOn = true;
    try {
      await work();
    } finally {
      this.#isOn = false;
    }
    return [...this.#statements];
  }
}

function statementOf([first, second]: readonly unknown[]): Statement {
  if (typeof first === 'string') return { text: first, values: Array.isArray(second) ? second : [] };
  const { text, values } = first as { text: string; values?: unknown[] };
  return { text, values: values ?? (Array.isArray(second) ? second : []) };
}
