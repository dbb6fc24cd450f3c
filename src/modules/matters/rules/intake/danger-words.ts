/** Data of rules/intake/level.ts: words that raise the level of a report. */

/**
 * Words of danger. "没有燃气味" (no smell of gas) alarms too: a false alarm costs a telephone call. Words
 * that are ordinary in other contexts (坠落, 倒地) are kept: the screen only shows the numbers first.
 */
export const DANGER_WORDS: readonly string[] = [
  '困人',
  '困在电梯',
  '被困',
  '燃气味',
  '煤气味',
  '燃气泄漏',
  '闻到燃气',
  '闻到煤气',
  '燃气',
  '煤气',
  '冒烟',
  '着火',
  '起火',
  '火灾',
  '倒地',
  '昏倒',
  '触电',
  '漏电',
  '坠落',
  '要掉下来',
  '砸到人',
  '砸伤',
  '落水',
  'trapped',
  'smell gas',
  'smell of gas',
  'gas leak',
  'smoke',
  'on fire',
  'electric shock',
  'collapsed',
  'unconscious',
];

/** Words that make a whole entrance wait (§3.14, P1). */
export const URGENT_WORDS: readonly string[] = [
  '整栋停水',
  '整个楼道停水',
  '全楼停水',
  '反水',
  '全楼停电',
  '整栋停电',
  '整个楼道没电',
  '倒灌',
  '堵住消防通道',
  'no water in the whole',
  'no power in the whole',
];
