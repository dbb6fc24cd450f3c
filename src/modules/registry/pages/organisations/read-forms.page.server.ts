import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { textOf } from '#web/page/answers.ts';
import { addPost } from '../../commands/organisations/add-post.ts';
import { COMPANY_CONFLICTS, type CommitteeRules } from '../../contract/terms.ts';
import { DUTIES } from '../../contract.ts';
import { soundNames, soundText } from '../../rules/organisations/typed.ts';
import { readArea } from '../../rules/places/typed-area.ts';

/** A post as typed. */
export async function newPost(tx: Tx, organisationId: string, form: FormData): Promise<Result<string>> {
  const duty = DUTIES.find((one) => one === textOf(form, 'duty'));
  if (!duty) return refuse('registry.choose-one', { field: 'duty' });
  const names = soundNames({ nameZh: textOf(form, 'nameZh'), nameEn: textOf(form, 'nameEn') });
  if (!names.ok) return names;
  const workZh = soundText(textOf(form, 'workZh'), 'workZh');
  if (!workZh.ok) return workZh;
  const workEn = soundText(textOf(form, 'workEn'), 'workEn');
  if (!workEn.ok) return workEn;
  const code = textOf(form, 'code').toUpperCase();
  if (!/^[A-Z][A-Z0-9-]{1,23}$/.test(code)) return refuse('registry.post-code', { field: 'code' });
  return addPost(tx, {
    organisationId,
    code,
    ...names.value,
    duty,
    isHead: duty === 'HEAD',
    estateId: textOf(form, 'estateId') || null,
    workZh: workZh.value,
    workEn: workEn.value,
  });
}

/** Rules as typed; what is no number is not one for the rule either. */
export function typedRules(form: FormData): CommitteeRules {
  const number = (name: string) => Number(textOf(form, name) || Number.NaN);
  const area = readArea(textOf(form, 'smallEstateArea'));
  return {
    leastYears: number('leastYears'),
    mostYears: number('mostYears'),
    leastMembers: number('leastMembers'),
    smallEstateMembers: number('smallEstateMembers'),
    smallEstateArea: area ?? Number.NaN,
    reportMonths: number('reportMonths'),
    companyConflict: COMPANY_CONFLICTS.find((one) => one === textOf(form, 'companyConflict')) ?? 'WARN',
    basis: textOf(form, 'basis'),
  };
}
