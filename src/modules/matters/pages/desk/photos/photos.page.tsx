export { action, loader } from './photos.page.server.ts';
