import { describe, expect, it } from 'vitest';
import { type Actor, type OrgKind, ROLES, type Role } from '#kernel/actor.ts';
import { ACTION_COMMANDS } from '../../commands/engine/desk-actions.ts';
import { MATTER_ACTIONS, MATTER_STATUSES, type MatterAction, type MatterFacts } from '../../contract.ts';
import { ACTION_FORMS } from '../../forms/desk-actions.ts';
import { MATTER_PERMISSIONS, mayEver, mayNow } from '../../permissions.ts';
import desk from '../../words/desk.zh-CN.json' with { type: 'json' };
import { OFFERED, type OfferFacts, offersFor } from './offers.ts';

const OWN = 'org-own';
const actor = (role: Role, orgKind: OrgKind = 'RESIDENTS_COMMITTEE'): Actor => ({
  neighborhoodId: 'n',
  role,
  personId: 'p',
  post: { postId: 'post', orgId: OWN, orgKind, isHead: true },
  householdUnitIds: [],
  onBehalfOf: null,
});
const facts = (more: Partial<MatterFacts> = {}): MatterFacts => ({
  status: 'IN_PROGRESS',
  leadOrgId: OWN,
  coHandlerOrgIds: [],
  reporterOrgId: null,
  reporterPersonId: 'reporter',
  complainedOrgId: null,
  enteredByPersonId: null,
  returnCount: 0,
  awaitsReturnRuling: false,
  awaitsRedoRuling: false,
  explanationProposedBy: null,
  deskOrgIds: [OWN],
  provenByPin: false,
  anonymous: false,
  ...more,
});
const plain: OfferFacts = {
  openTracks: 0,
  twoTrack: false,
  extensionAsked: false,
  parkingAsked: false,
  withdrawalAsked: false,
  extended: false,
  chronic: false,
  supervisionLevel: 0,
  textHidden: false,
  answered: false,
};
const STAFF: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'];
const words = desk as Readonly<Record<string, string>>;

describe('the table of actions', () => {
  const staffMay = MATTER_ACTIONS.filter(
    (action) =>
      action !== 'add-photo' &&
      MATTER_PERMISSIONS[action].some((grant) => grant.roles.some((role) => STAFF.includes(role))),
  );

  it.each(staffMay)(
    '%s: somebody at the desk may do it, so it has a form, a command, a place and words',
    (action) => {
      expect(Object.keys(ACTION_FORMS)).toContain(action);
      expect(Object.keys(ACTION_COMMANDS)).toContain(action);
      expect(Object.values(OFFERED).flat()).toContain(action);
      for (const key of ['action', 'about-action', 'event'])
        expect(words[`desk.${key}.${action}`]).toBeTruthy();
    },
  );

  it('offers no action twice and none that does not exist', () => {
    const all = Object.values(OFFERED).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((action) => !MATTER_ACTIONS.includes(action))).toEqual([]);
  });

  it('every field has a label', () => {
    const missing = Object.values(ACTION_FORMS)
      .flatMap((form) => form.fields)
      .map((field) => `desk.field.${field.words ?? field.name}`)
      .filter((key) => !words[key]);
    expect(missing).toEqual([]);
  });

  it('an empty form is refused by every command that asks for something', () => {
    const asks = Object.entries(ACTION_FORMS).filter(([, form]) =>
      form.fields.some((field) => !field.optional),
    );
    const matterId = '0190b0a0-0000-7000-8000-000000000000';
    const lenient = asks
      .filter(([action]) => ACTION_COMMANDS[action as keyof typeof ACTION_COMMANDS]({ matterId }).ok)
      .map(([action]) => action);
    // Yes and no come as a tick box, which says no when it is not there.
    expect(lenient).toEqual(['decide-extension', 'decide-parking', 'confirm-explanation']);
  });
});

describe('what a page offers', () => {
  const shown = (role: Role, more: Partial<MatterFacts>, own: Partial<OfferFacts> = {}) =>
    offersFor(actor(role), facts(more), { ...plain, ...own }, []);

  it('what it says is possible, the permission table grants now; for every role and state', () => {
    for (const role of ROLES) {
      for (const status of MATTER_STATUSES) {
        for (const offer of shown(role, { status })) {
          const granted = mayNow(actor(role), offer.action, facts({ status })) === null;
          expect(offer.refusal === null, `${role} ${status} ${offer.action}`).toBe(granted);
        }
      }
    }
  });

  it('what a role can never do is not spoken of', () => {
    for (const role of ROLES) {
      for (const offer of shown(role, { leadOrgId: 'other', deskOrgIds: [] })) {
        const never = mayEver(actor(role), offer.action, facts({ leadOrgId: 'other', deskOrgIds: [] }));
        expect(never?.code ?? null).not.toBe('matters.not-yours-to-do');
      }
    }
  });

  it('with a track open, "done" is there with its reason', () => {
    const done = shown('PC', {}, { openTracks: 2, twoTrack: true }).find((o) => o.action === 'report-done');
    expect(done?.refusal).toMatchObject({ code: 'matters.track-still-open', params: { count: 2 } });
  });

  it('nothing is decided that nobody asked for', () => {
    const decided: MatterAction[] = ['decide-extension', 'decide-parking', 'decide-withdrawal'];
    const unasked = shown('GB', { leadOrgId: 'other' }).map((offer) => offer.action);
    expect(unasked.filter((action) => decided.includes(action))).toEqual([]);
    const asked = shown(
      'GB',
      { leadOrgId: 'other' },
      { extensionAsked: true, parkingAsked: true, withdrawalAsked: true },
    );
    expect(asked.map((offer) => offer.action)).toEqual(expect.arrayContaining(decided));
  });

  it('the doer is told why somebody else follows up', () => {
    const offer = shown('RC', { status: 'DONE_BY_HANDLER' }).find((o) => o.action === 'record-follow-up');
    expect(offer?.refusal?.code).toBe('matters.follow-up-by-own-organisation');
  });

  it('what the matter waits for comes first', () => {
    const offers = offersFor(actor('PC'), facts(), plain, ['record-contact', 'report-done']);
    expect(offers.slice(0, 2).map((offer) => offer.action)).toEqual(['record-contact', 'report-done']);
  });
});
