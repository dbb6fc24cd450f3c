/** What other modules may ask of notices, in the neighborhood of `tx.actor`. */
export { draftWorksNotice } from './commands/draft-works-notice.ts';
export { OBJECTION_PUBLISHERS } from './commands/public/publish-answer.ts';
export { PUBLIC_NOTICE_PUBLISHERS } from './commands/public/publish-public-notice.ts';
export { NOTICE_PUBLISHERS } from './commands/publish-approved-notice.ts';
export { liveNotices } from './queries/live-notices.ts';
export { liveNoticesOf } from './queries/live-notices-of.ts';
export { noticeDetail } from './queries/notice-detail.ts';
export { type NoticeHead, noticeHeads, whoObjected } from './queries/notice-heads.ts';
export { noticeIdByNumber, noticeNumbers } from './queries/notice-numbers.ts';
export { noticesToRead } from './queries/public/notices-to-read.ts';
export { personalDataOf } from './queries/public/own-objections.ts';
export { publicNoticeIdByNumber, publicNoticeNumbers } from './queries/public/public-notice-numbers.ts';
