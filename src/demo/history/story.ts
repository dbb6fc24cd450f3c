import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { answerFollowUp, recordFollowUp, takeFollowUp } from '#modules/matters/commands/closing/follow-up.ts';
import { addNote } from '#modules/matters/commands/handling/add-note.ts';
import { recordContact } from '#modules/matters/commands/handling/record-contact.ts';
import { reportDone } from '#modules/matters/commands/handling/report-done.ts';
import { type Submitted, submitMatter } from '#modules/matters/commands/intake/submit-matter.ts';
import { waitForRequester } from '#modules/matters/commands/pace/waiting.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import {
  acceptAssignment,
  assignMatter,
  returnAssignment,
} from '#modules/matters/commands/triage/assign-matter.ts';
import { declineMatter } from '#modules/matters/commands/triage/decline-matter.ts';
import { mergeMatter } from '#modules/matters/commands/triage/merge-matter.ts';
import type { ContactChannel, ContactResult } from '#modules/matters/contract.ts';
import { type SubmitMatter, submitForm } from '#modules/matters/forms/intake.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrgKey } from '../neighborhood/organisations.ts';
import type { PostKey } from '../neighborhood/staff-posts/staff.ts';
import { lookAtLine } from './second-look.ts';
import { matterOf, type Stage } from './step.ts';

type OnMatter = (tx: Tx, matterId: string) => Promise<Result<unknown>>;
export type Answer = { readonly solved: boolean; readonly pleased: number; readonly said?: string };

/** Writes the steps of one matter's story down; every method is something somebody does at a moment. */
export class Story {
  readonly stage: Stage;
  readonly name: string;
  private count = 0;

  constructor(stage: Stage, name: string) {
    this.stage = stage;
    this.name = name;
  }

  /** Anything that a command can do to the matter. */
  act(at: Date, actor: Actor, what: string, run: OnMatter): this {
    const { name } = this;
    this.count += 1;
    this.stage.steps.push({
      key: `${name}/${this.count}/${what}`,
      at,
      actor,
      run: (tx, lived) => run(tx, matterOf(lived, name)),
    });
    return this;
  }

  /** In a post of the demo, e.g. `RC-DESK-1`. */
  post(code: PostKey): Actor {
    return this.stage.demo.actorInPost(code);
  }

  begin(
    at: Date,
    actor: Actor,
    report: Partial<SubmitMatter> & Pick<SubmitMatter, 'channel' | 'description'>,
  ): this {
    const { name } = this;
    const input = submitForm.parse({ reporter: 'SELF', ...report });
    this.stage.steps.push({
      key: `${name}/begin`,
      at,
      actor,
      run: (tx) => submitMatter(tx, input),
      keep: (answer, lived) => lived.matters.set(name, (answer as Submitted).matterId),
    });
    return this;
  }

  accept(at: Date, by: PostKey): this {
    return this.act(at, this.post(by), 'accept', (tx, matterId) => acceptMatter(tx, { matterId }));
  }

  assign(at: Date, by: PostKey, lead: OrgKey, helpers: readonly OrgKey[] = [], note = ''): this {
    const { orgs } = this.stage.demo;
    const coHandlerOrgIds = helpers.map((key) => orgs[key]);
    return this.act(at, this.post(by), 'assign', (tx, matterId) =>
      assignMatter(tx, { matterId, leadOrgId: orgs[lead], coHandlerOrgIds, note }),
    );
  }

  /** The lead takes it and names the post that answers for it. */
  take(at: Date, by: PostKey, named: PostKey = by): this {
    const postId = this.stage.demo.post(named);
    return this.act(at, this.post(by), 'take', (tx, matterId) => acceptAssignment(tx, { matterId, postId }));
  }

  contact(
    at: Date,
    by: PostKey,
    note = '',
    result: ContactResult = 'REACHED',
    channel: ContactChannel = 'PHONE',
  ): this {
    return this.act(at, this.post(by), 'contact', (tx, matterId) =>
      recordContact(tx, { matterId, channel, result, note }),
    );
  }

  tell(at: Date, by: PostKey, text: string, visibility: 'PUBLIC' | 'INTERNAL' = 'PUBLIC'): this {
    return this.act(at, this.post(by), 'note', (tx, matterId) => addNote(tx, { matterId, text, visibility }));
  }

  /** Done, with a line for everybody that somebody else looks at within the hour. */
  done(at: Date, by: PostKey, summary: string, publicLine = ''): this {
    this.act(at, this.post(by), 'done', (tx, matterId) => reportDone(tx, { matterId, summary, publicLine }));
    if (publicLine !== '') lookAtLine(this.stage, this.name, `${this.name}/${this.count}`, at, by);
    return this;
  }

  takeFollowUp(at: Date, by: PostKey): this {
    return this.act(at, this.post(by), 'take-follow-up', (tx, matterId) => takeFollowUp(tx, { matterId }));
  }

  /** Somebody outside the handlers' organisations asks the two questions. */
  ask(at: Date, by: PostKey, answer: Answer | null): this {
    return this.act(at, this.post(by), 'ask', (tx, matterId) =>
      recordFollowUp(
        tx,
        answer
          ? {
              matterId,
              outcome: 'ANSWERED',
              resolved: answer.solved ? 'yes' : 'no',
              satisfaction: answer.pleased,
              text: answer.said ?? '',
            }
          : { matterId, outcome: 'NO_ANSWER', text: '' },
      ),
    );
  }

  /** The reporter answers by themselves. */
  answer(at: Date, actor: Actor, answer: Answer): this {
    const { solved, pleased, said = '' } = answer;
    return this.act(at, actor, 'answer', (tx, matterId) =>
      answerFollowUp(tx, { matterId, resolved: solved ? 'yes' : 'no', satisfaction: pleased, text: said }),
    );
  }

  decline(at: Date, by: PostKey, explanation: string, whereToTurn: string): this {
    return this.act(at, this.post(by), 'decline', (tx, matterId) =>
      declineMatter(tx, { matterId, reason: 'OUT_OF_SCOPE', explanation, whereToTurn }),
    );
  }

  giveBack(at: Date, by: PostKey, basis: string): this {
    return this.act(at, this.post(by), 'give-back', (tx, matterId) =>
      returnAssignment(tx, { matterId, basis }),
    );
  }

  waitForReporter(at: Date, by: PostKey, reason: string): this {
    return this.act(at, this.post(by), 'wait', (tx, matterId) => waitForRequester(tx, { matterId, reason }));
  }

  mergeInto(at: Date, by: PostKey, other: string): this {
    const { name } = this;
    this.count += 1;
    this.stage.steps.push({
      key: `${name}/${this.count}/merge`,
      at,
      actor: this.post(by),
      run: (tx, lived) =>
        mergeMatter(tx, { matterId: matterOf(lived, name), intoId: matterOf(lived, other) }),
    });
    return this;
  }
}
