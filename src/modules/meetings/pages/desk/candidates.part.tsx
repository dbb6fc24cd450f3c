import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { PageForm, refusedOf, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { Candidate } from '../../contract/meetings.ts';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import { ItemFormFields } from './item-form.part.tsx';
import type { loader } from './meeting.page.server.ts';

type Again = { readonly again: FormAgain | undefined };
const NEW: Candidate = {
  source: 'CHAIR',
  sourceId: '',
  cause: 'ASKED',
  title: '',
  question: '',
  background: '',
  facts: [],
  leadOrgId: null,
  to: null,
};

/** What waits for an agenda, each with its figures; one click and a question puts it on. */
export function Candidates({ again }: Again) {
  const { t } = usePage();
  const { waiting } = useLoaderData<typeof loader>();
  return (
    <Card title={t('meetings.page.waiting')}>
      <Stack>
        <p className="quiet">
          {t(waiting.length > 0 ? 'meetings.page.waiting-lead' : 'meetings.page.no-waiting')}
        </p>
        <ul className={css.minutes}>
          {waiting.map((candidate) => (
            <li key={`${candidate.source} ${candidate.sourceId}`}>
              <One candidate={candidate} again={again} />
            </li>
          ))}
        </ul>
        <details open={again?.values.source === 'CHAIR'}>
          <summary>{t('meetings.form.own')}</summary>
          <PutForm candidate={NEW} again={again} />
        </details>
      </Stack>
    </Card>
  );
}

function One({ candidate, again }: Again & { candidate: Candidate }) {
  const { t } = usePage();
  const { factOf } = useMeetingWords();
  const own = again?.values.sourceId === candidate.sourceId && again?.values.do === 'put-on-agenda';
  return (
    <div className={css.item}>
      <div className={css.head}>
        {candidate.to ? <a href={candidate.to}>{candidate.title}</a> : <strong>{candidate.title}</strong>}
        <span className="quiet">{t(`meetings.why.${candidate.cause}`)}</span>
      </div>
      <ul className={css.facts}>
        {candidate.facts.map((fact) => (
          <li key={`${fact.key} ${fact.value}`}>{factOf(fact)}</li>
        ))}
      </ul>
      <details open={own}>
        <summary>{t('meetings.form.put')}</summary>
        <PutForm candidate={candidate} again={again} />
      </details>
      {candidate.source === 'TOPIC' && <Decline candidate={candidate} again={again} />}
    </div>
  );
}

function PutForm({ candidate, again }: Again & { candidate: Candidate }) {
  const { t, now } = usePage();
  const { file, newId, requestKey } = useLoaderData<typeof loader>();
  const name = `put-${candidate.sourceId || 'own'}`;
  const own = refusedOf(again, name);
  const isLate = file.agendaClosesAt !== null && now > file.agendaClosesAt;
  return (
    <PageForm name={name}>
      <Stack>
        <input type="hidden" name="id" value={newId} />
        <input type="hidden" name="source" value={candidate.source} />
        <input type="hidden" name="sourceId" value={candidate.sourceId} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <ItemFormFields
          item={{ ...candidate, minutes: 15, guests: '', options: candidate.options ?? '' }}
          again={own}
          withFacts
        />
        {isLate && (
          <TextField name="lateReason" label={t('meetings.form.late')} maxLength={300} again={own} />
        )}
        <Row>
          <Button kind="primary" name="do" value="put-on-agenda">
            {t('meetings.form.put')}
          </Button>
        </Row>
      </Stack>
    </PageForm>
  );
}

function Decline({ candidate, again }: Again & { candidate: Candidate }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const name = `decline-${candidate.sourceId}`;
  const own = refusedOf(again, name);
  return (
    <details open={own !== undefined}>
      <summary>{t('meetings.page.decline')}</summary>
      <PageForm name={name}>
        <Row>
          <input type="hidden" name="topicId" value={candidate.sourceId} />
          <input type="hidden" name="version" value={candidate.version ?? 1} />
          <input type="hidden" name="requestKey" value={requestKey} />
          <TextField name="reason" label={t('meetings.form.reason')} maxLength={300} again={own} />
          <Button name="do" value="settle-topic">
            {t('meetings.page.decline')}
          </Button>
        </Row>
      </PageForm>
    </details>
  );
}
