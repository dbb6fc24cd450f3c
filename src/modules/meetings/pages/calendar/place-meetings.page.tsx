export { placeMeetingsLoader as loader } from './feeds.page.server.ts';
