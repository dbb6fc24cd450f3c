/** A register of 100,000 rows imported through the commands, against the same rows by COPY; and one of 1,600 previewed. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { systemActor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { chooseMapping } from '#modules/registry/commands/import/choose-mapping.ts';
import { commitImport } from '#modules/registry/commands/import/decide-import.ts';
import { workOnImport } from '#modules/registry/commands/import/engine/work-on-import.ts';
import { uploadSheet } from '#modules/registry/commands/import/upload-sheet.ts';
import { foundNeighborhood } from '#modules/registry/commands/places/found-neighborhood.ts';
import { importView } from '#modules/registry/queries/import/import-batches.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { writeSheet } from '#platform/spreadsheets/write-sheet.ts';
import { benchServer } from '../database.ts';
import { type Figure, figure } from '../measure.ts';
import { copyIn, copyOut } from './copy-rows.ts';

const ROWS = 100_000;
const SMALL_ROWS = 1_600;
const HEAD = ['小区', '楼栋', '单元', '室号', '建筑面积', '业主', '联系电话', '租户', '租户电话', '备注'];

/** What an import leaves in the register, in the order of its foreign keys. */
const TABLES = {
  'registry.neighborhood': ['neighborhood_id', 'code', 'name_zh', 'name_en'],
  'registry.estate': ['neighborhood_id', 'id', 'code', 'name_zh', 'name_en', 'position'],
  'registry.management_area': ['neighborhood_id', 'id', 'estate_id', 'name_zh'],
  'registry.building': ['neighborhood_id', 'id', 'estate_id', 'management_area_id', 'code', 'number'],
  'registry.stairwell': ['neighborhood_id', 'id', 'building_id', 'estate_id', 'code', 'number'],
  'registry.unit': [
    'neighborhood_id',
    'id',
    'estate_id',
    'building_id',
    'stairwell_id',
    'code',
    'room',
    'kind',
    'area',
    'area_source',
  ],
  'registry.person': ['neighborhood_id', 'id', 'name', 'phone_cipher', 'phone_index', 'phone_tail_index'],
  'registry.unit_holder': [
    'neighborhood_id',
    'id',
    'unit_id',
    'person_id',
    'organisation_id',
    'relation',
    'is_representative',
    'from_day',
    'to_day',
  ],
} as const;

/** 20 rooms an entrance, 2 entrances a building, 50 buildings an estate; every third home has a tenant. */
function* sheetRows(rows: number): Generator<readonly (string | number)[]> {
  yield HEAD;
  for (let i = 0; i < rows; i++) {
    const [entrance, home] = [Math.floor(i / 20), i % 20];
    const room = `${Math.floor(home / 2) + 1}0${(home % 2) + 1}`;
    const digits = String(i).padStart(8, '0');
    const tenant = i % 3 === 0 ? [`测试租户${i}`, `139${digits}`] : ['', ''];
    const place = [
      `测试小区${Math.floor(entrance / 100) + 1}`,
      `${(Math.floor(entrance / 2) % 50) + 1}幢`,
      `${(entrance % 2) + 1}单元`,
      room,
    ];
    yield [...place, 88.4, `测试业主${i}`, `138${digits}`, ...tenant, ''];
  }
}

async function sheetOf(rows: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSheet({ name: '底册', widths: [], headerRows: 1 }, sheetRows(rows)))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** One neighborhood of its own, and the steps an import takes in it. */
async function neighborhood(database: Database) {
  const id = randomUUID();
  const actor = systemActor(id);
  const run = async <T>(command: (tx: Tx) => Promise<Result<T>>) =>
    value(await database.inTransaction(actor, command));
  const profile = {
    code: 'NB',
    nameZh: '测试居民区',
    nameEn: 'Test',
    statedPopulation: '',
    statedPartyMembers: '',
    statedSource: '',
  };
  await run((tx) => foundNeighborhood(tx, profile));
  const work = async () => {
    while ((await workOnImport(database, id, new Date())) > 0);
  };
  return {
    async preview(bytes: Uint8Array): Promise<string> {
      const batchId = await run((tx) => uploadSheet(tx, { fileName: 'a.xlsx', bytes }));
      const { batch } = await run((tx) => importView(tx, batchId));
      const mapping = batch.mapping.map((field) => field ?? '');
      const { headRows, settings } = batch;
      await run((tx) =>
        chooseMapping(tx, {
          batchId,
          headRows,
          mapping,
          areaSource: 'REGISTRY',
          fromDay: settings.fromDay,
        }),
      );
      await work();
      return batchId;
    },
    async commit(batchId: string, rows: number): Promise<void> {
      await run((tx) => commitImport(tx, batchId));
      await work();
      const { batch } = await run((tx) => importView(tx, batchId));
      if (batch.state !== 'COMMITTED' || batch.newRows !== rows)
        throw new Error(`the import is ${batch.state} with ${batch.newRows} rows`);
    },
  };
}

/** The most memory this process held while something ran, in MB. */
async function peakMemory(work: () => Promise<void>): Promise<number> {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage().rss / 1024 / 1024);
  };
  const timer = setInterval(look, 20);
  await work();
  clearInterval(timer);
  look();
  return most;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The same rows into an empty database with all its keys, by COPY. */
async function byCopy(from: pg.Pool, into: pg.Pool): Promise<number> {
  const parts: [string, Buffer][] = [];
  for (const [table, columns] of Object.entries(TABLES)) {
    parts.push([`copy ${table} (${columns.join(', ')}) from stdin`, await copyOut(from, table, columns)]);
  }
  const client = await into.connect();
  try {
    return await seconds(async () => {
      for (const [text, lines] of parts) await copyIn(client, text, lines);
    });
  } finally {
    client.release();
  }
}

export async function importing(): Promise<Figure[]> {
  const server = await benchServer();
  try {
    const source = await server.create('import_source');
    const target = await server.create('import_target');
    const small = await sheetOf(SMALL_ROWS);
    const first = await neighborhood(source.database);
    const previewed = await seconds(async () => void (await first.preview(small)));
    await source.owner.query('truncate registry.neighborhood cascade');
    const large = await sheetOf(ROWS);
    const second = await neighborhood(source.database);
    await server.settle();
    let shown = 0;
    let whole = 0;
    const memory = await peakMemory(async () => {
      let batchId = '';
      shown = await seconds(async () => {
        batchId = await second.preview(large);
      });
      whole = shown + (await seconds(() => second.commit(batchId, ROWS)));
    });
    await server.settle();
    const copied = await byCopy(source.owner, target.owner);
    const rate = (time: number) => `${(ROWS / time).toFixed(0)} rows/s`;
    return [
      figure('1,600 rows uploaded and previewed', ['≤', 3], previewed, ' s'),
      figure(
        '100,000 rows uploaded, previewed and written',
        ['≤', 60],
        whole,
        ' s',
        `previewed after ${shown.toFixed(1)} s`,
      ),
      figure(
        'import / the same rows by COPY',
        ['≥', 0.1],
        copied / whole,
        '',
        `${rate(whole)} against ${rate(copied)}`,
      ),
      figure('memory of the program while it imports', ['≤', 500], memory, ' MB'),
    ];
  } finally {
    await server.stop();
  }
}
