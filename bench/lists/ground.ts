/** The ground of the lists, made by SQL as the owner, and kept to be read again where a folder for it is named. */
import type pg from 'pg'
import { keepLawTexts } from '#apps/server/lawTexts.ts'
import { loadStandards } from '#features/standards/library.ts'
import { dayInVietnam } from '#kernel/dates.ts'
import { addActors, addTaking } from './actors.ts'
import { addPlaces } from './places.ts'
import { addCounts, addRegister } from './register.ts'
import { addRoster } from './roster.ts'
import { addRounds } from './rounds.ts'
import type { Size } from './size.ts'

/** How many households the ground that is there was made for; null where none is. */
export async function sizeMade(owner: pg.Pool): Promise<number | null> {
  const { rows } = await owner.query<{ made: string | null }>("select to_regclass('bench_ground')::text as made")
  if (!rows[0]?.made) return null
  return (await owner.query<{ households: number }>('select households from bench_ground')).rows[0]?.households ?? null
}

/**
 * What costs most while rows come in and is built at once much faster: keys by ranges, texts in parts. In the order in which
 * they were made: of two that cost the same the planner takes the older.
 */
const slow = `
  select c.conrelid::regclass::text as of, format('alter table %s drop constraint %I', c.conrelid::regclass, conname) as gone,
         format('alter table %s add constraint %I %s', c.conrelid::regclass, conname, pg_get_constraintdef(c.oid)) as again,
         c.conindid as made
    from pg_constraint c
   where c.contype = 'x' and c.conrelid::regclass::text like 'household%'
  union all
  select i.indrelid::regclass::text, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), i.indexrelid
    from pg_index i
   where i.indrelid::regclass::text in ('household', 'member', 'household_class', 'review_case', 'audit_line')
     and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  order by made`

async function withoutSlow(line: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  const { rows } = await line.query<{ gone: string; again: string }>(slow)
  for (const { gone } of rows) await line.query(gone)
  await work()
  for (const { again } of rows) await line.query(again)
}

const took = async (name: string, work: () => Promise<unknown>): Promise<void> => {
  const begun = performance.now()
  await work()
  console.error(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

/**
 * Makes all of it; the rows fit each other, so keys to other tables are not asked row by row. The audit ends at `until`: what
 * is news on a day hangs on it.
 */
export async function addGround(owner: pg.Pool, size: Size, until: Date): Promise<void> {
  await keepLawTexts(owner, loadStandards())
  const line = await owner.connect()
  try {
    await line.query(`set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB';
      set temp_buffers = '256MB'; set synchronous_commit = off; select setseed(0.5)`)
    await line.query('begin')
    await took('places', () => addPlaces(line, size))
    await took('register and rounds', () =>
      withoutSlow(line, async () => {
        await took('households', () => addRegister(line))
        await took('rounds', () => addRounds(line, size, until))
      }),
    )
    await took('counts', () => addCounts(line))
    await took('roster', () => addRoster(line, size))
    await addActors(line, size)
    await addTaking(line, dayInVietnam(until.getTime()))
    await line.query(`create table bench_ground as select ${size.households} as households`)
    await line.query('commit')
    await took('vacuum', () => line.query('vacuum analyze'))
    await line.query('checkpoint')
  } finally {
    line.release(true)
  }
}
