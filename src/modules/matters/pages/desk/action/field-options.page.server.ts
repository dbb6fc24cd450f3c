import { PURPOSES } from '#modules/consents/contract.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import type { Page } from '#web/page/page-context.ts';
import {
  CONTACT_CHANNELS,
  CONTACT_RESULTS,
  DECLINE_REASONS,
  LEVELS,
  MATTER_KINDS,
  MATTER_ROLES,
  PARKING_CAUSES,
} from '../../../contract.ts';
import type { Source } from '../../../forms/desk-actions.ts';
import type { ActionChoices, OrgChoice, PostChoice } from '../../../queries/desk/action-choices.ts';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import { CATEGORIES } from '../../../rules/intake/categories.ts';

export type FieldOption = { readonly value: string; readonly label: string; readonly group?: string };

/** Values of a list in words of one prefix. */
function inWords(page: Page, values: readonly (string | number)[], prefix: string): FieldOption[] {
  return values.map((value) => ({ value: String(value), label: page.t(`${prefix}.${value}`) }));
}

/** Organisations, those of the estate in a group of their own. */
export function orgOptions(page: Page, organisations: readonly OrgChoice[]): FieldOption[] {
  const name = namer(page);
  return organisations.map((o) => ({
    value: o.id,
    label: name(o),
    group: page.t(o.serves ? 'desk.orgs-here' : 'desk.orgs-elsewhere'),
  }));
}

/** Posts by organisation, with who holds them today. */
export function postOptions(page: Page, posts: readonly PostChoice[]): FieldOption[] {
  const name = namer(page);
  return posts.map((p) => {
    const who = p.holder && ((page.locale === 'en' && p.holder.nameEn) || p.holder.name);
    return {
      value: p.id,
      label: `${name(p)} · ${who ?? page.t('desk.post-vacant')}`,
      group: name(p.org),
    };
  });
}

function namer(page: Page): (names: TwoNames) => string {
  return (names) => (page.locale === 'en' ? names.nameEn : names.nameZh);
}

type Ask = { readonly page: Page; readonly matter: Dossier; readonly choices: ActionChoices };

/** The choices of every source, for one matter. */
const OPTIONS: Readonly<Record<Source, (ask: Ask) => FieldOption[]>> = {
  organisations: ({ page, choices }) => orgOptions(page, choices.organisations),
  posts: ({ page, choices }) => postOptions(page, choices.posts),
  'own-posts': ({ page, choices }) =>
    postOptions(
      page,
      choices.posts.filter((p) => p.orgId === page.actor.post?.orgId),
    ),
  'decline-reasons': ({ page }) => inWords(page, DECLINE_REASONS, 'matters.decline-reason'),
  kinds: ({ page }) => inWords(page, MATTER_KINDS, 'matters.kind'),
  categories: ({ page }) =>
    CATEGORIES.map((c) => ({
      value: c.code,
      label: page.t(`category.${c.code}`),
      group: page.t(`category.${c.group}`),
    })),
  levels: ({ page }) => inWords(page, LEVELS, 'matters.level'),
  'parking-causes': ({ page }) => inWords(page, PARKING_CAUSES, 'matters.parking-cause'),
  'contact-channels': ({ page }) => inWords(page, CONTACT_CHANNELS, 'matters.contact-channel'),
  'contact-results': ({ page }) => inWords(page, CONTACT_RESULTS, 'matters.contact-result'),
  'open-tracks': ({ page, matter }) =>
    inWords(
      page,
      matter.tracks.filter((track) => !track.closed).map((track) => track.kind),
      'matters.track',
    ),
  'matter-roles': ({ page }) => inWords(page, MATTER_ROLES, 'matters.role'),
  'visit-states': ({ page }) =>
    inWords(page, ['PLANNED', 'DONE', 'NOT_HOME', 'DECLINED'], 'desk.visit-state'),
  visits: ({ page, choices }) =>
    choices.visits.map((v) => ({ value: v.id, label: `${page.dates.moment(v.plannedFor)} · ${v.visitors}` })),
  steps: ({ page, matter }) =>
    matter.tracks.flatMap((track) =>
      track.closed
        ? []
        : track.steps
            .filter((step) => step.doneAt === null)
            .map((step) => ({ value: step.id, label: step.text, group: page.t(`desk.track.${track.kind}`) })),
    ),
  visibilities: ({ page }) => inWords(page, ['INTERNAL', 'PUBLIC'], 'desk.visibility'),
  'yes-no': ({ page }) => inWords(page, ['yes', 'no'], 'desk.yes-no'),
  approval: ({ page }) => inWords(page, ['true', 'false'], 'desk.approval'),
  'true-false': ({ page }) => inWords(page, ['true', 'false'], 'desk.true-false'),
  satisfaction: ({ page }) => inWords(page, [5, 4, 3, 2, 1], 'matters.satisfaction'),
  outcomes: ({ page }) => inWords(page, ['ANSWERED', 'NO_ANSWER'], 'desk.outcome'),
  supervision: ({ page, matter }) =>
    inWords(
      page,
      [1, 2, 3].filter((level) => level > matter.row.supervision_level),
      'desk.supervision',
    ),
  'consent-purposes': ({ page, matter }) =>
    PURPOSES.filter((purpose) => purpose !== 'REVEAL_REPORTER' || matter.row.complained_org_id !== null).map(
      (purpose) => ({ value: purpose, label: page.t(`consents.purpose.${purpose}.name`) }),
    ),
  'consent-states': ({ page }) => inWords(page, ['GIVEN', 'WITHDRAWN'], 'consents.state'),
  'consent-ways': ({ page }) => inWords(page, ['SPOKEN', 'PAPER'], 'consents.how'),
  'likely-same': ({ matter }) =>
    matter.related.likely.map((other) => ({ value: other.id, label: `${other.code} ${other.title}` })),
};

/** The choices of one source. */
export function optionsOf(source: Source, ask: Ask): FieldOption[] {
  return OPTIONS[source](ask);
}
