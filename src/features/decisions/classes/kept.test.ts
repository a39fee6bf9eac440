/** What is kept says what the rows say, for every place and day, after whatever was done; by two at once too. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import { deciding, inForce } from '#test/decisions.ts'
import { mustKeepCounts } from '#test/homes.ts'
import { type Family, kyThuong, settle, thon1, thon2, thon4 } from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const today = '2026-11-20'
const days = ['2024-12-31', '2025-08-01', '2025-12-30', '2025-12-31', '2026-11-17', today, '2027-01-01', '2029-01-01']
const places = [demoAreas.nation, demoAreas.phuTho, demoAreas.tamHongToday, demoAreas.kyThuongToday, thon1]

/** From the rows: each household where it lived on the day, with the class it held, by the part its village lay in. */
const plainly = `
  select coalesce(nullif(split_part(substr(p.path, length(base.path) + 2), '/', 1), ''), p.area_id::text)::uuid as part_id,
         k.class, count(*) as households
    from area_path base
    join area_path p on p.path = base.path or starts_with(p.path, base.path || '/')
    join household_residence r on r.village_id = p.area_id and r.valid_from <= $2 and (r.valid_until is null or $2 < r.valid_until)
    join household h on h.household_id = r.household_id and h.started_on <= $2 and (h.ended_on is null or $2 < h.ended_on)
    left join household_class c on c.household_id = h.household_id and c.valid_from <= $2 and (c.valid_until is null or $2 < c.valid_until)
    cross join lateral (select null as class union all select c.class where c.class is not null) k
   where base.area_id = $1 and base.valid_from <= $3 and (base.valid_until is null or $3 < base.valid_until)
     and p.valid_from <= $3 and (p.valid_until is null or $3 < p.valid_until)
   group by 1, 2 order by 1, 2`

/** Answers how many households the nation holds today. */
async function agree(now = today): Promise<number> {
  await mustKeepCounts(world.owner)
  const line = await world.owner.connect()
  try {
    await line.query(`begin; set local nb.areas = '{${demoAreas.nation}}'`)
    for (const place of places)
      for (const day of days)
        for (const units of [now, '2024-01-01']) {
          const kept = `select part_id, class, sum(households)::bigint as households from figures_of($1, $2, $3, '${now}') group by 1, 2 order by 1, 2`
          const [told, counted] = [
            await line.query(kept, [place, day, units]),
            await line.query(plainly.replaceAll(/\$([23])/g, '$$$1::date'), [place, day, units]),
          ]
          expect(told.rows, `${place} on ${day}, units of ${units}`).toEqual(counted.rows)
        }
    const whole = await line.query<{ n: number }>(
      `select sum(households)::int as n from figures_of($1, $2, $2, $2) where class is null`,
      [demoAreas.nation, now],
    )
    return whole.rows[0]?.n ?? 0
  } finally {
    await line.query('rollback')
    line.release()
  }
}

const act = async (person: PersonName, path: string, body: object) => {
  const reply = await world.as(person).post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const change = ({ householdId }: Family, path: string, body: object) =>
  act('hung', `/api/households/${householdId}/${path}`, body)

it('says what the rows say after entering, deciding, moving, ending, undoing and a village that goes to another commune', async () => {
  const before = await agree()
  const families: Family[] = []
  for (const [at, village] of [thon1, thon2, thon4, kyThuong].entries())
    families.push(await settle(world, village, `Hoàng Thị ${['Ơn', 'Ước', 'Yên', 'Ái'][at]}`))
  expect(await agree()).toBe(before + 4)
  const [first, second, third] = families as [Family, Family, Family]
  const { round } = await deciding(world, [first, second], { outcomes: ['poor', 'near_poor'] })
  await inForce(world, (await round.printed()).decisionId)
  await agree()
  await change(first, 'residence', { on: '2026-11-19', villageId: thon2, address: '', number: '' })
  await agree()
  const { rows } = await world.owner.query<{ id: string }>(
    `select max(act_id::text) as id from household_event where household_id = $1`,
    [first.householdId],
  )
  await change(first, `events/${rows[0]?.id}/undo`, { because: 'Ghi nhầm' })
  await agree()
  await change(third, 'end', { on: '2026-11-19', reason: 'moved_away' })
  expect(await agree()).toBe(before + 3)
  const move = { kind: 'move', areaId: thon4, parentId: demoAreas.kyThuongToday }
  await act('quantri', '/api/area-events', { change: move, day: '2026-11-18', legalBasis: 'NQ 1', mark: 'text' })
  await agree()
  await settle(world, kyThuong, 'Hoàng Thị Út')
  expect(await agree()).toBe(before + 4)
})

it('loses nobody of two who are entered into one village in the same second', async () => {
  const before = await agree()
  await Promise.all(['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((name) => settle(world, thon1, `Đinh Thị ${name}`)))
  expect(await agree()).toBe(before + 5)
})

const counting = `select register_recount_homes('{}', $1::uuid[], '${today}')`
const behind = async () =>
  (await world.owner.query<{ n: number }>('select count(*)::int as n from register_behind')).rows[0]?.n

it('lets nobody wait who changes another village of a commune, and tells both before the commune is summed again', async () => {
  const before = await agree()
  const other = await world.owner.connect()
  try {
    await other.query('begin')
    await other.query(counting, [[thon2]])
    await settle(world, thon1, 'Đinh Thị Sáu')
    expect([await agree(), await behind()]).toEqual([before + 1, 1])
    await other.query('commit')
  } finally {
    other.release()
  }
  expect(await agree()).toBe(before + 1)
  await settle(world, thon2, 'Đinh Thị Bảy')
  expect([await agree(), await behind()]).toEqual([before + 2, 0])
})

it('knows no dead-lock of acts that touch two communes in opposite order', async () => {
  const far = [thon1, kyThuong, thon4, thon2]
  const lines = await Promise.all(
    [far, [...far].reverse()].map(async (villages) => ({ villages, line: await world.owner.connect() })),
  )
  try {
    for (let times = 0; times < 25; times++)
      await Promise.all(lines.map(({ line, villages }) => line.query(counting, [villages])))
  } finally {
    for (const { line } of lines) line.release()
  }
  await agree()
})

const homes = [thon1, thon2, thon4, kyThuong]
/** A household from a day on, of villages one after the other, holding classes, until it ends. */
type Life = {
  readonly stays: readonly (readonly [number, number])[]
  readonly classes: readonly string[]
  readonly ends: number | null
}
const dayOf = (n: number): string => new Date(Date.UTC(2021, 5, 1 + n)).toISOString().slice(0, 10)
const life = fc.record({
  stays: fc.array(fc.tuple(fc.nat(700), fc.nat(homes.length - 1)), { minLength: 1, maxLength: 3 }),
  classes: fc.array(fc.constantFrom('poor', 'near_poor', 'average', 'not_poor'), { maxLength: 4 }),
  ends: fc.option(fc.integer({ min: 1, max: 400 })),
})

async function live(at: number, { stays, classes, ends }: Life): Promise<void> {
  const line = await world.owner.connect()
  const id = stableId('household', 'kept', String(at))
  let day = 0
  const days = stays.map(([length]) => {
    day += length + 1
    return day
  })
  const [first = 0, last = 0] = [days[0], days.at(-1)]
  const ended = ends === null ? null : dayOf(Math.min(last + ends, 1_900))
  const home = homes[stays.at(-1)?.[1] ?? 0]
  try {
    await line.query('begin')
    const { rows } = await line.query<{ village_id: string }>(
      'select village_id from household where household_id = $1',
      [id],
    )
    for (const table of ['household_class', 'household_residence', 'household'])
      await line.query(`delete from ${table} where household_id = $1`, [id])
    await line.query(
      `insert into household (household_id, village_id, head_person_id, head_name, search, started_on, ended_on, end_reason)
       values ($1, $2, $1, 'Hộ', 'ho', $3, $4, case when $4::date is not null then 'moved_away' end)`,
      [id, home, dayOf(first), ended],
    )
    for (const [n, [, village]] of stays.entries())
      await line.query(
        `insert into household_residence (household_id, id, village_id, home_id, valid_from, valid_until)
         values ($1, gen_random_uuid(), $2, $3, $4, $5)`,
        [id, homes[village], home, dayOf(days[n] ?? 0), n + 1 < days.length ? dayOf(days[n + 1] ?? 0) : ended],
      )
    for (const [n, held] of classes.entries())
      await line.query(
        `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, valid_until, decision_id, verdict_id)
         values ($1, gen_random_uuid(), $2, $2, $3, 'vn-2022-2025', $4, $5, gen_random_uuid(), gen_random_uuid())`,
        [id, home, held, `${2022 + n}-01-01`, n + 1 < classes.length ? `${2023 + n}-01-01` : null],
      )
    await line.query(`select register_recount_homes(array[$1::uuid], $2::uuid[], '${today}')`, [
      id,
      rows.map((row) => row.village_id),
    ])
    await line.query('commit')
  } finally {
    line.release()
  }
}

it('says what the rows say of any lives of households, and after one of them is another than it was', async () => {
  const lives = fc.sample(life, { numRuns: 60, seed: 9 })
  for (const [at, one] of lives.slice(0, 40).entries()) await live(at, one)
  await agree()
  for (const [at, one] of lives.slice(40).entries()) await live(at, one)
  await agree()
})
