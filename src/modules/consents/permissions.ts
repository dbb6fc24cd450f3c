/** Consents are given and withdrawn on what they are about; whose subject it is, that module asks who may. Pure. */
export const COMMAND_RULES: Readonly<Record<string, 'PROGRAM'>> = { 'record-consent': 'PROGRAM' };
