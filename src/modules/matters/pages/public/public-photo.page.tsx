export { loader } from './public-photo.page.server.ts';
