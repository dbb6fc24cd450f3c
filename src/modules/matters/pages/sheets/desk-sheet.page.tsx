export { loader } from './desk-sheet.page.server.ts';
