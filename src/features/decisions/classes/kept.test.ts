/** What is kept says what the rows say, for every place and day, after whatever was done; by two at once too. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
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
const days = ['2025-07-31', '2025-08-01', '2026-11-17', '2026-11-19', today, '2027-01-01', '2027-06-01', '2029-01-01']
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
