/**
 * Draws the site plans of the demo from `src/demo/site-plans/plan-drawing.ts`:
 *
 *     node scripts/demo-plans.ts
 */
import { join } from 'node:path';
import sharp from 'sharp';
import { DRAWN, PLAN_SIZE } from '../src/demo/site-plans/plan-drawing.ts';

const FOLDER = join(import.meta.dirname, '../src/demo/site-plans');
const { width, height } = PLAN_SIZE;
const FILL = { building: '#d9d2c8', green: '#cfe3d2', place: '#b98aa6' } as const;

for (const [code, drawn] of Object.entries(DRAWN)) {
  const shapes = drawn.map(({ box: [x, y, w, h], look }) => {
    const round = look === 'place' ? w / 2 : 6;
    const edge = look === 'building' ? ' stroke="#a89c8e" stroke-width="3"' : '';
    return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${FILL[look]}"${edge}/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" fill="#f4f1ea"/>
    <rect x="40" y="36" width="${width - 80}" height="${height - 72}" rx="24" fill="#eaf0e6" stroke="#8d8279" stroke-width="6"/>
    <rect x="70" y="66" width="${width - 140}" height="${height - 132}" rx="18" fill="none" stroke="#ffffff" stroke-width="26"/>
    <path d="M800 40V${height - 40}" stroke="#ffffff" stroke-width="30" opacity="0.7"/>
    ${shapes.join('\n')}
  </svg>`;
  const name = code.toLowerCase();
  const picture = sharp(Buffer.from(svg)).jpeg({ quality: 82, mozjpeg: true });
  await picture.clone().toFile(join(FOLDER, `${name}.jpg`));
  await picture
    .clone()
    .resize({ width: 320 })
    .toFile(join(FOLDER, `${name}.small.jpg`));
}
