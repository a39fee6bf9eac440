/**
 * What an act changed of a household's rows, told from how they stood before it and after it; whether a later act stands
 * on it; and what comes back when it is undone. Rows are as the database gives them (`to_jsonb`).
 */
import type { Said } from '#kernel/text.ts'

export type Row = Readonly<Record<string, unknown>>

/** A citizen id by its hash, as the index has it. */
export type IdentityRow = {
  readonly index_hash: string
  readonly person_id: string
  readonly household_id: string
  readonly free_from: string | null
}

/** The rows of a household; `household` is null before it was founded. */
export type Rows = {
  readonly household: Row | null
  readonly residences: readonly Row[]
  readonly members: readonly Row[]
}

/** How a household stood before an act, with what the act did to citizen ids: `gone` are those that it left. */
export type Before = Rows & {
  readonly identities: { readonly put: readonly IdentityRow[]; readonly gone: readonly IdentityRow[] }
}

const tables = ['household', 'residences', 'members'] as const
type Table = (typeof tables)[number]

/** Of one row: null before it was added, and after it was taken away; `columns` differ. */
export type Change = {
  readonly table: Table
  readonly id: string
  readonly was: Row | null
  readonly is: Row | null
  readonly columns: readonly string[]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const rowsOf = (of: Rows, table: Table): readonly Row[] =>
  table === 'household' ? (of.household ? [of.household] : []) : of[table]

const idOf = (table: Table, row: Row): string => String(table === 'household' ? row.household_id : row.id)

export function changesBetween(before: Rows, after: Rows): Change[] {
  return tables.flatMap((table) => {
    const [was, is] = [before, after].map((of) => new Map(rowsOf(of, table).map((row) => [idOf(table, row), row])))
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].flatMap((id) => {
      const [one, other] = [was?.get(id) ?? null, is?.get(id) ?? null]
      const named = Object.keys(other ?? one ?? {})
      // A column that came later is in no image from before it; there was nothing in it.
      const columns = named.filter((column) => !one || !other || !same(one[column] ?? null, other[column] ?? null))
      return columns.length > 0 ? [{ table, id, was: one, is: other, columns }] : []
    })
  })
}

/** Whoever comes, goes or is related anew is so to the head of that time. */
const asksHead = ({ table, was, columns }: Change): boolean =>
  table === 'members' && (was === null || columns.includes('relation') || columns.includes('left_on'))

const headColumn = 'household head_person_id'
const endColumn = 'household ended_on'
const writes = (changes: readonly Change[]): string[] =>
  changes.flatMap(({ table, id, columns }) =>
    columns.map((column) => (table === 'household' ? `household ${column}` : `${table} ${id} ${column}`)),
  )
const reads = (changes: readonly Change[]): string[] => [endColumn, ...(changes.some(asksHead) ? [headColumn] : [])]

/** Whether the later act would not hold without the earlier: it changed the same, or one of them rests on the other. */
export function standsOn(later: readonly Change[], earlier: readonly Change[]): boolean {
  if (earlier.some(({ table, was }) => table === 'household' && was === null)) return true
  const [wrote, asked] = [writes(earlier), reads(earlier)]
  const touched = new Set(writes(later))
  return (
    wrote.some((column) => touched.has(column)) ||
    asked.some((column) => touched.has(column)) ||
    reads(later).some((column) => column !== endColumn && wrote.includes(column))
  )
}

export type Restored = { readonly put: Row[]; readonly gone: Row[] }

/** The rows to write so that the changes are undone: `now` as they stand, in what the act changed as before. */
export function restored(changes: readonly Change[], now: Rows, table: Table): Restored {
  const held = new Map(rowsOf(now, table).map((row) => [idOf(table, row), row]))
  const of = changes.filter((change) => change.table === table)
  const put = of.flatMap(({ id, was, columns }) => {
    const row = held.get(id)
    return row && was ? [{ ...row, ...Object.fromEntries(columns.map((column) => [column, was[column] ?? null])) }] : []
  })
  const gone = of.flatMap(({ id, was }) => {
    const row = held.get(id)
    return row && !was ? [{ household_id: row.household_id, id: row.id }] : []
  })
  return { put, gone }
}

/** A household that the act founded: it keeps its id and has no day. */
export const withoutDay = (row: Row): Row => ({
  ...row,
  ended_on: row.started_on,
  end_reason: 'entered_by_mistake',
})

export const nameIn = (row: Row | null): string => String(row?.head_name ?? row?.full_name ?? '')

function sayMember({ was, is, columns }: Change, home: string): Said {
  const name = nameIn(is ?? was)
  if (was === null)
    return { vi: `${name} không còn trong sổ của hộ ${home}.`, en: `${name} is no longer on record with ${home}.` }
  if (columns.includes('left_on'))
    return { vi: `${name} trở lại hộ ${home}.`, en: `${name} is in the household of ${home} again.` }
  return { vi: `Thông tin của ${nameIn(was)} trở lại như trước.`, en: `What is known of ${nameIn(was)} is as before.` }
}

function sayHousehold({ was, is, columns }: Change): Said[] {
  const name = nameIn(is)
  if (was === null)
    return [
      {
        vi: `Hộ ${name} lập khi tách không còn ngày nào; mã hộ và diễn biến được giữ.`,
        en: `The household of ${name}, founded by it, has no day left; its id and timeline stay.`,
      },
    ]
  const said: [boolean, Said][] = [
    [
      columns.includes('ended_on'),
      { vi: `Hộ ${name} không còn kết thúc.`, en: `The household of ${name} stands again.` },
    ],
    [
      columns.includes('head_person_id'),
      { vi: `${nameIn(was)} trở lại là chủ hộ.`, en: `${nameIn(was)} is the head again.` },
    ],
    [
      ['village_id', 'address', 'number'].some((column) => columns.includes(column)),
      { vi: 'Nơi ở, số hộ trở lại như trước.', en: 'Residence and number are as before.' },
    ],
    [
      columns.includes('contact_phone'),
      { vi: 'Số điện thoại liên hệ trở lại như trước.', en: 'The telephone number is as before.' },
    ],
  ]
  return said.flatMap(([holds, sentence]) => (holds ? [sentence] : []))
}

/** What comes back, a sentence each. */
export const sayBack = (changes: readonly Change[], home: string): Said[] => [
  ...changes.flatMap((change) => (change.table === 'household' ? sayHousehold(change) : [])),
  ...changes.flatMap((change) => (change.table === 'members' ? [sayMember(change, home)] : [])),
]
