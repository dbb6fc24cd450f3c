import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { END_REASONS, type NamedHolding } from '../../contract/holdings.ts';
import { OWNING_RELATIONS } from '../../contract.ts';
import { HoldingDays } from '../places/unit-people.part.tsx';
import { HoldForm, SellForm } from './hold-forms.part.tsx';
import css from './people.module.css';
import type { loader } from './unit-people.page.server.ts';

export { action, loader } from './unit-people.page.server.ts';

const DONE: readonly string[] = ['hold', 'sell', 'end', 'represent'];

/** Who holds a unit: enter somebody, end a holding, write down a sale or who speaks for the owners. */
export default function UnitPeoplePage() {
  const { t } = usePage();
  const { place, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const open = place.people.filter((one) => one.toDay === null);
  const of = (what: string) => (again?.values.do === what ? again : undefined);
  return (
    <DeskPage>
      <PageHead
        title={t('registry.people.of-unit', { code: place.code })}
        lead={<a href={`/desk/registry/places/unit/${place.id}`}>{t('registry.people.back-to-unit')}</a>}
      />
      {done && DONE.includes(done) && !again && <Notice>{t(`registry.people.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <Section title={t('registry.people.now')}>
        {open.length === 0 && <p className="quiet">{t('registry.people.nobody')}</p>}
        <CardList>
          {open.map((one) => (
            <Held key={one.id} holding={one} again={again?.values.holding === one.id ? again : undefined} />
          ))}
        </CardList>
      </Section>
      <div className={css.two}>
        <HoldForm again={of('hold')} />
        <SellForm again={of('sell')} />
      </div>
    </DeskPage>
  );
}

function Held({ holding, again }: { holding: NamedHolding; again: FormAgain | undefined }) {
  const { t } = usePage();
  const { requestKey, today } = useLoaderData<typeof loader>();
  const mayRepresent = OWNING_RELATIONS.includes(holding.relation) && !holding.isRepresentative;
  return (
    <li className={css.held}>
      <div>
        <strong>{holding.name}</strong> {t(`registry.relation.${holding.relation}`)}
        {holding.share && ` ${holding.share.numerator}/${holding.share.denominator}`}{' '}
        {holding.isRepresentative && t('registry.people.representative')}
        <br />
        <HoldingDays holding={holding} />
      </div>
      <details open={again !== undefined}>
        <summary>{t('registry.people.change')}</summary>
        <Card>
          <form method="post">
            <input type="hidden" name="requestKey" value={requestKey} />
            <input type="hidden" name="holding" value={holding.id} />
            <Stack>
              <TextField
                name="lastDay"
                type="date"
                label={t('registry.people.last-day')}
                value={today}
                again={again}
              />
              <SelectField
                name="because"
                label={t('registry.people.because')}
                options={END_REASONS.map((value) => ({ value, label: t(`registry.ended.${value}`) }))}
                empty={t('registry.people.choose')}
                again={again}
              />
              <Row>
                <Button kind="danger" name="do" value="end">
                  {t('registry.people.end')}
                </Button>
                {mayRepresent && (
                  <Button kind="ghost" name="do" value="represent" formNoValidate>
                    {t('registry.people.represent')}
                  </Button>
                )}
              </Row>
            </Stack>
          </form>
        </Card>
      </details>
    </li>
  );
}
