/** What the report of turns asks of the database: 500,000 turns of 20,000 people of one province in 10,000 classes. JSON lines on stdout. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { turnViews } from '#features/classes/turns/model.ts'
import { migrate } from '#platform/server/database/migrate.ts'
import { openPool } from '#platform/server/database/open.ts'
import { startEmbedded } from '#platform/server/embedded/supervisor.ts'
import { discard } from '#platform/server/embedded/throwaway.ts'
import { newId } from '#platform/server/ids.ts'

const size = { communes: 133, villages: 2_500, people: 20_000, classes: 10_000, turns: 500_000 }
const rounds = 10
const line = (data: object) => console.log(JSON.stringify({ bench: 'turns', ...data }))

/** Invented: everybody in one of the villages, classes of 50 on days of six years by the province or a commune, a topic each. */
async function ground(db: pg.PoolClient, province: string): Promise<string[]> {
  await db.query('set session_replication_role = replica')
  const ids = (many: number) => Array.from({ length: many }, () => newId() as string)
  const [communes, villages, topics] = [ids(size.communes), ids(size.villages), ids(16)]
  const under = [province, ...communes, ...villages]
  await db.query('insert into area (id) select unnest($1::uuid[])', [under])
  await db.query(
    `insert into area_reach (area_id, over_id) select a, a from unnest($1::uuid[]) a
     union select a, $2 from unnest($1::uuid[]) a
     union select v, ($3::uuid[])[1 + n % ${size.communes}] from unnest($4::uuid[]) with ordinality as w (v, n)`,
    [under, province, communes, villages],
  )
  await db.query(
    `insert into official (id, unit_id, full_name, sex, birth_year, ethnicity)
     select gen_random_uuid(), ($1::uuid[])[1 + g % ${size.villages}], 'Người ' || g, case when g % 2 = 0 then 'male' else 'female' end,
            1980, lpad((1 + g % 54)::text, 2, '0') from generate_series(1, ${size.people}) g`,
    [villages],
  )
  await db.query(
    `insert into training_class (id, area_id, year, title, kind, state)
     select gen_random_uuid(), case when g % 3 = 0 then $1 else ($2::uuid[])[1 + g % ${size.communes}] end, 2021 + g % 6, 'Lớp ' || g,
            'short', 'completed' from generate_series(1, ${size.classes}) g`,
    [province, communes],
  )
  await db.query(
    `insert into class_topic (class_id, area_id, topic_id)
     select c.id, c.area_id, ($1::uuid[])[1 + (row_number() over (order by c.id)) % 16] from training_class c`,
    [topics],
  )
  const each = size.turns / size.classes
  await db.query(
    `insert into training_turn (id, class_id, area_id, official_id, from_id, completed_on, post, sex, ethnicity, level)
     select gen_random_uuid(), c.id, c.area_id, o.id, o.unit_id, make_date(c.year, 1 + (c.n % 12)::int, 1 + (c.n % 28)::int),
            (array['village_head', 'enumerator', 'cell_secretary', 'specialist', null])[1 + (o.n % 5)::int], o.sex, o.ethnicity,
            case when c.area_id = $1 then 1 else 3 end
       from (select c.*, row_number() over (order by c.id) as n from training_class c) c cross join generate_series(0, ${each - 1}) s
       join (select o.*, row_number() over (order by o.id) as n from official o) o on o.n = 1 + (c.n * 7919 + s * 397) % ${size.people}`,
    [province],
  )
  await db.query('set session_replication_role = origin')
  await db.query('vacuum analyze')
  return communes
}

const p95 = (took: readonly number[]): number => took.toSorted((a, b) => a - b)[Math.ceil(took.length * 0.95) - 1] ?? 0

async function measured(what: string, work: () => Promise<unknown>): Promise<void> {
  const took: number[] = []
  for (let at = 0; at < rounds; at += 1) {
    const begun = performance.now()
    await work()
    took.push(performance.now() - begun)
  }
  line({ what, p95: Math.round(p95(took)), aim: 200 })
}

export async function run(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'nang-buoc-turns-'))
  const database = await startEmbedded({ dataDir, log: () => {}, settings: { max_wal_size: '1GB' } })
  const owner = openPool({ url: database.ownerUrl, asApplication: false })
  try {
    await migrate(database.ownerUrl)
    const db = await owner.connect()
    const province = newId() as string
    const communes = await ground(db, province)
    const { rows } = await db.query(
      'select count(*)::int as turns, count(distinct official_id)::int as people from training_turn',
    )
    line(rows[0])
    await db.query(`select set_config('nb.areas', $1, false)`, [`{${province}}`])
    const figures = (by: string, year: number | null = null) =>
      db.query('select * from turn_figures($1, $2, $3, null, null, null, $4, null, null, null)', [
        ...[province, by, by === 'unit' ? communes : [], year],
      ])
    for (const by of [...Object.keys(turnViews), 'all']) await measured(by, () => figures(by))
    await measured('post, of one year', () => figures('post', 2024))
    const found = 'select count(*) from turns_found($1, null, null, null, $2, null, null, null, null, $3)'
    await measured('names of a year, counted', () => db.query(found, [province, 2024, null]))
    await measured('names by words, counted', () => db.query(found, [province, null, '%nguoi 777%']))
    db.release()
  } finally {
    await owner.end()
    await database.stop()
    await discard(dataDir)
  }
}
