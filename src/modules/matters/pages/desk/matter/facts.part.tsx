import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts as Pairs } from '#web/ui/layout.tsx';
import type { Dossier } from '../../../queries/desk/dossier.ts';
import css from './matter.module.css';
import { Photos } from './photos.part.tsx';

/** What was said, and what it is filed under. */
export function Facts({ matter }: { matter: Dossier }) {
  const { t } = usePage();
  const { row } = matter;
  return (
    <Card>
      <p className={css.said}>{matter.description ?? t('desk.text-hidden-why')}</p>
      {row.text_hidden && matter.description !== null && <p className="quiet">{t('desk.text-is-hidden')}</p>}
      {matter.photos.length > 0 && <Photos matter={matter} />}
      <FiledUnder matter={matter} />
    </Card>
  );
}

function FiledUnder({ matter }: { matter: Dossier }) {
  const { t, locale } = usePage();
  const { row } = matter;
  const name = (names: { nameZh: string; nameEn: string } | null) =>
    names && (locale === 'en' ? names.nameEn : names.nameZh);
  const entered = matter.enteredBy && name(matter.enteredBy.post);
  return (
    <Pairs
      facts={[
        [t('desk.fact.category'), `${t(`category.${row.category}`)} · ${t(`matters.kind.${matter.kind}`)}`],
        [
          t('desk.fact.channel'),
          [t(`matters.channel.${matter.channel}`), entered && t('desk.entered-by', { who: entered })]
            .filter(Boolean)
            .join(' · '),
        ],
        [t('desk.fact.hotline'), row.external_no],
        [t('desk.fact.complained'), name(matter.complained)],
        [
          t('desk.fact.households'),
          row.endorsement_count > 0 ? t('desk.households', { n: row.endorsement_count }) : null,
        ],
        [
          t('desk.fact.escalated'),
          row.escalation_reason && matter.status === 'ESCALATED'
            ? t(`desk.escalation.${row.escalation_reason}`)
            : null,
        ],
        [t('desk.fact.declined'), row.decline_reason && t(`matters.decline-reason.${row.decline_reason}`)],
        [t('desk.fact.where'), row.decline_where],
        [t('desk.fact.result'), row.result_summary],
        [
          t('desk.fact.public-line'),
          row.public_line ?? (matter.lineAtGate && t(`desk.line-state.${matter.lineAtGate}`)),
        ],
        [t('desk.fact.answer'), answerOf(matter, t)],
        [
          t('desk.fact.year'),
          row.unknown_calendar_year && t('desk.year-missing', { year: row.unknown_calendar_year }),
        ],
        [
          t('desk.fact.attempts'),
          row.follow_up_attempts > 0 ? t('desk.attempts', { n: row.follow_up_attempts }) : null,
        ],
        [t('desk.fact.proactive'), row.proactive ? t('desk.true-false.true') : null],
      ]}
    />
  );
}

function answerOf(matter: Dossier, t: ReturnType<typeof usePage>['t']): string | null {
  const { resolved, satisfaction } = matter.row;
  if (resolved === null) return null;
  const solved = t(resolved ? 'desk.solved' : 'desk.not-solved');
  return satisfaction === null ? solved : `${solved} · ${t(`matters.satisfaction.${satisfaction}`)}`;
}
