export { action, loader } from './cards-sheet.page.server.ts';
