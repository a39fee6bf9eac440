/**
 * Row security replaced while others read and write: at no moment does anybody see a row that is not theirs or miss one
 * that is, whoever waits is answered in words, and the migration goes through, or says why not and can be run again.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { migrate, migrationOf, readMigrations } from '#platform/server/database/migrate.ts'
import { StartFailure } from '#platform/server/embedded/failure.ts'
import { settle, thon1 } from './rounds.ts'
import { openWorld, type World } from './world.ts'

let world: World
let lines: pg.Client[] = []
let hers: string
let others: string
beforeAll(async () => {
  world = await openWorld({ connections: 12 })
  hers = (await settle(world, thon1, 'Bùi Thị Mẵn')).householdId
  others = (await settle(world, demoAreas.villages.kyThuong[0] as typeof thon1, 'Đặng Thị Bên')).householdId
})
afterEach(async () => {
  for (const line of lines) await line.end()
  lines = []
})
afterAll(() => world.close())

const url = () => world.host.pool.options.connectionString as string

/** Every policy of every table again, as it is: dropped, and a while later written anew. */
const replaced = `
  do $$ declare p record;
  begin
    create temp table was on commit drop as select * from pg_policies where schemaname = 'public';
    for p in select * from was loop execute format('drop policy %I on %I', p.policyname, p.tablename); end loop;
    perform pg_sleep(0.4);
    for p in select * from was loop
      execute format('create policy %I on %I for %s to %s', p.policyname, p.tablename, p.cmd, array_to_string(p.roles, ', '))
        || coalesce(' using (' || p.qual || ')', '') || coalesce(' with check (' || p.with_check || ')', '');
    end loop;
  end $$`
/** All tables at once or none, as the migrations do that replace policies. */
const atOnce = `
  do $$ declare tables text := (select string_agg(distinct quote_ident(tablename), ', ') from pg_policies where schemaname = 'public');
  begin
    for n in 1..1200 loop
      begin
        execute format('lock table %s in access exclusive mode nowait', tables);
        return;
      exception when lock_not_available then perform pg_sleep(0.05);
      end;
    end loop;
    raise exception 'the tables are in use' using errcode = '55P03';
  end $$;${replaced}`

let number = 9000
const applied: ReturnType<typeof migrationOf>[] = []
/** Named below the newest, so that this program is not outdated by it. */
async function apply(text: string, patience = 60_000): Promise<string[]> {
  number += 1
  const known = await readMigrations()
  const one = migrationOf(`0000_${number}.sql`, text)
  const names = await migrate(url(), { migrations: [...applied, one, ...known], patience })
  applied.push(one)
  return names
}

type Seen = { readonly what: string; readonly status: number; readonly ms: number }

/** Hùng reads and writes without end. Answers how each was answered; fails where he sees what he may not, or nothing. */
async function working(until: AbortSignal, wrong: string[]): Promise<Seen[]> {
  const seen: Seen[] = []
  for (let n = 0; !until.aborted; n += 1) {
    const begun = Date.now()
    const of = n % 3 === 0 ? others : hers
    const reply =
      n % 5 === 4
        ? await world.as('hung').post(`/api/households/${hers}/residence`, {
            ...{ villageId: thon1, address: `Ngõ ${n}`, number: '', on: '2026-11-20' },
          })
        : await world.as('hung').get(`/api/households/${of}`)
    const status = reply.statusCode
    seen.push({ what: status === 200 ? 'answered' : reply.json().code, status, ms: Date.now() - begun })
    if (status === 503) continue
    if (status !== (of === others && n % 5 !== 4 ? 404 : 200)) wrong.push(`${n}: ${reply.body}`)
  }
  return seen
}

/** A reading that lasts, in Hùng's name, over tables in an order of its own, one after the other. */
async function longReading(tables: readonly string[], ms: number): Promise<number[]> {
  const line = new pg.Client({ connectionString: url(), options: '-c role=nb_app' })
  lines.push(line)
  await line.connect()
  await line.query('begin read only')
  await line.query('select nb_begin($1, $2, null)', [world.idOf('hung'), [demoAreas.tamHongToday]])
  const counts: number[] = []
  for (const table of tables) {
    const { rows } = await line.query(`select count(*)::int as n from ${table} where household_id = any ($1)`, [
      [hers, others],
    ])
    counts.push(rows[0].n)
    await sleep(ms / tables.length)
  }
  await line.query('commit')
  await line.end()
  return counts
}

it.each([
  ['all tables at once', atOnce],
  ['one table after the other', replaced],
])('%s: nobody sees what is not theirs, and it goes through beside readings that last', async (_, text) => {
  const end = new AbortController()
  const wrong: string[] = []
  const work = Promise.all(Array.from({ length: 4 }, () => working(end.signal, wrong)))
  const orders = [
    ['household', 'member', 'household_residence', 'household_event'],
    ['household_event', 'household_residence', 'member', 'household'],
  ]
  const readings = Promise.all(orders.map((order) => longReading(order, 1500).catch((error) => error.code)))
  await sleep(200)
  const names = await apply(text).finally(() => end.abort())
  const [read, seen] = [await readings, (await work).flat()]
  expect(names).toHaveLength(1)
  expect(wrong).toEqual([])
  // Hers alone: one household, three members, a residence (two once it moved), some events. Who was in the way may be undone.
  const [first, second] = read
  for (const counts of [first, Array.isArray(second) ? second.toReversed() : second])
    if (Array.isArray(counts)) expect([counts[0], counts[1], counts[2] < 3, counts[3] > 0]).toEqual([1, 3, true, true])
    else expect(counts).toBe('40P01')
  // A busy machine answers few in these two seconds; none would say that nobody worked beside it.
  expect(seen.filter(({ what }) => what === 'answered').length).toBeGreaterThan(2)
  expect(
    seen.map(({ what }) => what).filter((what) => !/^(answered|household\.not_found|server\.held)$/.test(what)),
  ).toEqual([])
  expect(Math.max(...seen.map(({ ms }) => ms))).toBeLessThan(30_000)
})

it('gives up in words where a reading does not end, leaves everything as it was, and goes through the next time', async () => {
  const line = new pg.Client({ connectionString: url(), options: '-c role=nb_app' })
  lines.push(line)
  await line.connect()
  await line.query('begin read only')
  await line.query('select count(*) from member')
  const policies = async () =>
    (await world.owner.query('select * from pg_policies order by tablename, policyname')).rows
  const before = await policies()
  const refused = await apply(replaced, 1).catch((error) => error)
  expect(refused).toBeInstanceOf(StartFailure)
  expect(refused.message).toContain('Các bảng đang có người dùng')
  expect(refused.message).toContain('The tables are in use')
  expect(await policies()).toEqual(before)
  expect((await world.as('hung').get(`/api/households/${hers}`)).statusCode).toBe(200)
  await line.query('commit')
  expect(await apply(replaced)).toHaveLength(1)
  expect(await policies()).toEqual(before)
})
