import { randomBytes, randomUUID } from 'node:crypto';

/** What a page turned out to be while it was made. */
export type PageMarks = {
  /** The page said that everybody who has not signed in sees the same. */
  readonly shared: boolean;
  /** Something of it is meant for one visitor. */
  readonly personal: boolean;
  /** The form that was sent could not be read. */
  readonly unreadable: boolean;
  /** The nonce of its scripts, when it has any. */
  readonly nonce: string | null;
};

/** The parts of a page that leave a mark when they are used. */
export class MarkingPage implements PageMarks {
  #nonce: string | null = null;
  #shared = false;
  #keyed = false;
  #unreadable = false;

  get shared(): boolean {
    return this.#shared;
  }
  get personal(): boolean {
    return this.#keyed || this.#nonce !== null;
  }
  get unreadable(): boolean {
    return this.#unreadable;
  }
  get nonce(): string | null {
    return this.#nonce;
  }
  readonly makeNonce = (): string => {
    this.#nonce ??= randomBytes(16).toString('base64');
    return this.#nonce;
  };
  readonly newRequestKey = (): string => {
    this.#keyed = true;
    return randomUUID();
  };
  readonly noteUnreadableForm = (): void => {
    this.#unreadable = true;
  };
  readonly share = (): void => {
    this.#shared = true;
  };
}
