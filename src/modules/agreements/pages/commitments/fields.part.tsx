import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row } from '#web/ui/layout.tsx';
import { COMMITMENT_PERIODS, MEASURES } from '../../contract/commitments.ts';

type Props = {
  /** Posts of the organisation that promises. */
  readonly posts: readonly { readonly id: string; readonly nameZh: string; readonly nameEn: string }[];
  readonly within: string;
  readonly again: FormAgain | undefined;
};

/** What is promised, how anybody can tell, by which post, how often or by when, and who counts. */
export function CommitmentFields(props: Props) {
  const { t, locale } = usePage();
  const { posts, ...field } = props;
  return (
    <>
      <TextField name="promise" label={t('agreements.commitment.promise')} maxLength={500} {...field} />
      <TextField
        name="measure"
        label={t('agreements.commitment.measure')}
        hint={t('agreements.commitment.measure-hint')}
        maxLength={500}
        {...field}
      />
      <SelectField
        name="postId"
        label={t('agreements.commitment.post')}
        options={posts.map((post) => ({
          value: post.id,
          label: locale === 'en' ? post.nameEn : post.nameZh,
        }))}
        {...field}
      />
      <Row>
        <SelectField
          name="period"
          label={t('agreements.commitment.period')}
          options={COMMITMENT_PERIODS.map((value) => ({ value, label: t(`agreements.period.${value}`) }))}
          empty={t('agreements.commitment.once')}
          optional
          {...field}
        />
        <TextField name="dueOn" type="date" label={t('agreements.commitment.due')} optional {...field} />
      </Row>
      <CountedFields {...field} />
    </>
  );
}

function CountedFields(field: Omit<Props, 'posts'>) {
  const { t } = usePage();
  return (
    <Row>
      <SelectField
        name="measuredBy"
        label={t('agreements.measured.field')}
        hint={t('agreements.measured.hint')}
        options={MEASURES.map((value) => ({ value, label: t(`agreements.measured.${value}`) }))}
        empty={t('agreements.measured.shown')}
        optional
        {...field}
      />
      <TextField
        name="enoughPercent"
        type="number"
        label={t('agreements.measured.enough')}
        short
        optional
        {...field}
      />
    </Row>
  );
}
