/** A moment as `datetime-local` sends it, in Shanghai; anything else stays as it is and is refused by the form. */
export function shanghaiMoment(typed: string): string {
  return /^[\d-]{10}T[\d:]{5}$/.test(typed) ? `${typed}:00+08:00` : typed;
}

/** A moment as `datetime-local` wants it, in Shanghai. */
export function localMoment(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}
