/** How long a session lasts. Pure. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Staff sessions end with a working day left idle (domain brief §3.13, session timeout); residents' last. */
export const IDLE_MS = { staff: 12 * HOUR, resident: 30 * DAY } as const;

/** However busy, everybody signs in again after this. */
export const LONGEST_MS = { staff: 7 * DAY, resident: 180 * DAY } as const;

/** How long a person counts as having just proved who they are; sensitive steps ask again after it. */
export const CONFIRMED_MS = 20 * 60_000;

/** `last_seen_at` is written at most this often. */
export const TOUCH_EVERY_MS = 60_000;

export type SessionKind = keyof typeof IDLE_MS;

export type SessionTimes = {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
};

/** The moment a session may last to at most, set when it starts. */
export function sessionExpiry(kind: SessionKind, createdAt: Date): Date {
  return new Date(createdAt.getTime() + LONGEST_MS[kind]);
}

/** Whether a session still holds: not ended, not expired, not idle for too long. */
export function isLive(session: SessionTimes, kind: SessionKind, now: Date): boolean {
  if (session.endedAt !== null || now >= session.expiresAt) return false;
  return now.getTime() - session.lastSeenAt.getTime() < IDLE_MS[kind];
}

/** Whether it is time to write down that the session was used. */
export function needsTouch(session: Pick<SessionTimes, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY_MS;
}

/**
 * The post to act in: the chosen one while it is held, else the first one held. Somebody whose appointment
 * ended loses the post with the next page.
 */
export function actingPostOf<P extends { readonly postId: string }>(
  held: readonly P[],
  chosen: string | null,
): P | null {
  return held.find((post) => post.postId === chosen) ?? held[0] ?? null;
}
