export { loader } from './feed.page.server.ts';
