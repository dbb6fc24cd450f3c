import { useActionData, useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { type Option, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { JOIN_RELATIONS } from '../../contract/joining.ts';
import type { loader } from './join.page.server.ts';

export { action, loader } from './join.page.server.ts';

type Found = ReturnType<typeof useLoaderData<typeof loader>>;
type SignedIn = Extract<Found, { signedIn: true }>;

/** Joins one's home: with the card of the household, or by name and phone; else the desk looks at it. */
export default function JoinPage() {
  const { t } = usePage();
  const found = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('access.join.title')} lead={t('access.join.lead')} />
      {found.signedIn ? <JoinForm found={found} /> : <SignInFirst code={found.code} />}
    </>
  );
}

function SignInFirst({ code }: { code: string }) {
  const { t } = usePage();
  const back = encodeURIComponent(code === '' ? '/join' : `/join?c=${encodeURIComponent(code)}`);
  return (
    <Card>
      <Stack>
        <p>{t('access.join.sign-in-first')}</p>
        <LinkButton kind="primary" wide to={`/login?back=${back}`}>
          {t('access.join.sign-in')}
        </LinkButton>
        <p className="quiet">{t('access.join.no-phone')}</p>
      </Stack>
    </Card>
  );
}

function JoinForm({ found }: { found: SignedIn }) {
  const page = usePage();
  const { t } = page;
  const again = useActionData<FormAgain>();
  const withCard = found.home !== null;
  return (
    <>
      <ErrorSummary again={again} />
      {found.code !== '' && !withCard && !again && (
        <Card tone="due">
          <p>{t('refusal.access.card-unknown')}</p>
        </Card>
      )}
      <form method="post">
        <Stack>
          <input type="hidden" name="requestKey" value={again?.values.requestKey ?? found.requestKey} />
          {found.home ? (
            <Card title={t('access.join.your-home')} tone="ongoing">
              <p>
                <strong>{placeText(found.home, page)}</strong>
              </p>
              <input type="hidden" name="code" value={found.code} />
            </Card>
          ) : (
            <WithoutCard found={found} again={again} />
          )}
          <TextField
            name="name"
            label={t('access.join.name')}
            hint={t('access.join.name-hint')}
            value={found.name}
            autoComplete="name"
            maxLength={40}
            again={again}
          />
          <Choice
            name="relation"
            legend={t('access.join.relation')}
            options={JOIN_RELATIONS.map((value) => ({ value, label: t(`access.relation.${value}`) }))}
            again={again}
          />
          {!withCard && (
            <TextField
              name="note"
              label={t('access.join.note')}
              hint={t('access.join.note-hint')}
              maxLength={200}
              optional
              again={again}
            />
          )}
          <Button kind="primary" wide>
            {t('access.join.send')}
          </Button>
          <p className="quiet">{t('access.join.what-happens')}</p>
        </Stack>
      </form>
    </>
  );
}

function WithoutCard({ found, again }: { found: SignedIn; again: FormAgain | undefined }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="code"
        label={t('access.join.code')}
        hint={t('access.join.code-hint')}
        maxLength={12}
        short
        optional
        again={again}
      />
      <SelectField
        name="stairwell"
        label={t('access.join.entrance')}
        options={useEntrances(found)}
        empty={t('access.join.entrance-empty')}
        optional
        again={again}
      />
      <TextField
        name="room"
        label={t('access.join.room')}
        hint={t('access.join.room-hint')}
        inputMode="numeric"
        maxLength={8}
        short
        optional
        again={again}
      />
    </>
  );
}

function useEntrances({ estates }: SignedIn): Option[] {
  const { t, locale } = usePage();
  return estates.flatMap((estate) =>
    estate.buildings.flatMap((building) =>
      building.stairwells.map((stairwell) => ({
        value: stairwell.id,
        group: locale === 'en' ? estate.nameEn : estate.nameZh,
        label: `${t('registry.place.building', { number: building.number })} ${t('registry.place.stairwell', { number: stairwell.number })}`,
      })),
    ),
  );
}
