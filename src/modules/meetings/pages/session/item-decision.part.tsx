import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { LongTextField, PageForm, refusedOf, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { OUTCOMES } from '../../contract/meetings.ts';
import { ACTION_ROWS } from '../../forms/meetings.ts';
import { HERE } from '../../rules/quorum.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from './session.module.css';
import type { loader } from './session.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** What comes of the item: a resolution with its actions, another conclusion, or it is put off. */
export function ItemDecision({ again }: Again) {
  const { t } = usePage();
  const { item, file } = useLoaderData<typeof loader>();
  if (!item) return null;
  const isOpen = item.state === 'WAITING' || item.state === 'IN_DISCUSSION';
  const isResolved = item.outcome === 'CONSENSUS' || item.outcome === 'BROAD_CONSENSUS';
  const advises = file.body.kind === 'PROPERTY_FORUM' || file.body.kind === 'RESIDENTS_FORUM';
  return (
    <>
      {!advises && !item.isEarlier && (isOpen || isResolved) && (
        <Resolve again={refusedOf(again, 'resolve-item')} another={isResolved} />
      )}
      {isOpen && (
        <Card>
          <Conclude again={refusedOf(again, 'conclude-item')} />
          <Defer again={refusedOf(again, 'defer-item')} />
        </Card>
      )}
    </>
  );
}

function Hidden() {
  const { item, requestKey } = useLoaderData<typeof loader>();
  return (
    <>
      <input type="hidden" name="itemId" value={item?.id} />
      <input type="hidden" name="version" value={item?.version} />
      <input type="hidden" name="requestKey" value={requestKey} />
    </>
  );
}

function Resolve({ again, another }: Again & { another: boolean }) {
  const { t } = usePage();
  const { titleOf } = useMeetingWords();
  const { file, item, newId } = useLoaderData<typeof loader>();
  const form = (
    <PageForm name="resolve-item" data-keep={`${file.id} ${item?.id} resolve`}>
      <Stack>
        <Hidden />
        <input type="hidden" name="resolutionId" value={again?.values.resolutionId ?? newId} />
        <input type="hidden" name="meetingTitle" value={titleOf(file)} />
        <LongTextField
          name="text"
          label={t('meetings.session.text')}
          maxLength={1000}
          rows={2}
          again={again}
        />
        <SignedBy />
        {Array.from({ length: ACTION_ROWS }, (_, at) => at + 1).map((n) => (
          <ActionFields key={n} n={n} again={again} />
        ))}
        <Row>
          <Button kind="primary" name="do" value="resolve-item">
            {t('meetings.session.record-resolution')}
          </Button>
        </Row>
      </Stack>
    </PageForm>
  );
  if (!another)
    return (
      <div className={css.resolve}>
        <Card title={t('meetings.session.resolve')}>{form}</Card>
      </div>
    );
  return (
    <Card>
      <details open={again !== undefined}>
        <summary>{t('meetings.session.another')}</summary>
        {form}
      </details>
    </Card>
  );
}

/** Who of an owners' committee signs: more than half of all members have to. */
function SignedBy() {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { file } = useLoaderData<typeof loader>();
  if (file.signaturesNeeded === 0) return null;
  return (
    <fieldset>
      <legend>
        {t('meetings.session.signed-by', { needed: file.signaturesNeeded, all: file.seats.length })}
      </legend>
      {file.seats
        .filter(({ presence }) => presence && HERE.includes(presence))
        .map((seat) => (
          <Check
            key={seat.id}
            name="signedSeatIds"
            value={seat.id}
            label={`${nameOf(seat.post)} ${seat.holder ?? ''}`}
          />
        ))}
    </fieldset>
  );
}

function ActionFields({ n, again }: Again & { n: number }) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { organisations } = useLoaderData<typeof loader>();
  const optional = n > 1;
  const filled = ['task', 'post', 'due', 'measure'].some((field) => again?.values[`${field}${n}`]);
  const fields = (
    <div className={css.action}>
      <div className={css.wide}>
        <TextField
          name={`task${n}`}
          label={t('meetings.session.task')}
          maxLength={300}
          optional={optional}
          again={again}
        />
      </div>
      <SelectField
        name={`post${n}`}
        label={t('meetings.session.post')}
        options={organisations.flatMap((org) =>
          org.posts.map((post) => ({
            value: post.id,
            label: `${nameOf(org)} · ${nameOf(post)}`,
            group: nameOf(org),
          })),
        )}
        empty={t('meetings.form.choose')}
        optional={optional}
        again={again}
      />
      <TextField
        name={`due${n}`}
        label={t('meetings.session.due')}
        hint={t('meetings.session.due-hint')}
        maxLength={40}
        optional={optional}
        again={again}
      />
      <TextField
        name={`measure${n}`}
        label={t('meetings.session.measure')}
        maxLength={200}
        optional={optional}
        again={again}
      />
    </div>
  );
  if (n === 1) return fields;
  return (
    <details open={filled}>
      <summary>{t('meetings.session.action', { n })}</summary>
      {fields}
    </details>
  );
}

function Conclude({ again }: Again) {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { file, item, organisations } = useLoaderData<typeof loader>();
  const committees = organisations.filter(({ kind }) => kind === 'OWNERS_COMMITTEE');
  return (
    <details open={again !== undefined}>
      <summary>{t('meetings.session.other')}</summary>
      <PageForm name="conclude-item" data-keep={`${file.id} ${item?.id} conclude`}>
        <Stack>
          <Hidden />
          <SelectField
            name="outcome"
            label={t('meetings.session.outcome')}
            options={[...OUTCOMES]
              .filter((outcome) => outcome !== 'BROAD_CONSENSUS')
              .filter((outcome) => outcome !== 'TO_PARENT' || file.parent !== null)
              .map((outcome) => ({
                value: outcome,
                label:
                  outcome === 'TO_PARENT' && file.parent
                    ? t('meetings.outcome.to', { body: nameOf(file.parent) })
                    : t(`meetings.outcome.${outcome}`),
              }))}
            value="NOTED"
            again={again}
          />
          <SelectField
            name="proposedToOrgId"
            label={t('meetings.session.proposed-to')}
            options={committees.map((org) => ({ value: org.id, label: nameOf(org) }))}
            empty="—"
            optional
            again={again}
          />
          <SignedBy />
          <LongTextField
            name="text"
            label={t('meetings.session.words')}
            maxLength={1000}
            rows={2}
            again={again}
          />
          <Row>
            <Button name="do" value="conclude-item">
              {t('meetings.session.conclude')}
            </Button>
          </Row>
        </Stack>
      </PageForm>
    </details>
  );
}

function Defer({ again }: Again) {
  const { t } = usePage();
  return (
    <details open={again !== undefined}>
      <summary>{t('meetings.session.defer')}</summary>
      <PageForm name="defer-item">
        <Row>
          <Hidden />
          <TextField name="reason" label={t('meetings.session.defer-why')} maxLength={300} again={again} />
          <Button name="do" value="defer-item">
            {t('meetings.session.defer')}
          </Button>
        </Row>
      </PageForm>
    </details>
  );
}
