import type { ReactNode } from 'react';
import type { DutyPhoneView } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import css from './emergency.module.css';

type Props = {
  /** The property company on duty where it happened. */
  readonly duty: readonly DutyPhoneView[];
  readonly children?: ReactNode;
};

/** The numbers to call when somebody may be in danger: 110, 119, 120, then the property company on duty. */
export function Emergency({ duty, children }: Props) {
  const { t, locale } = usePage();
  const numbers = [
    { name: t('shell.fire'), phone: '119' },
    { name: t('shell.ambulance'), phone: '120' },
    { name: t('shell.police'), phone: '110' },
  ];
  return (
    <section className={css.emergency} aria-labelledby="emergency" role="alert">
      <h2 id="emergency" className={css.title}>
        {t('resident.emergency.title')}
      </h2>
      <p>{t('resident.emergency.lead')}</p>
      <ul className={css.numbers}>
        {numbers.map(({ name, phone }) => (
          <li key={phone}>
            <a href={`tel:${phone}`} className={css.number}>
              <span>{name}</span> <strong className="num">{phone}</strong>
            </a>
          </li>
        ))}
      </ul>
      {duty.length > 0 && <h3>{t('resident.emergency.duty')}</h3>}
      <ul className={css.duty}>
        {duty.map((one) => (
          <li key={one.phone}>
            <a href={`tel:${one.phone.replace(/[^\d+]/g, '')}`} className={css.number}>
              <span>{locale === 'en' ? one.nameEn : one.nameZh}</span>{' '}
              <strong className="num">{one.phone}</strong>
            </a>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
