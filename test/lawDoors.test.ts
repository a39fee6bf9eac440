/** The law as anybody may read it: which holds on a day, whole, under its hash, and nothing that is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '#features/standards/rules/hash.ts'
import { refusal } from './untouched.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Listed = { id: string; holds: boolean; hash: string; from: string; until: string }
const ask = async (path: string) => (await world.nobody.get(path)).json()
const holdingOn = async (day: string) =>
  (await ask(`/api/standards?day=${day}`)).standards.filter((s: Listed) => s.holds).map((s: Listed) => s.id)

describe('the standards', () => {
  it.each([
    ['2015-12-31', []],
    ['2016-01-01', ['vn-2016-2020']],
    ['2021-12-31', ['vn-2016-2020']],
    ['2022-01-01', ['vn-2022-2025']],
    ['2026-12-31', ['vn-2022-2025']],
    ['2027-01-01', ['vn-2027-2030']],
    ['2031-01-01', []],
  ])('that hold on %s are %j', async (day, ids) => {
    expect(await holdingOn(day)).toEqual(ids)
  })

  it('hold today where no day is said', async () => {
    const { day, standards } = await ask('/api/standards')
    expect(day).toBe('2026-11-20')
    expect(standards.filter((s: Listed) => s.holds).map((s: Listed) => s.id)).toEqual(await holdingOn(day))
  })

  it('are given whole: what is read has the hash it is listed under, with its form and its tables', async () => {
    const { standards } = await ask('/api/standards')
    for (const { id, hash } of standards as Listed[]) {
      const given = await ask(`/api/standards/${id}`)
      expect([id, given.hash, contentHash(given.standard)]).toEqual([id, hash, hash])
      if (given.form) expect(contentHash(given.form.form)).toBe(given.form.hash)
      for (const table of given.pointsTables) {
        const held = await ask(`/api/points-tables/${table.id}`)
        expect([contentHash(held.table), held.hash, held.table.mark]).toEqual([table.hash, table.hash, table.mark])
      }
    }
  })

  it('say of the only points table that it is illustrative', async () => {
    const { pointsTables } = await ask('/api/standards/vn-2022-2025')
    expect(pointsTables.map((t: { mark: string }) => t.mark)).toEqual(['illustrative'])
  })

  it.each([
    ['/api/standards/vn-1999', 'standard.not_found'],
    ['/api/standards/constructor', 'standard.not_found'],
    ['/api/points-tables/bang-la', 'standard.table_not_found'],
    ['/api/standards?day=2026-02-30', 'input.invalid'],
    ['/api/standards?day=', 'input.invalid'],
  ])('that are none are refused: %s', async (path, code) => {
    expect(await refusal(world, () => world.nobody.get(path))).toBe(code)
  })
})
