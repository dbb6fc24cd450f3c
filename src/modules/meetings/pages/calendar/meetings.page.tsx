export { meetingsLoader as loader } from './feeds.page.server.ts';
