import type { CommonPartKind } from '#modules/registry/contract.ts';
import type { PlannedCommonPart } from '#modules/registry/rules/places/estate-plan.ts';
import type { EstateShape } from './estate-shapes.ts';
import { demoId, type EstateCode, pad } from './ids.ts';

type Named = readonly [code: string, kind: CommonPartKind, nameZh: string, nameEn: string, area?: number];

/** Common parts with a name of their own, by estate (domain brief §6.1). */
const NAMED: Readonly<Record<EstateCode, readonly Named[]>> = {
  ZJ: [
    ['GATE-E', 'GATE', '东门', 'East gate'],
    ['GATE-S', 'GATE', '南门', 'South gate'],
    ['GATE-W', 'GATE', '西门', 'West gate'],
    ['GATE-N', 'GATE', '北门', 'North gate'],
    ['PUMP-1', 'PUMP_ROOM', '水泵房', 'Pump room'],
    ['WASTE-1', 'WASTE_STATION', '东侧垃圾厢房', 'East waste station'],
    ['WASTE-2', 'WASTE_STATION', '西侧垃圾厢房', 'West waste station'],
    ['PLAY-1', 'PLAYGROUND', '儿童乐园', 'Playground'],
    ['B1-03', 'BASEMENT_ROOM', '地下库房 B1-03', 'Basement room B1-03', 18000],
    ['GREEN-1', 'GREEN', '中心花园', 'Central garden'],
    ['ROAD-1', 'OTHER', '小区主干道', 'Main road of the estate'],
    ['RAMP-1', 'OTHER', '地下库房坡道口', 'Ramp to the basement'],
  ],
  CS: [
    ['GATE-E', 'GATE', '东门', 'East gate'],
    ['GATE-S', 'GATE', '南门', 'South gate'],
    ['GATE-N', 'GATE', '北门', 'North gate'],
    ['PUMP-1', 'PUMP_ROOM', '水泵房', 'Pump room'],
    ['WASTE-1', 'WASTE_STATION', '1号垃圾厢房', 'Waste station 1'],
    ['WASTE-2', 'WASTE_STATION', '2号垃圾厢房', 'Waste station 2'],
    ['PLAY-1', 'PLAYGROUND', '儿童滑梯', 'Playground with slide'],
    ['PLAY-2', 'PLAYGROUND', '健身角', 'Exercise corner'],
    ['GREEN-2', 'GREEN', '2号楼门前绿地', 'Green in front of building 2'],
    ['GREEN-N', 'GREEN', '北侧绿带', 'North green belt'],
    ['GARAGE', 'OTHER', '地下车库', 'Underground garage'],
  ],
  LB: [
    ['GATE-S', 'GATE', '南门', 'South gate'],
    ['GATE-N', 'GATE', '北门', 'North gate'],
    ['PUMP-1', 'PUMP_ROOM', '水泵房', 'Pump room'],
    ['WASTE-1', 'WASTE_STATION', '1号垃圾厢房', 'Waste station 1'],
    ['WASTE-2', 'WASTE_STATION', '2号垃圾厢房', 'Waste station 2'],
    ['PLAY-1', 'PLAYGROUND', '儿童游乐区', 'Playground'],
    ['SQUARE', 'OTHER', '中心广场', 'Central square'],
    ['GREEN-1', 'GREEN', '南侧绿地', 'South green'],
  ],
};

type Counted = { readonly liftsPerStairwell: number; readonly lamps: number; readonly parking: number };

/** Common parts that are counted, not named. */
const COUNTED: Readonly<Record<EstateCode, Counted>> = {
  ZJ: { liftsPerStairwell: 0, lamps: 96, parking: 210 },
  CS: { liftsPerStairwell: 2, lamps: 64, parking: 340 },
  LB: { liftsPerStairwell: 2, lamps: 54, parking: 230 },
};

/** All common parts of an estate. */
export function commonPartsOf(shape: EstateShape): PlannedCommonPart[] {
  const counted = COUNTED[shape.code];
  const named = NAMED[shape.code].map(([code, kind, nameZh, nameEn, area]) =>
    part(shape, code, kind, nameZh, nameEn, area ?? null),
  );
  const lamps = numbered(counted.lamps, (n) =>
    part(shape, `LAMP-${pad(n, 3)}`, 'STREET_LAMP', `${n}号路灯`, `Street lamp ${n}`),
  );
  const parking = numbered(counted.parking, (n) =>
    part(shape, `P-${pad(n, 3)}`, 'PARKING_PLACE', `${n}号车位`, `Parking place ${n}`),
  );
  return [...named, ...liftsOf(shape, counted.liftsPerStairwell), ...lamps, ...parking];
}

function liftsOf(shape: EstateShape, each: number): PlannedCommonPart[] {
  const sides = [
    ['东', 'east'],
    ['西', 'west'],
  ] as const;
  return numbered(shape.buildings * shape.stairwellsEach, (stairwell) => stairwell).flatMap((stairwell) => {
    const building = Math.ceil(stairwell / shape.stairwellsEach);
    return sides.slice(0, each).map(([zh, en], at) => {
      const code = `B${pad(building)}-S${pad(stairwell)}-LIFT-${at + 1}`;
      return {
        ...part(shape, code, 'LIFT', `${stairwell}号门${zh}梯`, `Entrance ${stairwell}, ${en} lift`),
        buildingCode: `B${pad(building)}`,
        stairwellCode: `S${pad(stairwell)}`,
      };
    });
  });
}

function part(
  shape: EstateShape,
  short: string,
  kind: CommonPartKind,
  nameZh: string,
  nameEn: string,
  area: number | null = null,
): PlannedCommonPart {
  const code = `${shape.code}-${short}`;
  const id = demoId(`common-part/${code}`);
  return { id, code, kind, nameZh, nameEn, area, buildingCode: null, stairwellCode: null };
}

function numbered<T>(count: number, make: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at + 1));
}
