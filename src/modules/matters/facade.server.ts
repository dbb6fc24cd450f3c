/** What other modules and composite pages may ask of matters. */
export { recentResults } from './queries/public/board-items.ts';
export { publicRates } from './queries/public/public-rates.ts';
export { countWaitingForMe } from './queries/resident/own-matters.ts';
