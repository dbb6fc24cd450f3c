/**
 * A rule's answer: the value, or the reason why not. Rules and commands never throw for what a user can
 * cause; they return a {@link Refusal}, which the pages translate.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** Why something may not happen. `code` is also the message key: words live under `refusal.<code>`. */
export type Refusal = {
  /** `<module>.<sentence-in-kebab-case>`, e.g. `matters.track-still-open`. */
  readonly code: string;
  /** The form field it concerns, when there is one. */
  readonly field?: string;
  /** Values for the sentence. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Law and article, or section of the domain brief, the rule comes from. */
  readonly source?: string;
};

/** The good answer. */
export function ok(): Result<void>;
export function ok<T>(value: T): Result<T>;
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value };
}

/** The refusing answer. */
export function refuse(
  code: string,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, ...more } };
}
