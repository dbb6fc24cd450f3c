import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card, CardList } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { FieldFrame } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { PlanPicture, usePlanNames } from '../../widgets.tsx';
import { DrawForm } from './draw-form.part.tsx';
import css from './plan.module.css';
import type { loader } from './plan.page.server.ts';

export { action, loader } from './plan.page.server.ts';

/** The plan of one estate: put up a picture, draw the buildings and places on it. */
export default function PlanPage() {
  const { t, locale } = usePage();
  const found = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const { estate, estates, plan, mayDraw, done } = found;
  const nameOf = (names: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? names.nameEn : names.nameZh;
  return (
    <DeskPage>
      <PageHead title={t('registry.plan.title', { name: nameOf(estate) })} lead={t('registry.plan.lead')} />
      <Row>
        {estates.map((one) => (
          <LinkButton
            key={one.id}
            to={`/desk/registry/plan/${one.id}`}
            kind={one.id === estate.id ? 'plain' : 'ghost'}
            current={one.id === estate.id}
          >
            {nameOf(one)}
          </LinkButton>
        ))}
      </Row>
      {done && !again && (
        <Notice>{t(`registry.plan.done.${done === 'draw' || done === 'erase' ? done : 'upload'}`)}</Notice>
      )}
      <ErrorSummary again={again} />
      <div className={css.columns}>
        <div>
          {plan ? (
            <PlanPicture
              plan={plan}
              title={t('registry.plan.title', { name: nameOf(estate) })}
              markOf={() => ({})}
            />
          ) : (
            <EmptyState title={t('registry.plan.none')}>
              <p>{t(mayDraw ? 'registry.plan.none-next' : 'registry.plan.none-who')}</p>
            </EmptyState>
          )}
        </div>
        <div>
          {mayDraw && plan && <DrawForm found={{ ...found, plan }} again={again} />}
          {mayDraw && <UploadForm hasPlan={plan !== null} requestKey={found.requestKey} again={again} />}
          {plan && plan.shapes.length > 0 && <Drawn found={{ ...found, plan }} />}
        </div>
      </div>
    </DeskPage>
  );
}

type UploadProps = {
  readonly hasPlan: boolean;
  readonly requestKey: string;
  readonly again: FormAgain | undefined;
};

function UploadForm({ hasPlan, requestKey, again }: UploadProps) {
  const { t } = usePage();
  return (
    <Card title={t(hasPlan ? 'registry.plan.replace' : 'registry.plan.upload')}>
      <form method="post" encType="multipart/form-data">
        <Stack>
          <input type="hidden" name="requestKey" value={requestKey} />
          <FieldFrame
            name="picture"
            label={t('registry.plan.picture')}
            hint={t('registry.plan.picture-hint')}
            again={again}
          >
            {({ id, name, described }) => (
              <input
                {...described}
                id={id}
                name={name}
                type="file"
                accept="image/jpeg,image/png,image/webp"
                required
              />
            )}
          </FieldFrame>
          {hasPlan && <Check name="keepShapes" value="on" label={t('registry.plan.keep-shapes')} checked />}
          <Button name="do" value="upload">
            {t(hasPlan ? 'registry.plan.replace' : 'registry.plan.upload')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

type Found = ReturnType<typeof useLoaderData<typeof loader>>;

function Drawn({ found }: { found: Found & { plan: NonNullable<Found['plan']> } }) {
  const { t } = usePage();
  const nameOf = usePlanNames();
  return (
    <details className={css.all}>
      <summary>{t('registry.plan.drawn', { n: found.plan.shapes.length })}</summary>
      <CardList>
        {found.plan.shapes.map((shape) => (
          <li key={shape.id} className={css.drawn}>
            <span>{nameOf(shape.target)}</span>
            {found.mayDraw && (
              <form method="post">
                <input type="hidden" name="shape" value={shape.id} />
                <Button
                  kind="ghost"
                  name="do"
                  value="erase"
                  aria-label={t('registry.plan.erase-of', { name: nameOf(shape.target) })}
                >
                  {t('registry.plan.erase')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </CardList>
    </details>
  );
}
