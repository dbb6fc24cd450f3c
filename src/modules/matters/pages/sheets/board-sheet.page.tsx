export { loader } from './board-sheet.page.server.ts';
