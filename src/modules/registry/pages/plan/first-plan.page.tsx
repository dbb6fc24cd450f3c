export { loader } from './first-plan.page.server.ts';
