import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { SelectField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import type { loader } from './desk-commitments.page.server.ts';
import { CommitmentFields } from './fields.part.tsx';

/** The head of a party takes on something more, or something else in the place of what it had taken on. */
export function TakeForm({ again }: { readonly again: FormAgain | undefined }) {
  const { t } = usePage();
  const { taking, requestKey } = useLoaderData<typeof loader>();
  if (!taking) return null;
  const own = again?.values.do === 'take-commitment' ? again : undefined;
  return (
    <details open={own !== undefined}>
      <summary>{t('agreements.take.how')}</summary>
      <p>{t('agreements.take.lead')}</p>
      <form method="post">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="agreementId" value={taking.agreementId} />
          <CommitmentFields posts={taking.posts} within="take" again={own} />
          <SelectField
            name="replacesId"
            label={t('agreements.take.replaces')}
            options={taking.running.map((one) => ({ value: one.id, label: one.promise }))}
            empty={t('agreements.take.replaces-none')}
            within="take"
            optional
            again={own}
          />
          <Row>
            <Button name="do" value="take-commitment">
              {t('agreements.take.take')}
            </Button>
          </Row>
        </Stack>
      </form>
    </details>
  );
}
