export { ownLoader as loader } from './feeds.page.server.ts';
