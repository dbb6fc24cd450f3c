import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { COMMITMENT_PERIODS, MEASURES } from '../../contract/commitments.ts';
import type { AgreementFile, PartyView } from '../../queries/agreement/agreements.ts';
import { useHowOften } from '../commitments/instance.part.tsx';
import type { loader } from './agreement.page.server.ts';

type Props = { readonly file: AgreementFile; readonly again: FormAgain | undefined };

const PARTS = ['goals', 'duties', 'requirements', 'interests'] as const;

function Hidden({ version, orgId }: { readonly version: number; readonly orgId?: string }) {
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <>
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="version" value={version} />
      {orgId && <input type="hidden" name="organisationId" value={orgId} />}
    </>
  );
}

/** Each party's part and commitments while it is a draft, and a place for one more party. */
export function PartiesForm({ file, again }: Props) {
  const { t, locale } = usePage();
  const { orgs } = useLoaderData<typeof loader>().choices;
  const there = new Set(file.parties.map(({ orgId }) => orgId));
  const others = orgs.filter(({ id }) => !there.has(id));
  const againNew = there.has(again?.values.organisationId ?? '') ? undefined : again;
  return (
    <Section title={t('agreements.agreement.parties', { n: file.parties.length })}>
      {file.parties.map((party) => (
        <PartyForm
          key={party.orgId}
          party={party}
          file={file}
          again={again?.values.organisationId === party.orgId ? again : undefined}
        />
      ))}
      <Card title={t('agreements.party.add')}>
        <form method="post">
          <Stack>
            <Hidden version={file.version} />
            <SelectField
              name="organisationId"
              label={t('agreements.party.organisation')}
              options={others.map((org) => ({
                value: org.id,
                label: locale === 'en' ? org.nameEn : org.nameZh,
              }))}
              empty={t('agreements.party.choose')}
              again={againNew}
            />
            <PartFields again={againNew} />
            <Row>
              <Button name="do" value="keep-party">
                {t('agreements.party.add')}
              </Button>
            </Row>
          </Stack>
        </form>
      </Card>
    </Section>
  );
}

function PartFields({ party, again }: { readonly party?: PartyView; readonly again: FormAgain | undefined }) {
  const { t } = usePage();
  return PARTS.map((name) => (
    <LongTextField
      key={name}
      name={name}
      label={t(`agreements.party.${name}`)}
      value={party?.[name] ?? ''}
      maxLength={2000}
      within={party?.orgId ?? 'new'}
      rows={name === 'duties' ? 4 : 2}
      {...(name === 'duties' && { hint: t('agreements.party.duties-hint') })}
      optional={name === 'requirements' || name === 'interests'}
      again={again}
    />
  ));
}

function PartyForm({ party, file, again }: Props & { readonly party: PartyView }) {
  const { t, locale } = usePage();
  const english = locale === 'en';
  const howOften = useHowOften();
  return (
    <Card title={english ? party.nameEn : party.nameZh}>
      <ul>
        {party.commitments.map((one) => (
          <li key={one.id}>
            <form method="post">
              <Hidden version={file.version} />
              <input type="hidden" name="commitmentId" value={one.id} />
              {one.promise}{' '}
              <span className="quiet">
                {howOften(one)} · {english ? one.postEn : one.postZh} · {one.measure}
              </span>{' '}
              <Button kind="ghost" name="do" value="drop-commitment">
                {t('agreements.party.cross-out')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <details open={again?.values.do === 'keep-commitment'}>
        <summary>{t('agreements.party.add-commitment')}</summary>
        <CommitmentForm party={party} version={file.version} again={again} />
      </details>
      <details open={again?.values.do === 'keep-party'}>
        <summary>{t('agreements.party.change')}</summary>
        <form method="post">
          <Stack>
            <Hidden version={file.version} orgId={party.orgId} />
            <PartFields party={party} again={again} />
            <Row>
              <Button name="do" value="keep-party">
                {t('agreements.party.save')}
              </Button>
              <Button kind="danger" name="do" value="drop-party" formNoValidate>
                {t('agreements.party.drop')}
              </Button>
            </Row>
          </Stack>
        </form>
      </details>
    </Card>
  );
}

type CommitmentProps = {
  readonly party: PartyView;
  readonly version: number;
  readonly again: FormAgain | undefined;
};

function CommitmentForm({ party, version, again }: CommitmentProps) {
  const { t, locale } = usePage();
  const { posts } = useLoaderData<typeof loader>().choices;
  const own = posts.filter(({ orgId }) => orgId === party.orgId);
  return (
    <form method="post">
      <Stack>
        <Hidden version={version} orgId={party.orgId} />
        <TextField
          name="promise"
          label={t('agreements.commitment.promise')}
          maxLength={500}
          within={party.orgId}
          again={again}
        />
        <TextField
          name="measure"
          label={t('agreements.commitment.measure')}
          hint={t('agreements.commitment.measure-hint')}
          maxLength={500}
          within={party.orgId}
          again={again}
        />
        <SelectField
          name="postId"
          label={t('agreements.commitment.post')}
          options={own.map((post) => ({
            value: post.id,
            label: locale === 'en' ? post.nameEn : post.nameZh,
          }))}
          within={party.orgId}
          again={again}
        />
        <Row>
          <SelectField
            name="period"
            label={t('agreements.commitment.period')}
            options={COMMITMENT_PERIODS.map((value) => ({ value, label: t(`agreements.period.${value}`) }))}
            empty={t('agreements.commitment.once')}
            optional
            within={party.orgId}
            again={again}
          />
          <TextField
            name="dueOn"
            type="date"
            label={t('agreements.commitment.due')}
            optional
            within={party.orgId}
            again={again}
          />
        </Row>
        <Row>
          <SelectField
            name="measuredBy"
            label={t('agreements.measured.field')}
            hint={t('agreements.measured.hint')}
            options={MEASURES.map((value) => ({ value, label: t(`agreements.measured.${value}`) }))}
            empty={t('agreements.measured.shown')}
            optional
            within={party.orgId}
            again={again}
          />
          <TextField
            name="enoughPercent"
            type="number"
            label={t('agreements.measured.enough')}
            short
            optional
            within={party.orgId}
            again={again}
          />
        </Row>
        <Row>
          <Button name="do" value="keep-commitment">
            {t('agreements.party.add-commitment')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
