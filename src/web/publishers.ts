import { MATTER_PUBLISHERS } from '#modules/matters/facade.server.ts';
import {
  APPRAISAL_PUBLISHERS,
  HEARING_PUBLISHERS,
  MEETING_PUBLISHERS,
} from '#modules/meetings/facade.server.ts';
import {
  NOTICE_PUBLISHERS,
  OBJECTION_PUBLISHERS,
  PUBLIC_NOTICE_PUBLISHERS,
} from '#modules/notices/facade.server.ts';
import type { Publishers } from '#platform/http/services.ts';

/** Who publishes what the gate has let through, by the kind of thing; each module names its own. */
export const modulePublishers: Publishers = {
  ...NOTICE_PUBLISHERS,
  ...PUBLIC_NOTICE_PUBLISHERS,
  ...OBJECTION_PUBLISHERS,
  ...MATTER_PUBLISHERS,
  ...MEETING_PUBLISHERS,
  ...HEARING_PUBLISHERS,
  ...APPRAISAL_PUBLISHERS,
};
