import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { FieldFrame, LongTextField, SelectField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { AgreementFile } from '../../queries/agreement/agreements.ts';
import type { loader } from '../agreement/agreement.page.server.ts';

type Props = { readonly file: AgreementFile; readonly again: FormAgain | undefined };

/** A party's head signed on paper: the general branch brings the picture of the sheet. */
export function PaperForm({ file, again }: Props) {
  const { t, locale } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const waiting = file.parties.filter(
    ({ standing, lastDay }) => lastDay === null && (standing === 'UNSIGNED' || standing === 'TO_CONFIRM'),
  );
  if (waiting.length === 0) return null;
  return (
    <details open={again !== undefined}>
      <summary>{t('agreements.paper.how')}</summary>
      <form method="post" encType="multipart/form-data">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="sealed" value={file.sealed ?? ''} />
          <SelectField
            name="organisationId"
            label={t('agreements.party.organisation')}
            options={waiting.map((party) => ({
              value: party.orgId,
              label: locale === 'en' ? party.nameEn : party.nameZh,
            }))}
            empty={t('agreements.party.choose')}
            within="paper"
            again={again}
          />
          <FieldFrame
            name="scan"
            label={t('agreements.paper.scan')}
            hint={t('agreements.paper.hint')}
            within="paper"
            again={again}
          >
            {({ id, name, required, described }) => (
              <input {...described} id={id} name={name} required={required} type="file" accept="image/*" />
            )}
          </FieldFrame>
          <LongTextField
            name="reservation"
            label={t('agreements.sign.reservation')}
            hint={t('agreements.paper.reservation')}
            maxLength={2000}
            rows={2}
            optional
            within="paper"
            again={again}
          />
          <Row>
            <Button name="do" value="record-paper-signature">
              {t('agreements.paper.record')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}
