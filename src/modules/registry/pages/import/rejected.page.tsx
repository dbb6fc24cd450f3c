export { loader } from './rejected.page.server.ts';
