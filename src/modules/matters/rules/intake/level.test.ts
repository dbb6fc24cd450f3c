import { describe, expect, it } from 'vitest';
import { CATEGORIES, CATEGORY_GROUPS, categoryOf, deskKindOf } from './categories.ts';
import { type LevelFacts, levelOf } from './level.ts';
import { suggestCategories } from './suggest-category.ts';

const facts = (more: Partial<LevelFacts>): LevelFacts => ({
  category: 'A09',
  text: '门禁坏了',
  conflictOnSite: false,
  orgRequest: false,
  chronic: false,
  kind: 'HELP',
  ...more,
});

describe('level of a matter (§3.14)', () => {
  it.each([
    ['A06', '家里闻到燃气味', 'P0'],
    ['A06', '燃气表不走', 'P0'],
    ['A04', '3号楼电梯困人了', 'P0'],
    ['A04', '电梯按钮不亮', 'P2'],
    ['F03', '楼道里冒烟', 'P0'],
    ['A04', '我妈卡在电梯里出不来', 'P0'],
    ['A07', '外墙瓷砖快掉了', 'P0'],
    ['D05', '花盆扔下来砸到人', 'P0'],
    ['F06', '老人晕倒了', 'P0'],
    ['F06', '有人要跳楼', 'P0'],
    ['F06', '对门爷爷敲门没反应', 'P0'],
    ['A99', '厨房有天然气味道', 'P0'],
    ['A99', 'it smells like GAS in the kitchen', 'P0'],
    ['F03', 'There is a fire in the stairwell', 'P0'],
    ['A04', 'two people stuck in the lift', 'P0'],
    ['A10', 'the fire hydrant has no cap', 'P1'],
    ['A12', 'the gasket of the letter box is worn', 'P2'],
    ['F03', '灭火器过期了', 'P2'],
    ['F03', 'There is a fire extinguisher missing', 'P2'],
    ['A12', '门把手快掉了', 'P2'],
    ['A05', '家里突然停电', 'P2'],
    ['A02', '我们整栋楼都停水了', 'P1'],
    ['A02', '家里水压小', 'P2'],
    ['A05', '整个楼道没电，漆黑一片', 'P1'],
    ['A05', '三楼的灯不亮', 'P2'],
    ['G01', '施工停水，也没通知', 'P1'],
    ['G01', '施工扬尘很大', 'P2'],
    ['A02', 'No water in the whole building', 'P1'],
    ['C02', '车停在消防通道', 'P1'],
    ['C04', '走廊里给电瓶车充电', 'P1'],
    ['A10', '消火栓没水压', 'P1'],
    ['A03', '底楼反水了', 'P1'],
    ['D04', '隔壁群租', 'P3'],
    ['E02', '物业费怎么算', 'P3'],
    ['H07', '希望装一张长椅', 'P2A'],
    ['B01', '楼道没人扫', 'P2'],
  ])('%s “%s” is %s', (category, text, level) => {
    expect(levelOf(facts({ category, text })).level).toBe(level);
  });

  it('a quarrel on the spot is urgent, and so is an organisation that asks for help', () => {
    expect(levelOf(facts({ conflictOnSite: true }))).toEqual({
      level: 'P1',
      because: ['category', 'conflict'],
    });
    expect(levelOf(facts({ orgRequest: true })).level).toBe('P1');
  });

  it('a chronic problem is a complex one, but danger stays danger', () => {
    expect(levelOf(facts({ chronic: true })).level).toBe('P3');
    expect(levelOf(facts({ chronic: true, text: '门禁漏电，触电了' })).level).toBe('P0');
  });

  it('words of danger win over a calm category, on the safe side even when negated', () => {
    expect(levelOf(facts({ text: '不知道是不是燃气味' })).level).toBe('P0');
    expect(levelOf(facts({ text: '没有燃气味了，但还是不放心' })).level).toBe('P0');
  });

  it('praise and ideas about gas are no alarm', () => {
    expect(levelOf(facts({ category: 'H08', kind: 'PRAISE', text: '谢谢师傅修好燃气' })).level).toBe('P2A');
  });
});

describe('the category tree (§3.9)', () => {
  it('has eight groups, each with a place for the rest', () => {
    expect(CATEGORY_GROUPS).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']);
    for (const group of CATEGORY_GROUPS) expect(categoryOf(`${group}99`)?.group).toBe(group);
    expect(CATEGORIES).toHaveLength(78);
  });

  it('shows neighbours and safety to the public only in sums', () => {
    for (const c of CATEGORIES)
      expect(c.publish).toBe(c.group === 'D' || c.group === 'F' ? 'AGGREGATE' : 'OPEN');
  });

  it('gives building, cleanliness and parking to the property company’s own desk, and neighbours to nobody’s', () => {
    expect(deskKindOf('A01')).toBe('PROPERTY_COMPANY');
    expect(deskKindOf('C03')).toBe('PROPERTY_COMPANY');
    expect(deskKindOf('E03')).toBe('OWNERS_COMMITTEE');
    expect(deskKindOf('D01')).toBeNull();
    expect(deskKindOf('F01')).toBeNull();
  });

  it('never starts a word about the property company at the company’s own desk', () => {
    for (const c of CATEGORIES) if (c.group === 'E') expect(deskKindOf(c.code)).not.toBe('PROPERTY_COMPANY');
  });

  it('gives works to whoever has them done', () => {
    for (const c of CATEGORIES) if (c.group === 'G') expect(c.defaultLead).toBe('PROJECT_OWNER');
    expect(deskKindOf('G01')).toBeNull();
  });
});

describe('suggested category', () => {
  it.each([
    ['楼道灯不亮', 'A05'],
    ['楼上漏水到我家', 'A01'],
    ['自行车乱停', 'C03'],
    ['电瓶车在楼道充电', 'C04'],
    ['门口的柏树看着不舒服', 'B06'],
    ['垃圾房满了，垃圾桶旁边都是', 'B02'],
    ['晚上广场舞太吵', 'D01'],
    ['谢谢小许师傅', 'H08'],
    ['垃圾点位满溢', 'B02'],
    ['夜里放鞭炮', 'D01'],
    ['施工完路面未恢复平整', 'G03'],
    ['the street lamp is broken', 'A05'],
    ['There is a leak from upstairs', 'A01'],
    ['Dog poo on the lawn', 'B11'],
  ])('“%s” is %s', (text, category) => {
    expect(suggestCategories(text)[0]?.category).toBe(category);
  });

  it('says nothing when no word is known', () => {
    expect(suggestCategories('嗯')).toEqual([]);
    expect(suggestCategories('carpet')).toEqual([]);
  });

  it('gives at most three, and always the same', () => {
    const text = '停车位被施工挖了，垃圾也没人管，电梯又坏';
    expect(suggestCategories(text)).toHaveLength(3);
    expect(suggestCategories(text)).toEqual(suggestCategories(text));
  });
});
