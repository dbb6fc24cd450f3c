import css from './phone-link.module.css';

/** A published number to call, with who answers it. */
export function PhoneLink({ name, phone }: { name: string; phone: string }) {
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={css.phone}>
      <span>{name}</span> <span className="num">{phone}</span>
    </a>
  );
}
