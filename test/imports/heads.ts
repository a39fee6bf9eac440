/** A list of another kind, as a room would say it in one file: the heads of a commune's villages, two columns. */
import { sql } from 'kysely'
import { Type } from 'typebox'
import { mustBeAble } from '#features/areas/must.ts'
import { areasUnder } from '#features/areas/queries.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { defineEvents } from '#kernel/event.ts'
import { IdOf } from '#kernel/ids.ts'
import { asChecked, type Columns, checkedFile, faultAt, ofSheet } from '#kernel/imports.ts'
import { fold, tidy } from '#kernel/text.ts'
import { happened } from '#platform/server/handle.ts'
import { readFile, type SentFile, type Target } from '#platform/server/imports/read.ts'
import { importRoutes } from '#platform/server/imports/routes.ts'
import { tasksAt } from '#platform/server/workers/task.ts'

const columns = {
  village: {
    title: { vi: 'Thôn', en: 'Village' },
    required: true,
    hint: { vi: 'Tên thôn đúng như trong xã', en: 'As it is called in the commune' },
    example: ['Thôn 1'],
    width: 16,
  },
  head: {
    title: { vi: 'Trưởng thôn', en: 'Village head' },
    required: true,
    atMost: 60,
    hint: { vi: 'Họ và tên', en: 'Full name' },
    example: ['Nguyễn Văn Mẫu'],
    width: 26,
  },
} as const satisfies Columns

type Head = { readonly row: number; readonly village: string; readonly head: string }
type Village = { readonly areaId: string; readonly name: string }

const target: Target<keyof typeof columns, readonly Village[], Head, Head, { heads: number }> = {
  columns,
  leaves: () => ({ mayBe: ({ village, head }) => village !== '' || head !== '', isPart: () => false }),
  rowReader:
    (villages) =>
    ({ row, cells }, faults) => {
      const village = villages.find(({ name }) => fold(name) === fold(cells.village))
      if (!village) faults.push(faultAt({ row }, 'village', { vi: 'Không có thôn này.', en: 'No such village.' }))
      return village ? { row, village: village.areaId, head: tidy(cells.head) } : null
    },
  group: (rows) => rows,
  doubts: () => [],
  rowsOf: () => 1,
  count: (heads) => ({ heads: heads.length }),
}
export const read = (file: SentFile, villages: readonly Village[]) => readFile(target, file, villages)

const headEvent = defineEvents(
  { heads: { vi: 'Trưởng thôn', en: 'Village heads' } },
  { 'heads.imported': { vi: 'Nạp danh sách trưởng thôn', en: 'Village heads imported' } },
)

const says = { vi: 'Trưởng thôn', en: 'Village heads' }
const place = { areaId: IdOf<'area'>(), ...ofSheet }
const posts = { method: 'POST', right: 'household.write', says, upload: { maxBytes: 1_000_000 } } as const
const check = endpoint({
  name: 'heads.check',
  ...posts,
  path: '/api/heads/import/check',
  input: Type.Object(place),
  output: Type.Object({ heads: Type.Integer(), ...checkedFile }),
  reads: true,
})
const write = endpoint({
  name: 'heads.import',
  ...posts,
  path: '/api/heads/import',
  input: Type.Object({ ...place, ...asChecked }),
  output: Type.Object({ heads: Type.Integer() }),
})
const faulty = endpoint({
  name: 'heads.importFaults',
  ...posts,
  path: '/api/heads/import/faults',
  input: Type.Object(place),
  output: Type.Unknown(),
  reads: true,
  document: true,
})
const template = endpoint({
  name: 'heads.template',
  method: 'GET',
  right: 'household.write',
  path: '/api/heads/import/template',
  says,
  input: Type.Object({}),
  output: Type.Unknown(),
  document: true,
})

export const headRoutes = importRoutes({
  calls: { template, check, faulty, write },
  columns,
  name: 'Mẫu trưởng thôn',
  reader: tasksAt<{ read: typeof read }>(new URL(import.meta.url)),
  look: async ({ db, actor, input, today }) => {
    await mustBeAble({ db, actor }, 'household.write', input.areaId)
    const villages = await areasUnder(db, input.areaId, today, 'village')
    return villages.map(({ areaId, name }) => ({ areaId, name }))
  },
  hold: ({ db }) => sql`lock table toy_head`.execute(db),
  check: async ({ db }, heads: readonly Head[]) => {
    const { rows } = await sql<{ village: string }>`select village from toy_head`.execute(db)
    const held = new Set(rows.map(({ village }) => village))
    const faults = heads
      .filter(({ village }) => held.has(village))
      .map((head) => faultAt(head, 'village', { vi: 'Thôn đã có trưởng thôn.', en: 'The village has a head.' }))
    return { faults, doubts: [], elsewhere: [] }
  },
  write: async ({ db }, heads) => {
    for (const { village, head } of heads)
      await sql`insert into toy_head (village, head) values (${village}, ${head})`.execute(db)
  },
  written: ({ input: { areaId } }, { counts }) =>
    happened(headEvent('heads.imported', { subject: areaId, area: areaId, facts: counts }), counts),
})
