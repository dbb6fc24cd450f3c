export { loader } from './photo.page.server.ts';
