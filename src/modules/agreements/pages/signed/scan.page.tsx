export { loader } from './scan.page.server.ts';
