import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { DUTIES, type TwoNames } from '../../contract.ts';
import type { loader } from './organisation.page.server.ts';

export type FormProps = { readonly again: FormAgain | undefined };

/** A form of this page: what it does, its fields, one button. */
export function DoForm({
  does,
  children,
  kind = 'primary',
}: {
  readonly does: string;
  readonly children: ReactNode;
  readonly kind?: 'primary' | 'danger';
}) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<{ requestKey: string }>();
  return (
    <Card title={t(`registry.orgs.do.${does}`)}>
      <form method="post">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          {children}
          <Button kind={kind} name="do" value={does}>
            {t(`registry.orgs.do.${does}`)}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

/** Names in both languages, for whatever has them. */
export function NameFields({ again, names }: FormProps & { readonly names?: TwoNames }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="nameZh"
        label={t('registry.field.name')}
        value={names?.nameZh ?? ''}
        maxLength={40}
        again={again}
      />
      <TextField
        name="nameEn"
        label={t('registry.field.name-en')}
        value={names?.nameEn ?? ''}
        maxLength={80}
        optional
        again={again}
      />
    </>
  );
}

/** Names, duty number, parent. */
export function CorrectForm({ again }: FormProps) {
  const { t, locale } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const { organisation: org } = file;
  return (
    <DoForm does="correct">
      <input type="hidden" name="version" value={file.version} />
      <NameFields again={again} names={org} />
      <TextField
        name="dutyPhone"
        type="tel"
        label={t('registry.orgs.duty-phone')}
        hint={t('registry.orgs.duty-phone-hint')}
        value={org.dutyPhone ?? ''}
        maxLength={25}
        optional
        again={again}
      />
      <SelectField
        name="parentId"
        label={t('registry.orgs.parent')}
        options={file.others.map((one) => ({
          value: one.id,
          label: locale === 'en' ? one.nameEn : one.nameZh,
        }))}
        empty={t('registry.orgs.no-parent')}
        value={org.parentId ?? ''}
        optional
        again={again}
      />
    </DoForm>
  );
}

/** A choice among estates: all, or those served today. */
function EstateField({ again, served }: FormProps & { readonly served: boolean }) {
  const { t, locale } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const now = new Set(file.services.filter((one) => one.toDay === null).map((one) => one.estateId));
  const estates = file.estates.filter((estate) => now.has(estate.id) === served);
  return (
    <SelectField
      name="estateId"
      label={t('registry.orgs.estate')}
      options={estates.map((one) => ({ value: one.id, label: locale === 'en' ? one.nameEn : one.nameZh }))}
      empty={t('registry.people.choose')}
      again={again}
    />
  );
}

/** Serves another estate from a day on. */
export function ServeForm({ again }: FormProps) {
  const { t } = usePage();
  const { today } = useLoaderData<typeof loader>();
  return (
    <DoForm does="serve">
      <EstateField again={again} served={false} />
      <TextField
        name="fromDay"
        type="date"
        label={t('registry.people.from-day')}
        value={today}
        again={again}
      />
    </DoForm>
  );
}

/** Serves an estate no longer. */
export function StopForm({ again }: FormProps) {
  const { t } = usePage();
  const { today } = useLoaderData<typeof loader>();
  return (
    <DoForm does="stop" kind="danger">
      <EstateField again={again} served />
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

/** Another property company takes an estate over. */
export function ReplaceForm({ again }: FormProps) {
  const { t, locale } = usePage();
  const { file, today } = useLoaderData<typeof loader>();
  const companies = file.others.filter((org) => org.kind === 'PROPERTY_COMPANY');
  return (
    <DoForm does="replace" kind="danger">
      <p className="quiet">{t('registry.orgs.replace-what')}</p>
      {companies.length === 0 && <p>{t('registry.orgs.replace-nobody')}</p>}
      <EstateField again={again} served />
      <SelectField
        name="successorId"
        label={t('registry.orgs.successor')}
        options={companies.map((one) => ({
          value: one.id,
          label: locale === 'en' ? one.nameEn : one.nameZh,
        }))}
        empty={t('registry.people.choose')}
        again={again}
      />
      <TextField
        name="day"
        type="date"
        label={t('registry.orgs.successor-day')}
        value={today}
        again={again}
      />
      <TextField
        name="reason"
        label={t('registry.people.because')}
        hint={t('registry.orgs.replace-reason')}
        maxLength={200}
        again={again}
      />
    </DoForm>
  );
}

/** Another post. */
export function NewPostForm({ again }: FormProps) {
  const { t, locale } = usePage();
  const { file } = useLoaderData<typeof loader>();
  const hasHead = file.posts.some((post) => post.isHead);
  return (
    <DoForm does="post">
      <TextField
        name="code"
        label={t('registry.orgs.post-code')}
        hint={t('registry.orgs.post-code-hint')}
        maxLength={24}
        short
        again={again}
      />
      <NameFields again={again} />
      <DutyField again={again} duties={DUTIES.filter((duty) => duty !== 'HEAD' || !hasHead)} />
      <WorkFields again={again} />
      <SelectField
        name="estateId"
        label={t('registry.orgs.post-estate')}
        options={file.estates.map((one) => ({
          value: one.id,
          label: locale === 'en' ? one.nameEn : one.nameZh,
        }))}
        empty={t('registry.orgs.post-everywhere')}
        optional
        again={again}
      />
    </DoForm>
  );
}

/** What a post is for. */
export function DutyField({
  again,
  duties,
  value,
}: FormProps & { readonly duties: readonly string[]; readonly value?: string }) {
  const { t } = usePage();
  return (
    <SelectField
      name="duty"
      label={t('registry.orgs.duty')}
      hint={t('registry.orgs.duty-hint')}
      options={duties.map((one) => ({ value: one, label: t(`registry.duty.${one}`) }))}
      {...(value ? { value } : { empty: t('registry.people.choose') })}
      again={again}
    />
  );
}

/** What a post does, in words. */
export function WorkFields({ again, zh = '', en = '' }: FormProps & { zh?: string; en?: string }) {
  const { t } = usePage();
  return (
    <>
      <LongTextField
        name="workZh"
        label={t('registry.orgs.work')}
        value={zh}
        maxLength={300}
        rows={3}
        optional
        again={again}
      />
      <LongTextField
        name="workEn"
        label={t('registry.orgs.work-en')}
        value={en}
        maxLength={300}
        rows={3}
        optional
        again={again}
      />
    </>
  );
}
