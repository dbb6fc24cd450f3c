import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { LongTextField, SelectField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { AgreementFile, PartyView } from '../../queries/agreement/agreements.ts';
import { CommitmentFields } from '../commitments/fields.part.tsx';
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
  const { posts } = useLoaderData<typeof loader>().choices;
  return (
    <Card title={english ? party.nameEn : party.nameZh}>
      <Promised party={party} version={file.version} />
      <details open={again?.values.do === 'keep-commitment'}>
        <summary>{t('agreements.party.add-commitment')}</summary>
        <form method="post">
          <Stack>
            <Hidden version={file.version} orgId={party.orgId} />
            <CommitmentFields
              posts={posts.filter(({ orgId }) => orgId === party.orgId)}
              within={party.orgId}
              again={again}
            />
            <Row>
              <Button name="do" value="keep-commitment">
                {t('agreements.party.add-commitment')}
              </Button>
            </Row>
          </Stack>
        </form>
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

function Promised({ party, version }: { readonly party: PartyView; readonly version: number }) {
  const { t, locale } = usePage();
  const english = locale === 'en';
  const howOften = useHowOften();
  return (
    <ul>
      {party.commitments.map((one) => (
        <li key={one.id}>
          <form method="post">
            <Hidden version={version} />
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
  );
}
