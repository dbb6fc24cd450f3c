export { loader } from './sealed.page.server.ts';
