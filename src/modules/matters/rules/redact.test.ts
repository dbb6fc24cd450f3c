import { describe, expect, it } from 'vitest';
import { findPersonalData, redact } from './redact.ts';

describe('what must not stand on a public page', () => {
  it.each([
    ['请打 13800001234 联系', 'PHONE'],
    ['电话138 0000 1234', 'PHONE'],
    ['+86 13800001234', 'PHONE'],
    ['座机021-63581234', 'PHONE'],
    ['值班 6358 1234', 'PHONE'],
    ['身份证310101199001011234', 'IDENTITY'],
    ['身份证31010119900101123X', 'IDENTITY'],
    ['卡号6222 0210 0111 6245 702', 'BANK_CARD'],
    ['车牌沪A12345挡路', 'PLATE'],
    ['新能源沪AD12345', 'PLATE'],
    ['302室漏水', 'ROOM'],
    ['3号502漏水', 'ROOM'],
    ['Flat 302 is loud', 'ROOM'],
    ['微信号：test_user88', 'WECHAT'],
  ])('%s', (text, kind) => {
    expect(findPersonalData(text).map((s) => s.kind)).toContain(kind);
    expect(redact(text)).toContain('***');
  });

  it.each([
    '换了 46 棵树',
    '2026年11月20日修好',
    '花了 2760 元',
    '1600户居民',
    '3号楼2个门都换了',
    '120 个车位，350 米',
    '请拨 110、119、120',
    'fixed in 4 hours',
  ])('lets pass: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('masks each finding once and keeps the rest', () => {
    expect(redact('302室王阿姨，13800001234，门禁修好了')).toBe('***王阿姨，***，门禁修好了');
  });
});
