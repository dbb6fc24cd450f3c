/** Draws on a site plan: every press on the picture adds a corner to the field below it. */
import * as L from 'leaflet';

const box = document.querySelector<HTMLElement>('[data-plan-map]');
const field = document.querySelector<HTMLInputElement>('input[name="points"]');
if (box && field) draw(box, field);

/** Percent from the left and the top, as the field holds them. */
type Corner = readonly [number, number];

function cornersOf(text: string): Corner[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(',').map(Number))
    .filter((pair): pair is [number, number] => pair.length === 2 && pair.every(Number.isFinite));
}

function draw(container: HTMLElement, input: HTMLInputElement): void {
  const width = Number(container.dataset.width);
  const height = Number(container.dataset.height);
  container.hidden = false;
  // With CRS.Simple the picture's lower left corner is [0, 0] and `lat` grows upwards.
  const bounds = L.latLngBounds([0, 0], [height, width]);
  const map = L.map(container, {
    crs: L.CRS.Simple,
    minZoom: -4,
    maxZoom: 2,
    zoomSnap: 0.25,
    attributionControl: false,
    doubleClickZoom: false,
    maxBounds: bounds.pad(0.3),
  });
  L.imageOverlay(container.dataset.planMap ?? '', bounds).addTo(map);
  map.fitBounds(bounds);
  const onMap = ([x, y]: Corner): L.LatLngExpression => [height * (1 - y / 100), (width * x) / 100];
  const colour = getComputedStyle(container).getPropertyValue('--bauhinia').trim();
  for (const points of JSON.parse(container.dataset.shapes ?? '[]') as number[][]) {
    const pairs = points.flatMap((x, at) =>
      at % 2 ? [] : [[x / 100, (points[at + 1] ?? 0) / 100] as const],
    );
    const quiet = { color: colour, weight: 1, fillOpacity: 0.1, interactive: false };
    if (pairs.length === 1 && pairs[0]) L.circleMarker(onMap(pairs[0]), quiet).addTo(map);
    else L.polygon(pairs.map(onMap), quiet).addTo(map);
  }
  const drawn = L.layerGroup().addTo(map);
  const show = () => {
    const corners = cornersOf(input.value).map(onMap);
    drawn.clearLayers();
    if (corners.length > 2) L.polygon(corners, { color: colour, weight: 3, interactive: false }).addTo(drawn);
    for (const corner of corners) {
      L.circleMarker(corner, { radius: 6, color: colour, fillOpacity: 1, interactive: false }).addTo(drawn);
    }
    if (undo) undo.hidden = corners.length === 0;
  };
  const undo = document.querySelector<HTMLButtonElement>('[data-plan-undo]');
  map.on('click', ({ latlng }: L.LeafletMouseEvent) => {
    if (!bounds.contains(latlng)) return;
    const x = Math.round((latlng.lng / width) * 1000) / 10;
    const y = Math.round((1 - latlng.lat / height) * 1000) / 10;
    input.value = `${input.value.trim()} ${x},${y}`.trim();
    show();
  });
  undo?.addEventListener('click', () => {
    input.value = cornersOf(input.value)
      .slice(0, -1)
      .map((corner) => corner.join(','))
      .join(' ');
    show();
  });
  input.addEventListener('input', show);
  show();
}
