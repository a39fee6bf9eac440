import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { nameOn } from '#features/areas/queries.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import { type Db, databaseOn } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byHeadOf, inVietnamese } from '#platform/server/sql/order.ts'
import { recount } from '#test/homes.ts'
import { openWorld, type World } from '#test/world.ts'
import type { ListFilter } from './counted.ts'
import { listPage } from './listed.ts'
import { belongs, type OfDay, registerCountsBy, standOnDay, stands, together } from './onDay.ts'

const villages = demoAreas.villages.tamHong.slice(0, 4) as AreaId[]
const elsewhere = demoAreas.villages.kyThuong[0] as AreaId
const today = plainDate('2026-06-01')
const days = ['2023-05-01', '2024-03-15', '2025-01-01', '2025-09-09', today].map((day) => plainDate(day))

let world: World
let db: Db
beforeAll(async () => {
  world = await openWorld()
  db = databaseOn(world.owner)
  for (const [n, one] of fc.sample(household, { numRuns: 160, seed: 7 }).entries()) await enter(n, one)
  await recount(world, today)
})
afterAll(() => world.close())

const day = fc
  .integer({ min: 0, max: 1200 })
  .map((n) => plainDate(new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10)))
const some = fc.uniqueArray(day, { maxLength: 3 }).map((list) => list.sort())
const name = fc.tuple(fc.constantFrom('Đỗ', 'Lê', 'Vũ'), fc.constantFrom('Ân', 'Ánh', 'Dũng', 'Đại', 'An'))
const household = fc.record({
  start: day,
  moves: some,
  places: fc.array(fc.constantFrom(...villages, elsewhere), { minLength: 4, maxLength: 4 }),
  heads: some,
  names: fc.array(name, { minLength: 4, maxLength: 4 }),
  ethnicities: fc.array(fc.constantFrom('01', '02', '55'), { minLength: 4, maxLength: 4 }),
  leaves: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  classes: some,
  class: fc.constantFrom('poor', 'near_poor'),
  ends: fc.option(day, { freq: 6 }),
})
type Household = typeof household extends fc.Arbitrary<infer One> ? One : never

/** `[from, until)` of each day and the next; the last has no end. */
const periods = (list: readonly PlainDate[], end: PlainDate | null) =>
  list.map((from, at) => ({ from, until: list[at + 1] ?? end }))

/** Written as the calls leave it: the household and all that is seen with it say where it lives now. */
async function enter(n: number, one: Household): Promise<void> {
  const id = randomUUID()
  const { owner } = world
  const after = (list: readonly PlainDate[]) => list.filter((d) => d > one.start)
  const ends = one.ends && [one.start, ...one.moves, ...one.heads].every((d) => d < (one.ends ?? d)) ? one.ends : null
  const residences = periods([one.start, ...after(one.moves)], ends)
  const heads = periods([one.start, ...after(one.heads)], ends).map((p) => ({ ...p, person: randomUUID() }))
  const home = one.places[residences.length - 1]
  const nameOf = (at: number) => one.names[at]?.join(' ')
  const [head, headName] = [heads.at(-1)?.person, nameOf(heads.length - 1)]
  await owner.query(
    `insert into household (household_id, village_id, number, address, head_person_id, head_name, search, started_on, ended_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, home, `${n}`, `Ngõ ${residences.length - 1}`, head, headName, fold(`${n}, ${headName}`), one.start, ends],
  )
  for (const [at, { from, until }] of residences.entries())
    await owner.query(
      `insert into household_residence (household_id, home_id, id, village_id, address, valid_from, valid_until)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, home, randomUUID(), one.places[at], `Ngõ ${at}`, from, until],
    )
  for (const [at, { person, until }] of heads.entries()) {
    const left = until === ends || one.leaves[at] ? until : null
    await owner.query(
      `insert into member (household_id, home_id, id, person_id, full_name, sex, birth_year, relation, ethnicity, joined_on,
         join_reason, left_on) values ($1, $2, $3, $4, $5, 'male', 1980, 'other', $6, $7, 'listed', $8)`,
      [id, home, randomUUID(), person, nameOf(at), one.ethnicities[at], one.start, left],
    )
    if (until !== null && until !== ends)
      await owner.query(
        `insert into household_event (household_id, home_id, id, happened_on, kind, facts)
         values ($1, $2, $3, $4, 'head_changed', $5)`,
        [id, home, randomUUID(), until, { fromPerson: person }],
      )
  }
  for (const { from, until } of periods(one.classes, null))
    await owner.query(
      `insert into household_class (household_id, home_id, id, village_id, class, standard_id, valid_from, valid_until,
         decision_id, verdict_id) values ($1, $2, $3, $2, $4, 'vn-2022-2025', $5, $6, $3, $3)`,
      [id, home, randomUUID(), one.class, from, until],
    )
}

/** The plain way: every household that lived there, each asked for its head and its class. */
const plainly = ({ villages: of, day }: OfDay) => sql`
  select h.household_id, r.village_id, h.number, r.address, h.contact_phone as phone, h.search, coalesce(b.person, h.head_person_id) as head,
         case when ${day} = ${today} then h.head_name else coalesce(
           (select m.full_name from member m where m.household_id = h.household_id
               and m.person_id = coalesce(b.person, h.head_person_id) order by m.joined_on desc limit 1), '') end as head_name,
         (select c.class from household_class c where c.household_id = h.household_id and ${validOn('c', day)}) as class
    from household h
    join household_residence r on r.household_id = h.household_id and r.village_id = any (${of}::uuid[])
     and ${validOn('r', day)} and ${stands('h', day)}
    left join lateral (
      select (e.facts->>'fromPerson')::uuid as person from household_event e
       where e.household_id = h.household_id and e.kind = 'head_changed' and e.happened_on > ${day}
       order by e.happened_on, e.created_at limit 1) b on true`

async function plainPage(on: Db, { class: wanted, q = '', page, size, ...of }: ListFilter) {
  const { rows } = await sql<Record<string, unknown>>`
    select household_id as "householdId", head_name as "headName", number, address, phone, village_id as "villageId", class,
           ${nameOn(sql`village_id`, of.day)} as "villageName", null as formerly, -- no two of these villages have one name
           (select count(*)::int from member m where m.household_id = f.household_id and ${belongs('m', of.day)}) as members
      from (${plainly(of)}) f
     where search like ${`%${fold(q)}%`} and coalesce(class, 'none') = coalesce(${wanted ?? null}, class, 'none')
     order by ${inVietnamese(nameOn(sql`village_id`, of.day))}, village_id, ${byHeadOf('f')}`.execute(on)
  const shown = rows.slice((page - 1) * size, page * size)
  return { rows: shown, total: rows.length, more: false }
}

async function plainCounts(on: Db, of: OfDay) {
  const { rows } = await sql`
    select count(*)::int as households, coalesce(sum(persons), 0)::int as persons,
           count(*) filter (where ethnicity = '01')::int as kinh,
           count(*) filter (where ethnicity not in ('01', '55'))::int as dtts
      from (select count(m.id) as persons, max(m.ethnicity) filter (where m.person_id = f.head) as ethnicity
              from (${plainly(of)}) f left join member m on m.household_id = f.household_id and ${belongs('m', of.day)}
             group by f.household_id) o`.execute(on)
  return rows[0]
}

/** As the owner, whom row security does not touch, and as Hùng, to whom those who moved to the next commune are hidden. */
const asked: Record<string, (work: (on: Db) => Promise<void>) => Promise<void>> = {
  'the owner': (work) =>
    db.transaction().execute(async (on) => {
      await sql.raw(`set local nb.areas = '{${demoAreas.nation}}'`).execute(on)
      await work(on)
    }),
  Hùng: (work) =>
    db.transaction().execute(async (on) => {
      await sql.raw(`set local nb.areas = '{${demoAreas.tamHongToday}}'; set local role nb_app`).execute(on)
      await work(on)
    }),
}

it.each(Object.keys(asked))('lists and counts for %s what the plain way does, on any day', async (who) => {
  const seen = new Set<number>()
  await asked[who]?.(async (on) => {
    for (const day of days)
      for (const of of [villages, villages.slice(1, 2)].map((list) => ({ villages: list, day, today }))) {
        expect(together(await registerCountsBy(on, of)), `${day}`).toEqual(await plainCounts(on, of))
        for (const klass of [undefined, 'poor', 'none'] as const)
          for (const q of [undefined, 'Đỗ', 'an'])
            for (const page of [1, 2, 9]) {
              const filter = { ...of, page, size: 7, ...(klass && { class: klass }), ...(q && { q }) }
              const found = await listPage(on, filter)
              expect(found, JSON.stringify(filter)).toEqual(await plainPage(on, filter))
              seen.add(found.total)
            }
      }
  })
  expect(seen.size).toBeGreaterThan(20)
})

it.each(days)('is gone through page by page beside the last and the first shown, as by numbers, on %s', async (day) => {
  await asked['the owner']?.(async (on) => {
    const of = { villages, day, today, size: 7 }
    const all = (await plainPage(on, { ...of, page: 1, size: 1000 })).rows
    const ids = all.map((row) => row.householdId as HouseholdId)
    for (let at = 7; at < ids.length; at += 7) {
      const [last, first] = [ids[at - 1], ids[at]] as [HouseholdId, HouseholdId]
      const next = await listPage(on, { ...of, page: 400, beside: { household: last, side: 'after' } })
      expect(next.rows, `after ${at}`).toEqual(all.slice(at, at + 7))
      const back = await listPage(on, { ...of, page: 400, beside: { household: first, side: 'before' } })
      expect(back.rows, `before ${at}`).toEqual(all.slice(at - 7, at))
    }
  })
})

const { tamHongToday, kyThuongToday } = demoAreas
/** Whom a list of Tam Hồng is shown: those who left for Kỳ Thượng are seen by who reaches both, and by nobody else. */
const readers: Record<string, { areas: readonly AreaId[]; role: string }> = {
  'who reaches both communes': { areas: [tamHongToday, kyThuongToday], role: 'nb_app' },
  'who reaches both provinces and is asked row by row': {
    areas: [demoAreas.phuTho, demoAreas.quangNinh],
    role: 'nb_wide',
  },
  'who reaches the one province and is asked row by row': { areas: [demoAreas.phuTho], role: 'nb_wide' },
  'who has two villages of it and a commune elsewhere': {
    areas: [...villages.slice(0, 2), kyThuongToday],
    role: 'nb_app',
  },
  'whose grant has ended': { areas: [], role: 'nb_app' },
}

it.each(Object.entries(readers))('shows to %s the same wherever he stands', async (_, { areas, role }) => {
  const totals: number[] = []
  for (const day of days) {
    const of = { villages, day, today }
    const filter = { ...of, page: 1, size: 200 }
    await db.transaction().execute(async (on) => {
      await sql.raw(`set local nb.areas = '{${areas}}'; set local role ${role}`).execute(on)
      const plain = [await plainPage(on, filter), await plainCounts(on, of)]
      await standOnDay(on, tamHongToday as AreaId, of)
      expect([await listPage(on, filter), together(await registerCountsBy(on, of))], `${day}`).toEqual(plain)
      totals.push((await listPage(on, filter)).total)
    })
  }
  expect(totals.some((n) => n > 0)).toBe(areas.length > 0)
})
