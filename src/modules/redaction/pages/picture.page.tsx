export { loader } from './picture.page.server.ts';
