import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { DeskPage, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import css from '../meetings.module.css';
import type { loader } from './brief.page.server.ts';

export { loader } from './brief.page.server.ts';

/** What whoever decides has to know of an item, on one page. */
export default function BriefPage() {
  const { t } = usePage();
  const { titleOf, nameOf, factOf } = useMeetingWords();
  const { file, item } = useLoaderData<typeof loader>();
  return (
    <DeskPage>
      <PageHead
        title={item.title}
        lead={
          <>
            {t('meetings.brief.title')} · <a href={`/desk/meetings/${file.id}`}>{titleOf(file)}</a>
          </>
        }
      />
      <div className={css.brief}>
        {item.question && <Part title={t('meetings.brief.decide')}>{item.question}</Part>}
        {(item.facts.length > 0 || item.background) && (
          <Part title={t('meetings.brief.facts')}>
            {item.background}
            <ul className={css.facts}>
              {item.facts.map((fact) => (
                <li key={`${fact.key} ${fact.value}`}>{factOf(fact)}</li>
              ))}
            </ul>
          </Part>
        )}
        {item.options.length > 0 && (
          <Part title={t('meetings.brief.options')}>
            <ol>
              {item.options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ol>
          </Part>
        )}
        {item.positions.length > 0 && (
          <Part title={t('meetings.brief.positions')}>
            {item.positions.map((one) => (
              <p key={one.orgId}>
                <strong>{nameOf(one.org)}</strong>：{one.text}
              </p>
            ))}
          </Part>
        )}
        <Behind />
      </div>
    </DeskPage>
  );
}

/** Who is asked to lead it, who sits in, and the matter behind it with its photos. */
function Behind() {
  const { t } = usePage();
  const { nameOf } = useMeetingWords();
  const { item, matter } = useLoaderData<typeof loader>();
  return (
    <>
      {item.lead && <p className="quiet">{t('meetings.fact.LED_BY', { value: nameOf(item.lead) })}</p>}
      {item.guests && <p className="quiet">{t('meetings.page.guests', { guests: item.guests })}</p>}
      {matter && matter.photoIds.length > 0 && (
        <Part title={t('meetings.brief.photos')}>
          <Row>
            {matter.photoIds.map((id, at) => (
              <a key={id} href={`/files/${id}`}>
                <img
                  src={`/files/${id}?size=small`}
                  alt={t('meetings.brief.photo', { n: at + 1 })}
                  width="240"
                />
              </a>
            ))}
          </Row>
        </Part>
      )}
      {matter && (
        <Row>
          <LinkButton to={`/desk/matters/${matter.code}`}>{t('meetings.brief.more')}</LinkButton>
        </Row>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
