export { loader } from './public-paper.page.server.ts';
