// For `npx depcruise --config architecture/dependency-cruiser.config.mjs src`; the check uses the same rules.
import { importRules } from './import-rules.ts';
import { CRUISE_OPTIONS } from './imports.ts';

export default { forbidden: importRules(), options: CRUISE_OPTIONS };
