import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareNames } from '#kernel/order.ts'
import { cloneDatabase, type TestDatabase } from '#test/database.ts'
import { type Db, databaseOn } from '../database/open.ts'
import { period, validOn } from './days.ts'
import { byGivenName, inVietnamese } from './order.ts'

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await cloneDatabase('empty')
  const pool = new pg.Pool({ connectionString: database.url })
  pool.on('error', () => {}) // ended with its database
  db = databaseOn(pool)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

type Order = (name: RawBuilder<unknown>) => RawBuilder<string>
const sorted = async (names: readonly string[], order: Order): Promise<string[]> =>
  (
    await sql<{ name: string }>`select name from unnest(${names}::text[]) as name order by ${order(sql`name`)}`.execute(
      db,
    )
  ).rows.map((row) => row.name)

const given = (name: string): string => name.split(' ').at(-1) ?? ''
const people = (a: string, b: string): number => compareNames(given(a), given(b)) || compareNames(a, b)

const letters = [...'aAăÂâÀàÃãẠạBbDdĐđEeÊêẾếIiÍíOoÔôƠơỚợUuƯưỨứYyỲỹ']
// One kind of apostrophe: whether ' and ’ differ as letters do is told apart by the versions of ICU.
const hard = ["H'Bia", 'Y', 'Bhok', 'Niê-Kđăm', 'Hoà', 'Hòa', 'Thuỷ', 'Thủy', 'Quý', 'Quí', "K'Brêo", '2', '10', '010']
const word = fc.oneof(
  fc.constantFrom(...hard),
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 }).map((some) => some.join('')),
  fc.constantFrom('Thôn', 'Bản', 'Khu phố', 'Đội').chain((kind) => fc.nat(120).map((n) => `${kind} ${n}`)),
)
const name = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('NFC', 'NFD'))
  .map(([words, form]) => words.join(' ').normalize(form))

describe('the order of names', () => {
  it('has villages as people count them and Đ after D', async () => {
    const villages = [
      'Bản Hin',
      'Thôn 1',
      'Thôn 2',
      'Thôn 2A',
      'Thôn 10',
      'Thôn Dinh',
      'Thôn Đinh',
      'Thôn 99999999999999999999',
    ]
    const inOrder = [...villages.slice(0, 5), 'Thôn 99999999999999999999', 'Thôn Dinh', 'Thôn Đinh']
    expect(await sorted([...villages].reverse(), inVietnamese)).toEqual(inOrder)
    expect([...villages].sort(compareNames)).toEqual(inOrder)
  })

  it('has people by their given name, then by the whole name', async () => {
    const names = [
      'Trần Văn An',
      'Bùi Thị Ánh',
      'Đặng Ân',
      'Lê Đức Dũng',
      'Đỗ Thị Dũng',
      'Lê Văn Đại',
      "Niê H'Bia",
      'Ơi',
      'Ước',
    ]
    const inOrder = [
      'Trần Văn An',
      'Bùi Thị Ánh',
      'Đặng Ân',
      'Đỗ Thị Dũng',
      'Lê Đức Dũng',
      'Lê Văn Đại',
      "Niê H'Bia",
      'Ơi',
      'Ước',
    ]
    expect(await sorted([...names].reverse(), byGivenName)).toEqual(inOrder)
  })

  it('is the same in the database and here, whatever the names', async () => {
    const lists = fc.array(name, { minLength: 2, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(lists, async (names) => {
        expect(await sorted(names, inVietnamese)).toEqual([...names].sort(compareNames))
        expect(await sorted(names, byGivenName)).toEqual([...names].sort(people))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a period', () => {
  const holds = async (from: string, until: string | null, day: string): Promise<boolean | undefined> => {
    const { rows } = await sql<{ holds: boolean }>`
      select ${validOn('p', day as never)} as holds
        from (select ${from}::date as valid_from, ${until}::date as valid_until) as p`.execute(db)
    return rows[0]?.holds
  }

  it('holds on its first day and no longer on the day of its end', async () => {
    expect(await holds('2026-01-01', '2026-02-01', '2025-12-31')).toBe(false)
    expect(await holds('2026-01-01', '2026-02-01', '2026-01-01')).toBe(true)
    expect(await holds('2026-01-01', '2026-02-01', '2026-01-31')).toBe(true)
    expect(await holds('2026-01-01', '2026-02-01', '2026-02-01')).toBe(false)
    expect(await holds('2026-01-01', null, '2099-01-01')).toBe(true)
  })

  it('never held a day where it ends as it begins', async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from (select date '2026-01-01' as joined_on, date '2026-01-01' as left_on) as m
       where ${period('joined_on', 'left_on')('m', sql`m.joined_on`)}`.execute(db)
    expect(rows).toEqual([{ n: 0 }])
  })
})
