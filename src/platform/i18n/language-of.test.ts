import { expect, it } from 'vitest';
import { languageOf } from './language-of.ts';

it('knows Chinese by its characters and leaves the rest to the page', () => {
  expect(languageOf('3号楼东梯更换钢丝绳')).toBe('zh-CN');
  expect(languageOf('The lift is out')).toBeUndefined();
  expect(languageOf('')).toBeUndefined();
});
