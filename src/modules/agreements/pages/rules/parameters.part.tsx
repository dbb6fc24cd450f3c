import { usePage } from '#web/page/use-page.tsx';
import {
  RULE_PARAMETER_NAMES,
  RULE_PARAMETERS,
  type RuleParameters,
} from '../../contract/rules-of-procedure.ts';
import css from './rules.module.css';

/** The numbers the program keeps to, each with the clause it stands in. The two of the quorum are one share. */
export function Parameters({ parameters }: { parameters: RuleParameters }) {
  const { t } = usePage();
  const shown = RULE_PARAMETER_NAMES.filter((name) => name !== 'quorumWhole');
  return (
    <dl className={css.parameters}>
      {shown.map((name) => (
        <div key={name}>
          <dt>{t(name === 'quorumPart' ? 'agreements.quorum' : `agreements.parameter.${name}`)}</dt>
          <dd>
            <strong className="num">
              {name === 'quorumPart'
                ? t('agreements.quorum-share', {
                    part: parameters.quorumPart.value,
                    whole: parameters.quorumWhole.value,
                  })
                : t(`agreements.unit.${RULE_PARAMETERS[name].unit}`, { n: parameters[name].value })}
            </strong>
            <small>{parameters[name].clause}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
