import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { useNamed } from '../hearing/named.part.tsx';
import type { loader } from './appraisal.page.server.ts';
import css from './slips.module.css';

type Again = { readonly again: FormAgain | undefined };

/** What is to be put right: by whom, by when, and how one can tell. */
export function RectificationForm({ again }: Again) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  const own = again?.values.do === 'list-rectification' ? again : undefined;
  return (
    <Card title={t('meetings.appraisal.to-put-right')}>
      <p className="quiet">{t('meetings.appraisal.list-hint')}</p>
      <form method="post">
        <Stack>
          <input type="hidden" name="version" value={detail.version} />
          <input type="hidden" name="requestKey" value={requestKey} />
          <LongTextField
            name="conclusion"
            label={t('meetings.appraisal.conclusion')}
            hint={t('meetings.appraisal.conclusion-hint')}
            maxLength={1000}
            rows={2}
            value={detail.conclusion}
            optional
            again={own}
          />
          {[1, 2].map((n) => (
            <Item key={n} n={n} again={own} />
          ))}
          <details open={detail.items.length > 2 || own !== undefined}>
            <summary>{t('meetings.appraisal.more-items')}</summary>
            {[3, 4, 5, 6].map((n) => (
              <Item key={n} n={n} again={own} />
            ))}
          </details>
          <Row>
            <Button name="do" value="list-rectification">
              {t('meetings.appraisal.do.list-rectification')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function Item({ n, again }: Again & { n: number }) {
  const { t } = usePage();
  const named = useNamed();
  const { detail } = useLoaderData<typeof loader>();
  const kept = detail.items.find((item) => item.number === n);
  return (
    <fieldset className={css.row}>
      <legend>{t('meetings.appraisal.item', { n })}</legend>
      <div className={css.whole}>
        <TextField
          name={`task${n}`}
          label={t('meetings.appraisal.item-task')}
          maxLength={300}
          value={kept?.task ?? ''}
          optional
          again={again}
        />
      </div>
      <SelectField
        name={`post${n}`}
        label={t('meetings.appraisal.item-post')}
        options={detail.posts.map((post) => ({
          value: post.id,
          label: `${named(post)} · ${post.holder}`,
          group: named(post.org),
        }))}
        empty={t('meetings.hearing.form.choose')}
        value={kept?.postId ?? ''}
        optional
        again={again}
      />
      <TextField
        name={`due${n}`}
        type="date"
        label={t('meetings.appraisal.item-due')}
        value={kept?.dueOn ?? ''}
        optional
        again={again}
      />
      <TextField
        name={`measure${n}`}
        label={t('meetings.appraisal.item-measure')}
        maxLength={200}
        value={kept?.measure ?? ''}
        optional
        again={again}
      />
    </fieldset>
  );
}
