/** Facts of a line; no contact data, no secrets. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Takes one line about the running program. `event` is kebab-case, e.g. `request-failed`. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}

/** A log of JSON lines, one object a line. */
export function jsonLog(write: (line: string) => void, clock: () => Date): Log {
  const line = (level: string, event: string, fields: LogFields): void =>
    write(JSON.stringify({ at: clock().toISOString(), level, event, ...fields }));
  return {
    info: (event, fields = {}) => line('info', event, fields),
    warn: (event, fields = {}) => line('warn', event, fields),
    error: (event, error, fields = {}) => line('error', event, { ...fields, ...errorFields(error) }),
  };
}

function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, stack: error.stack };
}
