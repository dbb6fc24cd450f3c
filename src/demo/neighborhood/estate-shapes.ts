import { type EstateCode, pad } from './ids.ts';

/** How an estate is built (domain brief §6.1). Areas in 0.01 m². */
export type EstateShape = {
  readonly code: EstateCode;
  readonly position: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly laneZh: string;
  readonly buildings: number;
  readonly stairwellsEach: number;
  readonly floors: number;
  /** Area of each unit of a floor, from 01 on. */
  readonly floorAreas: readonly number[];
  /** Parking spaces with a title of their own, and the area of each. */
  readonly titledParking: number;
  readonly titledParkingArea: number;
};

export const ESTATE_SHAPES: readonly EstateShape[] = [
  {
    code: 'ZJ',
    position: 1,
    nameZh: '紫荆小区',
    nameEn: 'Zijing Estate',
    laneZh: '测试路100弄',
    buildings: 20,
    stairwellsEach: 3,
    floors: 6,
    floorAreas: [8840, 9660],
    titledParking: 0,
    titledParkingArea: 0,
  },
  {
    code: 'CS',
    position: 2,
    nameZh: '城市花园',
    nameEn: 'City Garden',
    laneZh: '测试路200弄',
    buildings: 4,
    stairwellsEach: 2,
    floors: 15,
    floorAreas: [12800, 9650, 9650, 12900],
    titledParking: 40,
    titledParkingArea: 1250,
  },
  {
    code: 'LB',
    position: 3,
    nameZh: '鲁班公寓',
    nameEn: 'Luban Apartments',
    laneZh: '测试路300弄',
    buildings: 5,
    stairwellsEach: 1,
    floors: 20,
    floorAreas: [11000, 7525, 7525, 10950],
    titledParking: 0,
    titledParkingArea: 0,
  },
];

/** `ZJ-B03-S08-0502`; entrances are numbered through the whole estate. */
export function unitCode(shape: EstateShape, stairwell: number, floor: number, door: number): string {
  const building = Math.ceil(stairwell / shape.stairwellsEach);
  return `${shape.code}-B${pad(building)}-S${pad(stairwell)}-${pad(floor)}${pad(door)}`;
}

/** `CS-TP-001`, a titled parking space. */
export function titledParkingCode(shape: EstateShape, number: number): string {
  return `${shape.code}-TP-${pad(number, 3)}`;
}

/** Codes of all dwellings of an estate, entrance by entrance, floor by floor. */
export function dwellingCodes(shape: EstateShape): string[] {
  const codes: string[] = [];
  for (let stairwell = 1; stairwell <= shape.buildings * shape.stairwellsEach; stairwell++) {
    for (let floor = 1; floor <= shape.floors; floor++) {
      for (let door = 1; door <= shape.floorAreas.length; door++) {
        codes.push(unitCode(shape, stairwell, floor, door));
      }
    }
  }
  return codes;
}
