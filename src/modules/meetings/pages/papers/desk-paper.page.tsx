export { loader } from './desk-paper.page.server.ts';
