export { loader } from './download.page.server.ts';
