/** What other modules may ask of notices, in the neighborhood of `tx.actor`. */
export { publishWorksNotice } from './commands/publish-works-notice.ts';
export { supersedeWorksNotice } from './commands/supersede-works-notice.ts';
export { liveNotices } from './queries/live-notices.ts';
export { noticeDetail } from './queries/notice-detail.ts';
