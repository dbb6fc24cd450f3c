/** An area in square metres as people read it, `66,600.00`; from 0.01 m², in integers. */
export function areaText(area: number): string {
  const whole = String(Math.floor(area / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole}.${String(area % 100).padStart(2, '0')}`;
}
