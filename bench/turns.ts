/** The report of turns: 500,000 turns of 20,000 people of one province in 10,000 classes, counted in each way and opened by name. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { turnViews } from '#features/classes/turns/model.ts'
import { openWorld, type World } from '#test/world.ts'

const { phuTho } = demoAreas
const size = { people: 20_000, classes: 10_000, turns: 500_000 }
const rounds = 20

/** Invented: everybody in one of the villages, classes of 50 on days of six years, one or two topics each. */
async function ground(world: World): Promise<void> {
  const owner = await world.owner.connect()
  await owner.query(
    `create temporary table place as select r.area_id as id, row_number() over (order by r.area_id) as n from area_reach r where r.over_id = '${phuTho}'`,
  )
  await owner.query(`
    insert into official (id, unit_id, full_name, sex, birth_year, ethnicity)
    select gen_random_uuid(), p.id, 'Người ' || g, case when g % 2 = 0 then 'male' else 'female' end, 1980, lpad((1 + g % 54)::text, 2, '0')
      from generate_series(1, ${size.people}) g join place p on p.n = 1 + g % (select count(*) from place)`)
  await owner.query(`
    insert into training_class (id, area_id, year, title, kind, state)
    select gen_random_uuid(), case when g % 3 = 0 then '${phuTho}'::uuid else p.id end, 2021 + g % 6, 'Lớp ' || g, 'short', 'completed'
      from generate_series(1, ${size.classes}) g join place p on p.n = 1 + g % (select count(*) from place)`)
  await owner.query(`
    insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, post, sex, ethnicity, level)
    select gen_random_uuid(), c.id, c.area_id, o.id, o.unit_id, make_date(c.year, 1 + (c.n % 12)::int, 1 + (c.n % 28)::int),
           (array['village_head', 'enumerator', 'cell_secretary', 'specialist', null])[1 + (o.n % 5)::int], o.sex, o.ethnicity, case when c.n % 3 = 0 then 1 else 3 end
      from (select c.*, row_number() over (order by c.id) as n from training_class c where c.title like 'Lớp %') c
      cross join generate_series(0, ${size.turns / size.classes - 1}) s
      join (select o.*, row_number() over (order by o.id) as n from official o where o.full_name like 'Người %') o
        on o.n = 1 + (c.n * 7919 + s * 397) % ${size.people}
    on conflict do nothing`)
  await owner.query('vacuum analyze training_turn, official, training_class')
  owner.release()
}

const p95 = (took: readonly number[]): number => took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1] ?? 0

export async function run(): Promise<void> {
  const world = await openWorld()
  const line = (data: object) => console.log(JSON.stringify({ bench: 'turns', ...data }))
  try {
    await ground(world)
    const { rows } = await world.owner.query(
      'select count(*)::int as turns, count(distinct official_id)::int as people from training_turn',
    )
    line(rows[0])
    const paths = [
      ...Object.keys(turnViews).map((by) => `figures?by=${by}`),
      ...['figures?by=post&year=2024', '?year=2024', '?q=nguoi%20777'],
    ]
    for (const path of paths) {
      const took: number[] = []
      for (let at = 0; at < rounds; at += 1) {
        const begun = process.hrtime.bigint()
        const reply = await world.as('dao').get(`/api/areas/${phuTho}/turns${path.startsWith('?') ? '' : '/'}${path}`)
        if (reply.statusCode !== 200) throw new Error(reply.body)
        took.push(Number(process.hrtime.bigint() - begun) / 1e6)
      }
      line({ path, p95: Math.round(p95(took)), aim: 200 })
    }
  } finally {
    await world.close()
  }
}
