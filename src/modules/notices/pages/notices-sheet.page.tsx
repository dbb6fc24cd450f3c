export { loader } from './notices-sheet.page.server.ts';
