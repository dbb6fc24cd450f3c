import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { TextField } from '#web/ui/form/field.tsx';
import type { KeptAppointment } from '../../contract/organisations.ts';
import { DUTIES } from '../../contract.ts';
import { FoundPeople, PersonSearch } from '../organisations/find-person.part.tsx';
import {
  DoForm,
  DutyField,
  type FormProps,
  NameFields,
  WorkFields,
} from '../organisations/org-forms.part.tsx';
import { Appointment } from '../organisations/posts.part.tsx';
import type { loader } from './post.page.server.ts';

/** Somebody whom the register does not know: entered and put into the post at once. */
function NewHolderForm({ again }: FormProps) {
  const { t } = usePage();
  const { today } = useLoaderData<typeof loader>();
  const own = again?.values.do === 'appoint-new' ? again : undefined;
  return (
    <details open={own !== undefined}>
      <summary>{t('registry.orgs.not-in-register')}</summary>
      <DoForm does="appoint-new">
        <p className="quiet">{t('registry.orgs.not-in-register-hint')}</p>
        <TextField name="name" label={t('registry.people.name')} maxLength={40} again={own} />
        <TextField
          name="phone"
          type="tel"
          label={t('registry.people.phone')}
          maxLength={25}
          optional
          again={own}
        />
        <TextField
          name="fromDay"
          type="date"
          label={t('registry.orgs.first-day')}
          value={today}
          again={own}
        />
      </DoForm>
    </details>
  );
}

/** Looks for somebody and puts them into the post. */
export function AppointForm({ again }: FormProps) {
  const { t } = usePage();
  const { file, words, today } = useLoaderData<typeof loader>();
  const asksWhy = again?.refusals.some((one) => one.field === 'despiteConflict') ?? false;
  return (
    <>
      <PersonSearch does="appoint" words={words} />
      <NewHolderForm again={again} />
      {file.found && (
        <DoForm does="appoint">
          <FoundPeople found={file.found} again={again} />
          <TextField
            name="fromDay"
            type="date"
            label={t('registry.orgs.first-day')}
            value={today}
            again={again}
          />
          <TextField
            name="toDay"
            type="date"
            label={t('registry.people.last-day')}
            hint={t('registry.orgs.open-end')}
            optional
            again={again}
          />
          {asksWhy && (
            <TextField
              name="despiteConflict"
              label={t('registry.orgs.despite-conflict')}
              hint={t('registry.orgs.despite-hint')}
              maxLength={200}
              again={again}
            />
          )}
        </DoForm>
      )}
    </>
  );
}

/** Ends the appointment. */
export function EndForm({ again, appointment }: FormProps & { readonly appointment: KeptAppointment }) {
  const { t } = usePage();
  const { today } = useLoaderData<typeof loader>();
  return (
    <DoForm does="end" kind="danger">
      <p>
        <Appointment appointment={appointment} />
      </p>
      <p className="quiet">{t('registry.orgs.end-what')}</p>
      <input type="hidden" name="appointmentId" value={appointment.id} />
      <TextField
        name="lastDay"
        type="date"
        label={t('registry.people.last-day')}
        value={today}
        again={again}
      />
      <TextField name="reason" label={t('registry.people.because')} maxLength={200} optional again={again} />
    </DoForm>
  );
}

/** A later last day. */
export function ExtendForm({ again, appointment }: FormProps & { readonly appointment: KeptAppointment }) {
  const { t } = usePage();
  return (
    <DoForm does="extend">
      <p>
        <Appointment appointment={appointment} />
      </p>
      <input type="hidden" name="appointmentId" value={appointment.id} />
      <TextField
        name="toDay"
        type="date"
        label={t('registry.orgs.new-last-day')}
        hint={t('registry.orgs.open-end')}
        optional
        again={again}
      />
    </DoForm>
  );
}

/** Names, duty and what the post does. */
export function CorrectPostForm({ again }: FormProps) {
  const { post } = useLoaderData<typeof loader>().file;
  return (
    <DoForm does="correct-post">
      <input type="hidden" name="version" value={post.version} />
      <NameFields again={again} names={post} />
      <DutyField
        again={again}
        duties={DUTIES.filter((duty) => (duty === 'HEAD') === post.isHead)}
        value={post.duty}
      />
      <WorkFields again={again} zh={post.workZh} en={post.workEn} />
    </DoForm>
  );
}

/** Gives the post up. */
export function ClosePostForm({ again }: FormProps) {
  const { t } = usePage();
  const { file, today } = useLoaderData<typeof loader>();
  return (
    <DoForm does="close" kind="danger">
      <p className="quiet">{t('registry.orgs.close-what')}</p>
      <input type="hidden" name="version" value={file.post.version} />
      <TextField
        name="lastDay"
        type="date"
        label={t('registry.people.last-day')}
        value={today}
        again={again}
      />
      <TextField name="reason" label={t('registry.people.because')} maxLength={200} optional again={again} />
    </DoForm>
  );
}
