export { loader } from './calendar.page.server.ts';
