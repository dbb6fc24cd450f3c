/** What other modules may ask of notices, in the neighborhood of `tx.actor`. */
export { draftWorksNotice } from './commands/draft-works-notice.ts';
export { NOTICE_PUBLISHERS } from './commands/publish-approved-notice.ts';
export { liveNotices } from './queries/live-notices.ts';
export { liveNoticesOf } from './queries/live-notices-of.ts';
export { noticeDetail } from './queries/notice-detail.ts';
export { noticeIdByNumber, noticeNumbers } from './queries/notice-numbers.ts';
