import { useActionData, useLoaderData, useSearchParams } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { localMoment } from '../forms/moments.ts';
import { NoticeCard } from './notice-card.part.tsx';
import css from './notices.module.css';
import type { loader, PublishAgain } from './publish.page.server.ts';

export { action, loader } from './publish.page.server.ts';

/** Publishing a works notice: write, look at it as residents will, publish. */
export default function PublishPage() {
  const { t } = usePage();
  const { live, replaces } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const again = useActionData<PublishAgain>();
  const done = asked.get('done');
  return (
    <div className={css.desk}>
      <PageHead
        title={t(replaces ? 'notices.replace-title' : 'notices.publish-title')}
        lead={t('notices.publish-lead')}
      />
      {done && !again && (
        <Notice>
          {t('notices.done')} <a href={`/notices/${done}`}>{done}</a>
        </Notice>
      )}
      <ErrorSummary again={again} />
      <div className={css.columns}>
        <PublishForm again={again} />
        <div className={css.cards}>
          {again?.preview && (
            <Section title={t('notices.preview')}>
              <Card>
                <h3>{again.preview.title}</h3>
              </Card>
              <NoticeCard notice={again.preview} isWhole />
            </Section>
          )}
          <Section title={t('notices.live')}>
            {live.length === 0 && <p className="quiet">{t('notices.none')}</p>}
            {live.map((notice) => (
              <div key={notice.id} className={css.cards}>
                <NoticeCard notice={notice} isLink />
                <Row>
                  <LinkButton to={`/desk/notices?replace=${notice.number}`}>
                    {t('notices.replace')}
                  </LinkButton>
                </Row>
              </div>
            ))}
          </Section>
        </div>
      </div>
    </div>
  );
}

/** The form; with `replaces`, filled with the notice whose place the new one takes. */
function PublishForm({ again }: { again: PublishAgain | undefined }) {
  const { t } = usePage();
  const { replaces, requestKey } = useLoaderData<typeof loader>();
  const ready = again?.preview !== undefined && again.preview !== null;
  return (
    <Card>
      <form method="post" action={replaces ? `/desk/notices?replace=${replaces.number}` : '/desk/notices'}>
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          {replaces && <input type="hidden" name="replacesId" value={replaces.id} />}
          {replaces && (
            <TextField name="reason" label={t('notices.field.reason')} maxLength={200} again={again} />
          )}
          <What again={again} />
          <WhereAndWhen again={again} />
          <Row>
            <Button kind={ready ? 'plain' : 'primary'} name="intent" value="preview">
              {t('notices.look')}
            </Button>
            {ready && (
              <Button kind="primary" name="intent" value="publish">
                {t(again?.values.emergency === 'yes' ? 'notices.publish' : 'notices.hand-over')}
              </Button>
            )}
          </Row>
        </Stack>
      </form>
    </Card>
  );
}

function What({ again }: { again: PublishAgain | undefined }) {
  const { t } = usePage();
  const { kinds, replaces } = useLoaderData<typeof loader>();
  return (
    <>
      <SelectField
        name="kind"
        label={t('notices.field.kind')}
        options={kinds.map((kind) => ({ value: kind, label: t(`notices.kind.${kind}`) }))}
        value={replaces?.kind ?? 'WATER'}
        again={again}
      />
      <TextField
        name="title"
        label={t('notices.field.title')}
        maxLength={60}
        value={replaces?.title ?? ''}
        again={again}
      />
      <LongTextField
        name="body"
        label={t('notices.field.body')}
        hint={t('notices.field.body-hint')}
        maxLength={2000}
        rows={5}
        value={replaces?.body ?? ''}
        again={again}
      />
    </>
  );
}

function WhereAndWhen({ again }: { again: PublishAgain | undefined }) {
  const { t, locale } = usePage();
  const { choices, replaces } = useLoaderData<typeof loader>();
  const estates = choices.estates.map((e) => ({ value: e.id, label: locale === 'en' ? e.nameEn : e.nameZh }));
  const moment = (name: 'startsAt' | 'endsAt', label: string) => (
    <TextField
      name={name}
      type="datetime-local"
      label={label}
      value={replaces ? localMoment(replaces[name]) : ''}
      again={again}
    />
  );
  return (
    <>
      <SelectField
        name="estateId"
        label={t('notices.field.estate')}
        options={estates}
        value={replaces?.estate.id ?? estates[0]?.value ?? ''}
        again={again}
      />
      <Buildings again={again} />
      <div className={css.two}>
        {moment('startsAt', t('notices.from'))}
        {moment('endsAt', t('notices.to'))}
      </div>
      <TextField
        name="contactPhone"
        type="tel"
        label={t('notices.ask')}
        maxLength={30}
        value={replaces?.contactPhone ?? choices.phone}
        again={again}
      />
      <label className={css.tick}>
        <input
          type="checkbox"
          name="emergency"
          value="yes"
          defaultChecked={again?.values.emergency === 'yes'}
        />
        {t('notices.emergency')}
      </label>
      <TextField
        name="emergencyReason"
        label={t('notices.field.emergency-reason')}
        maxLength={200}
        optional
        again={again}
      />
    </>
  );
}

/** Buildings of every estate; those of another estate than the chosen one are refused. */
function Buildings({ again }: { again: PublishAgain | undefined }) {
  const { t, locale } = usePage();
  const { choices, replaces } = useLoaderData<typeof loader>();
  const ticked = new Set((again?.values.buildingIds ?? '').split(' '));
  const wasTicked = (estateId: string, number: number) =>
    !again && replaces?.estate.id === estateId && replaces.buildings.includes(number);
  return (
    <details className={css.buildings} open={ticked.size > 1 ? true : undefined}>
      <summary>{t('notices.field.buildings')}</summary>
      {choices.estates.map((estate) => (
        <fieldset key={estate.id}>
          <legend className="quiet">{locale === 'en' ? estate.nameEn : estate.nameZh}</legend>
          {estate.buildings.map((building) => (
            <label key={building.id}>
              <input
                type="checkbox"
                name="buildingIds"
                value={building.id}
                defaultChecked={ticked.has(building.id) || wasTicked(estate.id, building.number)}
              />
              {building.number}
            </label>
          ))}
        </fieldset>
      ))}
    </details>
  );
}
