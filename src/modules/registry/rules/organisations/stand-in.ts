/** Who does the work of a post: its holder, else the organisation's deputy, else its head. */
import type { Day, Duty, Holder } from '../../contract.ts';
import { covers } from '../day.ts';

/** A post of the organisation as the rule needs it. */
export type PostDuty = {
  readonly id: string;
  readonly duty: Duty;
  readonly isHead: boolean;
  readonly position: number;
};

export type AppointmentFacts = {
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly fromDay: Day;
  readonly toDay: Day | null;
};

/**
 * The person who does a post's work on a day. A vacant post passes its work to the first deputy of its
 * organisation, then to the head; null when all three are vacant.
 *
 * @param posts all posts of the post's organisation.
 * @param appointments appointments to these posts, whatever their days.
 */
export function whoDoesTheWork(
  postId: string,
  posts: readonly PostDuty[],
  appointments: readonly AppointmentFacts[],
  day: Day,
): Holder | null {
  const own = holderOn(postId, appointments, day);
  if (own) return { ...own, as: 'HOLDER' };
  const inOrder = [...posts].sort((a, b) => a.position - b.position);
  for (const as of ['DEPUTY', 'HEAD'] as const) {
    for (const post of inOrder) {
      const fits = as === 'HEAD' ? post.isHead : post.duty === 'DEPUTY';
      const holder = fits ? holderOn(post.id, appointments, day) : null;
      if (holder) return { ...holder, as };
    }
  }
  return null;
}

/** The post's own holder on a day; the latest appointed when two overlap. */
export function holderOn(
  postId: string,
  appointments: readonly AppointmentFacts[],
  day: Day,
): Omit<Holder, 'as'> | null {
  const held = appointments.filter((a) => a.postId === postId && covers(a, day));
  const latest = held.toSorted((a, b) => (a.fromDay < b.fromDay ? 1 : -1))[0];
  if (!latest) return null;
  return {
    postId,
    personId: latest.personId,
    name: latest.name,
    nameEn: latest.nameEn,
    since: latest.fromDay,
  };
}
