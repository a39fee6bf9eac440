import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadNation } from '#features/areas/load.ts'
import { loadStandards } from '#features/standards/library.ts'
import { decodeSigned, verifySigned } from '#kernel/signed.ts'
import { clockAt } from '#platform/server/clock.ts'
import { openPool } from '#platform/server/database/open.ts'
import { createKeys, type Keys } from '#platform/server/keys/keys.ts'
import { cloneDatabase, type TestDatabase } from '#test/database.ts'
import { testDay } from '#test/day.ts'
import { loadDemo } from './demo.ts'
import { keepLawTexts } from './lawTexts.ts'

let database: TestDatabase
let owner: pg.Pool
let folder: string
let keys: Keys
const library = loadStandards()
const load = () => loadDemo({ owner, keys, library, clock: clockAt(testDay) })

beforeAll(async () => {
  database = await cloneDatabase('empty')
  folder = await mkdtemp(join(tmpdir(), 'nang-buoc-demo-'))
  keys = createKeys(join(folder, 'keys', 'keys.json'))
  owner = openPool({ url: database.url, asApplication: false, max: 2 })
  const connection = await owner.connect()
  await loadNation(connection, testDay)
  connection.release()
  await keepLawTexts(owner, library)
  await load()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const one = async (text: string) => (await owner.query(text)).rows[0]

describe('the demo', () => {
  it('holds the published figure: 96 poor of the 4,571 households of Tam Hồng, each with its own survey and verdict', async () => {
    const of2021 = `from decision_entry e join decision d on d.id = e.decision_id join round r on r.id = d.round_id
      join area_version v on v.area_id = r.area_id and v.name = 'Xã Tam Hồng' where d.classes_hold_from = '2022-01-01'`
    expect(await one(`select count(*)::int as poor ${of2021} and e.class = 'poor'`)).toEqual({ poor: 96 })
    const verdicts = await one(`select count(distinct x.id)::int as judged, count(distinct s.id)::int as surveyed
      from verdict x join survey s on s.household_id = x.household_id and s.id = x.survey_id
      where x.id in (select e.verdict_id ${of2021} and e.class = 'poor') and x.class = 'poor' and x.standard_id = 'vn-2022-2025'`)
    expect(verdicts).toEqual({ judged: 96, surveyed: 96 })
    expect(Math.round((96 / 4571) * 1000) / 10).toBe(2.1)
    const register = await one(`select count(*)::int as households from household h
      join area_version v on v.area_id = h.village_id and v.valid_from <= '2022-01-01' and v.valid_until > '2022-01-01'
      join area_version c on c.area_id = v.parent_id and c.code = '09043' and c.valid_from <= '2022-01-01' and (c.valid_until is null or c.valid_until > '2022-01-01')`)
    expect(register).toEqual({ households: 4571 })
  })

  it('reads the autumn of 2021 by two standards, and 2026 too, leaving open what is not among the facts', async () => {
    const { rows } =
      await owner.query(`select r.closing_standard, r.opening_standard, count(*) filter (where x.class is null)::int as open
      from verdict x join round r on r.id = x.round_id where r.kind = 'annual' and x.purpose = 'opens' and r.closing_standard is not null
      group by 1, 2 order by 1`)
    expect(rows[0]).toMatchObject({ closing_standard: 'vn-2016-2020', opening_standard: 'vn-2022-2025', open: 0 })
    expect(rows[1]).toMatchObject({ closing_standard: 'vn-2022-2025', opening_standard: 'vn-2027-2030' })
    expect(rows[1].open).toBeGreaterThan(0)
  })

  it('lets no household hold two classes on one day', async () => {
    const { rows } = await owner.query(`select 1 from household_class a join household_class b
      on a.household_id = b.household_id and a.id < b.id
      and daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until)`)
    expect(rows).toEqual([])
  })

  it('signs every certificate with its own key, and a changed letter shows', async () => {
    const { rows } = await owner.query<{ signed: string }>('select signed from certificate order by number limit 20')
    for (const { signed } of rows) {
      const decoded = decodeSigned(signed)
      if (!decoded) throw new Error('unreadable')
      expect(await verifySigned(decoded, keys.publicKeys(), crypto.subtle)).toBe('genuine')
      const other = { ...decoded, bytes: decoded.bytes.map((b, at) => (at === 30 ? b ^ 1 : b)) }
      expect(await verifySigned(other, keys.publicKeys(), crypto.subtle)).toBe('altered')
    }
  })

  it('has every certificate and decision in the register, and says by what each ended', async () => {
    const { rows } = await owner.query(`select p.kind, count(*)::int as n,
        count(*) filter (where p.in_force_until is not null and s.id is null)::int as unexplained
      from signed_paper p left join signed_paper s on s.id = p.replaced_by group by 1 order by 1`)
    const made = await one(`select (select count(*)::int from certificate) as certificates,
      (select count(*)::int from decision where signed is not null) as decisions,
      (select count(*)::int from correction) as corrections`)
    expect(rows).toEqual([
      { kind: 'certificate', n: made?.certificates, unexplained: 0 },
      { kind: 'correction', n: made?.corrections, unexplained: 0 },
      { kind: 'decision', n: made?.decisions, unexplained: 0 },
    ])
    const { rows: unlike } = await owner.query(`select 1 from certificate k join signed_paper p on p.id = k.id
      join household_class c on c.household_id = k.household_id and c.decision_id = k.decision_id
      where (p.in_force_from, p.in_force_until) is distinct from (c.valid_from, c.valid_until)`)
    expect(unlike).toEqual([])
  })

  it('keeps no citizen id in the clear', async () => {
    expect(await one(`select count(*)::int as n from member where citizen_id_sealed ~ '[0-9]{12}'`)).toEqual({ n: 0 })
    expect((await one('select count(*)::int as n from identity_index'))?.n).toBeGreaterThan(8000)
  })

  it('is loaded once', async () => {
    const before = await one('select count(*)::int as n from household')
    await load()
    expect(await one('select count(*)::int as n from household')).toEqual(before)
  })
})
