import { CONSENT_EVENTS } from '#modules/consents/contract.ts';
