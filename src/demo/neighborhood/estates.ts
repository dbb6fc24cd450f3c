import type { EstatePlan } from '#modules/registry/rules/places/estate-plan.ts';
import { commonPartsOf } from './common-parts.ts';
import { dwellingCodes, type EstateShape, titledParkingCode } from './estate-shapes.ts';
import { demoId, pad } from './ids.ts';

/** The estate as the register takes it. */
export function estatePlan(shape: EstateShape): EstatePlan {
  return {
    id: demoId(`estate/${shape.code}`),
    code: shape.code,
    nameZh: shape.nameZh,
    nameEn: shape.nameEn,
    laneZh: shape.laneZh,
    position: shape.position,
    buildings: buildingsOf(shape),
    units: [...dwellingCodes(shape).map((code) => dwelling(shape, code)), ...parkingOf(shape)],
    commonParts: commonPartsOf(shape),
  };
}

function buildingsOf(shape: EstateShape): EstatePlan['buildings'] {
  return Array.from({ length: shape.buildings }, (_, at) => {
    const number = at + 1;
    const stairwells = Array.from({ length: shape.stairwellsEach }, (_each, within) => {
      const entrance = at * shape.stairwellsEach + within + 1;
      const code = `S${pad(entrance)}`;
      return { id: demoId(`stairwell/${shape.code}-${code}`), code, number: entrance };
    });
    return {
      id: demoId(`building/${shape.code}-B${pad(number)}`),
      code: `B${pad(number)}`,
      number,
      stairwells,
    };
  });
}

function dwelling(shape: EstateShape, code: string): EstatePlan['units'][number] {
  const [, building = '', stairwell = '', room = ''] = code.split('-');
  const door = Number(room.slice(-2));
  return {
    id: demoId(`unit/${code}`),
    code,
    room: String(Number(room)),
    kind: 'DWELLING',
    area: shape.floorAreas[door - 1]!,
    areaSource: 'REGISTRY',
    buildingCode: building,
    stairwellCode: stairwell,
  };
}

function parkingOf(shape: EstateShape): EstatePlan['units'] {
  return Array.from({ length: shape.titledParking }, (_, at) => {
    const code = titledParkingCode(shape, at + 1);
    return {
      id: demoId(`unit/${code}`),
      code,
      room: `P${pad(at + 1, 3)}`,
      kind: 'PARKING',
      area: shape.titledParkingArea,
      areaSource: 'REGISTRY',
      buildingCode: null,
      stairwellCode: null,
    };
  });
}
