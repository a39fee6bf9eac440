/** The numbers of papers, drawn by two people in the same second. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { changing } from '#platform/server/doors/standing.ts'
import { newId } from '#platform/server/ids.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { drawNumbers } from './numbers.ts'
import type { Series } from './rules/series.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(() => world.owner.query('delete from issued_number'))

/** All that a second series takes. */
const training: Series = { name: 'training', mark: 'TH' }
const certificates: Series = { name: 'certificate', mark: 'GCN' }

const { tamHongToday, kyThuongToday } = demoAreas
const by = <T>(person: PersonName, areas: readonly AreaId[], work: (db: Db) => Promise<T>): Promise<T> =>
  changing(world.host, { account: world.idOf(person), areas }, work)
const papers = (count: number): string[] => Array.from({ length: count }, () => newId())
const draw =
  (series: Series, count: number, year = 2026) =>
  (db: Db) =>
    drawNumbers(db, { series, areaId: tamHongToday, year }, papers(count))
const asHung = <T>(work: (db: Db) => Promise<T>) => by('hung', [tamHongToday], work)
const asBich = <T>(work: (db: Db) => Promise<T>) => by('bich', [tamHongToday], work)

/** Until somebody waits for the series. */
async function arrived(): Promise<void> {
  for (let looks = 0; looks < 1000; looks += 1) {
    const { rows } = await world.owner.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`,
    )
    if (rows[0]?.n) return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error('nobody waits for the series')
}

/** Hùng draws three and goes on for a while; Bích asks for three in the middle of it. */
async function atOnce(end: () => void): Promise<{ hung: string[]; bich: string[] }> {
  let drawn: string[] = []
  let bich: Promise<string[]> = Promise.resolve([])
  const hung = asHung(async (db) => {
    drawn = await draw(training, 3)(db)
    bich = asBich(draw(training, 3))
    await arrived()
    end()
  })
  await hung.catch((error: Error) => expect(error.message).toBe('thought better of it'))
  return { hung: drawn, bich: await bich }
}

describe('numbers', () => {
  it('are counted from one in each series, unit and year', async () => {
    expect(await asHung(draw(training, 2))).toEqual(['0001/TH-2026', '0002/TH-2026'])
    expect(await asHung(draw(certificates, 1))).toEqual(['0001/GCN-2026'])
    expect(await asHung(draw(training, 1, 2027))).toEqual(['0001/TH-2027'])
    const son = by('son', [kyThuongToday], (db) =>
      drawNumbers(db, { series: training, areaId: kyThuongToday, year: 2026 }, papers(1)),
    )
    expect(await son).toEqual(['0001/TH-2026'])
    expect(await asBich(draw(training, 1))).toEqual(['0003/TH-2026'])
  })

  it('are kept with the paper that got each, in the order asked', async () => {
    const given = papers(12_000)
    const numbering = { series: certificates, areaId: tamHongToday, year: 2026 }
    const numbers = await asHung((db) => drawNumbers(db, numbering, given))
    expect([numbers.length, numbers[0], numbers[11_999]]).toEqual([12_000, '0001/GCN-2026', '12000/GCN-2026'])
    const { rows } = await world.owner.query('select subject_id from issued_number order by number')
    expect(rows.map((row) => row.subject_id)).toEqual(given)
  })

  it('asked for by two people at once go to one each, the second after the first', async () => {
    const { hung, bich } = await atOnce(() => {})
    expect(hung).toEqual(['0001/TH-2026', '0002/TH-2026', '0003/TH-2026'])
    expect(bich).toEqual(['0004/TH-2026', '0005/TH-2026', '0006/TH-2026'])
  })

  it('come back where what they were drawn for is undone: no gap is left', async () => {
    const { hung, bich } = await atOnce(() => {
      throw new Error('thought better of it')
    })
    expect(hung).toEqual(bich)
    const { rows } = await world.owner.query('select number from issued_number order by 1')
    expect(rows.map((row) => row.number)).toEqual([1, 2, 3])
  })

  it('of Tam Hồng are neither drawn nor seen by Sơn, who works elsewhere, nor by a stranger', async () => {
    await asHung(draw(training, 2))
    for (const [person, areas] of [
      ['son', [kyThuongToday]],
      ['la', []],
    ] as const) {
      await expect(by(person, areas, draw(training, 1))).rejects.toMatchObject({ code: '42501' })
      expect(await by(person, areas, (db) => db.selectFrom('issued_number').selectAll().execute())).toEqual([])
    }
  })

  it('are never changed or taken away by the application', async () => {
    await asHung(draw(training, 1))
    const change = asHung((db) => db.updateTable('issued_number').set({ number: 7 }).execute())
    await expect(change).rejects.toMatchObject({ code: '42501' })
    await expect(asHung((db) => db.deleteFrom('issued_number').execute())).rejects.toMatchObject({ code: '42501' })
  })
})
