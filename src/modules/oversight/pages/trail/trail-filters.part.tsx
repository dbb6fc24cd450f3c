import { useLoaderData } from 'react-router';
import type { TwoNames } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { type Option, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Row } from '#web/ui/layout.tsx';
import { EVENT_KINDS, eventKey } from './event-key.part.tsx';
import css from './trail.module.css';
import type { loader } from './trail.page.server.ts';

/** What to look for: who, where, what, about which code, when. Everything stands in the address. */
export function TrailFilters() {
  const { t, locale } = usePage();
  const { question, choices, search } = useLoaderData<typeof loader>();
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  const chosen = [
    choices.person && t('oversight.filter.only-person', { name: name(choices.person) }),
    choices.post && t('oversight.filter.only-post', { name: name(choices.post) }),
  ].filter((text) => text !== null);
  return (
    <Card>
      <form method="get" action="/desk/oversight/trail">
        {question.person && <input type="hidden" name="person" value={question.person} />}
        {question.post && <input type="hidden" name="post" value={question.post} />}
        {chosen.map((text) => (
          <p key={text} className={css.chosen}>
            {text}
          </p>
        ))}
        <Fields />
        <Row>
          <Tick name="contacts" label={t('oversight.filter.contacts')} on={question.contacts} />
          <Tick name="behalf" label={t('oversight.filter.behalf')} on={question.behalf} />
        </Row>
        <Row>
          <Button kind="primary">{t('oversight.filter.show')}</Button>
          {search !== '' && <LinkButton to="/desk/oversight/trail">{t('oversight.filter.clear')}</LinkButton>}
          <LinkButton to={`/desk/oversight/trail/export${search === '' ? '' : `?${search}`}`} kind="ghost">
            {t('oversight.export')}
          </LinkButton>
        </Row>
      </form>
    </Card>
  );
}

function Fields() {
  const { t, locale } = usePage();
  const { question, choices } = useLoaderData<typeof loader>();
  const orgs: Option[] = choices.orgs.map((org) => ({
    value: org.id,
    label: locale === 'en' ? org.nameEn : org.nameZh,
  }));
  const all = t('oversight.filter.all');
  return (
    <div className={css.fields}>
      <SelectField
        name="org"
        label={t('oversight.filter.org')}
        options={orgs}
        empty={all}
        value={question.org ?? ''}
        optional
      />
      <SelectField
        name="kind"
        label={t('oversight.filter.kind')}
        options={useKinds()}
        empty={all}
        value={question.kind ?? ''}
        optional
      />
      <TextField
        name="code"
        label={t('oversight.filter.code')}
        hint={t('oversight.filter.code-hint')}
        value={question.code === '-' ? '' : (question.code ?? '')}
        maxLength={40}
        optional
      />
      <TextField
        name="from"
        type="date"
        label={t('oversight.filter.from')}
        value={question.from ?? ''}
        optional
      />
      <TextField
        name="until"
        type="date"
        label={t('oversight.filter.until')}
        value={question.until ?? ''}
        optional
      />
    </div>
  );
}

/** Every kind of event, under the subject it belongs to. */
function useKinds(): Option[] {
  const { t } = usePage();
  const kinds = EVENT_KINDS.map((kind) => ({
    value: kind,
    label: t(eventKey(kind)),
    group: t(`oversight.module.${kind.split('.')[0]}`),
  }));
  return kinds.sort((a, b) => a.group.localeCompare(b.group));
}

function Tick({ name, label, on }: { name: string; label: string; on: boolean }) {
  return (
    <label className={css.tick}>
      <input type="checkbox" name={name} value="1" defaultChecked={on} /> {label}
    </label>
  );
}
