import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, redact } from './personal-data.ts';

describe('what must not stand on a public page', () => {
  it.each([
    ['请打 13800001234 联系', '13800001234', 'PHONE'],
    ['电话138 0000 1234', '138 0000 1234', 'PHONE'],
    ['电话138-0000-1234。', '138-0000-1234', 'PHONE'],
    ['+86 13800001234', '+86 13800001234', 'PHONE'],
    ['请打１３８００００１２３４……谢谢', '１３８００００１２３４', 'PHONE'],
    ['座机021-63581234', '021-63581234', 'PHONE'],
    ['座机（021）63581234', '（021）63581234', 'PHONE'],
    ['值班 6358 1234', '6358 1234', 'PHONE'],
    ['身份证310101199001011234', '310101199001011234', 'IDENTITY'],
    ['身份证31010119900101123X', '31010119900101123X', 'IDENTITY'],
    ['卡号6222 0210 0111 6245 702', '6222 0210 0111 6245 702', 'BANK_CARD'],
    ['卡号6222021001116245702', '6222021001116245702', 'BANK_CARD'],
    ['车牌沪A12345挡路', '沪A12345', 'PLATE'],
    ['车牌沪A·12345挡路', '沪A·12345', 'PLATE'],
    ['沪a-12345', '沪a-12345', 'PLATE'],
    ['沪A1234警', '沪A1234警', 'PLATE'],
    ['新能源沪AD12345', '沪AD12345', 'PLATE'],
    ['302室漏水', '302室', 'ROOM'],
    ['３０２室漏水', '３０２室', 'ROOM'],
    ['三〇二室漏水', '三〇二室', 'ROOM'],
    ['1103 室', '1103 室', 'ROOM'],
    ['3号502漏水', '502', 'ROOM'],
    ['3号楼 502 的水管', '502', 'ROOM'],
    ['5#302漏水', '302', 'ROOM'],
    ['3-502漏水', '3-502', 'ROOM'],
    ['12-3-1502漏水', '12-3-1502', 'ROOM'],
    ['302漏水修好了', '302', 'ROOM'],
    ['302业主同意了', '302', 'ROOM'],
    ['302家里没人', '302', 'ROOM'],
    ['谢谢302王阿姨', '302', 'ROOM'],
    ['水漏到202了', '202', 'ROOM'],
    ['Flat 302 is loud', 'Flat 302', 'ROOM'],
    ['room no. 302', 'room no. 302', 'ROOM'],
    ['在 ZJ-B03-S08-0502 修好', 'ZJ-B03-S08-0502', 'ROOM'],
    ['微信号：test_user88', '微信号：test_user88', 'WECHAT'],
    ['加vx testuser88', 'vx testuser88', 'WECHAT'],
    ['WeChat id: testuser', 'WeChat id: testuser', 'WECHAT'],
  ])('%s', (text, found, kind) => {
    const spans = findPersonalData(text);
    expect(spans.map((s) => [s.kind, text.slice(s.from, s.to)])).toEqual([[kind, found]]);
    expect(redact(text)).not.toContain(found);
  });

  it('finds both flats of a leak', () => {
    expect(redact('302漏到202')).toBe('***漏到***');
  });

  it.each([
    '换了 46 棵树',
    '2026年11月20日修好',
    '2026-11-20 修好，2026-11-21 回访',
    '花了 2760 元',
    '1600户居民',
    '3号楼2个门都换了',
    '12号楼 186户都同意',
    '120 个车位，350 米',
    '120家商户',
    '101家单位',
    '共 108 位阿姨参加',
    '请拨 110、119、120',
    '电话 12345',
    '编号 ZJ-2604-0031 已修好',
    '2025-2026年的账目',
    'the 2025-2026 budget',
    '1-200 人',
    '上午9:00-11:30',
    '微信群里通知了',
    'WeChat message sent to everyone',
    '新Apartment大楼',
    '二楼会议室',
    'fixed in 4 hours',
  ])('lets pass: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('masks each finding once and keeps the rest', () => {
    expect(redact('302室王阿姨，13800001234，门禁修好了')).toBe('***王阿姨，***，门禁修好了');
  });

  it('no mobile phone survives in any surroundings, and what was masked stays masked', () => {
    const around = fc.string({ unit: fc.constantFrom(...'修好了，。… ：①㎡請A-'), maxLength: 12 });
    const phone = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `138${String(n).padStart(8, '0')}`);
    fc.assert(
      fc.property(around, phone, around, (before, number, after) => {
        const masked = redact(before + number + after);
        expect(masked).not.toContain(number);
        expect(redact(masked)).toBe(masked);
      }),
    );
  });
});
