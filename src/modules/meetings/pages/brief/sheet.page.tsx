export { loader } from './sheet.page.server.ts';
