import { MATTER_ACTIONS } from '#modules/matters/contract.ts';
import { usePage } from '#web/page/use-page.tsx';

/** Steps of a matter that have a button on the desk; a photo is added without one. */
const STEPS: readonly string[] = MATTER_ACTIONS.filter((action) => action !== 'add-photo');

/** What an action is called: steps of a matter as on the desk, the others by words of this module. */
export function useActionWords(): (module: string, action: string) => string {
  const { t } = usePage();
  return (module, action) =>
    module === 'matters' && STEPS.includes(action)
      ? t(`desk.action.${action}`)
      : t(`oversight.action.${module}.${action}`);
}
