import type { Lead } from '../usual.ts';

/** Organisations that lead matters of the story besides the property companies, and who answers for them. */
export const POLICE: Lead = { org: 'police', head: 'POLICE', handler: 'POLICE' };
export const URBAN: Lead = { org: 'urbanManagement', head: 'AG-URBAN', handler: 'AG-URBAN' };
export const GREENING: Lead = { org: 'greening', head: 'AG-GREEN', handler: 'AG-GREEN' };
export const HOUSING: Lead = { org: 'housingOffice', head: 'HO-HEAD', handler: 'HO-HEAD' };
export const MEDIATOR: Lead = { org: 'residentsCommittee', head: 'RC-HEAD', handler: 'RC-MEDIATOR' };
export const DEPUTY: Lead = { org: 'generalBranch', head: 'GB-SEC', handler: 'GB-DEP' };
export const OWNERS_CS: Lead = { org: 'ownersCs', head: 'OC-CS-HEAD', handler: 'OC-CS-HEAD' };
export const OWNERS_LB: Lead = { org: 'ownersLb', head: 'OC-LB-HEAD', handler: 'OC-LB-HEAD' };
