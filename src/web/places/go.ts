export { goElsewhere as loader } from './choose.page.server.ts';
