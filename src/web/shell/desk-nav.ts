import type { Role } from '#kernel/actor.ts';
import { opensFor, type RouteRules } from '#kernel/route-rule.ts';

/** An entry of the desk's navigation, given by a module's routes.ts. Whoever may open its page sees it. */
export type DeskLink = {
  /** Absolute path: `/desk/…`. */
  readonly to: string;
  /** Key of its words. */
  readonly words: string;
  /** Which heading it stands under. */
  readonly section: DeskSection;
  /** Key of the keyboard that leads there, shown beside it. */
  readonly shortcut?: string;
};

/** Headings of the desk's navigation, in their order; `work` has no heading of its own. */
export const DESK_SECTIONS = [
  'work',
  'deliberate',
  'publish',
  'registry',
  'residents',
  'oversight',
  'settings',
] as const;
export type DeskSection = (typeof DESK_SECTIONS)[number];

/** The entries a role sees, by section; sections without any are left out. */
export function deskNavOf(
  links: readonly DeskLink[],
  rules: RouteRules,
  role: Role,
  isHead = false,
): readonly { section: DeskSection; links: DeskLink[] }[] {
  return DESK_SECTIONS.map((section) => ({
    section,
    links: links.filter((link) => link.section === section && opensFor(rules[link.to], role, isHead)),
  })).filter((group) => group.links.length > 0);
}

/** The entry a page belongs to: the longest one its path begins with. */
export function currentLink(links: readonly DeskLink[], pathname: string): DeskLink | null {
  const fitting = links.filter((link) => pathname === link.to || pathname.startsWith(`${link.to}/`));
  return fitting.sort((a, b) => b.to.length - a.to.length)[0] ?? null;
}
