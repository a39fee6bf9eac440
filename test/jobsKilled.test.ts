/** A server killed in the middle of a job, or just before it could say that it was done; or asked to stop. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installQueue } from '#platform/server/jobs/install.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { gate, marking } from './jobs/server.ts'
import { until } from './jobs/until.ts'

let database: TestDatabase
let owner: pg.Client
let gatekeeper: pg.Client
const servers: ChildProcess[] = []

const connected = async () => {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  return client
}

beforeEach(async () => {
  database = await cloneDatabase('world')
  await installQueue(database.url, [marking])
  owner = await connected()
  await owner.query('create table mark (at timestamptz default now()); grant insert on mark to nb_app')
  gatekeeper = await connected()
  await gatekeeper.query('select pg_advisory_lock($1)', [gate])
})
afterEach(async () => {
  for (const server of servers.splice(0)) server.kill('SIGKILL')
  await owner.end()
  await gatekeeper.end()
  await database.drop()
})

async function startServer(): Promise<ChildProcess> {
  const file = new URL('jobs/server.ts', import.meta.url).pathname
  const server = spawn(process.execPath, [file, database.url], { stdio: ['ignore', 'pipe', 'inherit'] })
  servers.push(server)
  await once(server.stdout as NonNullable<typeof server.stdout>, 'data')
  return server
}

const openGate = () => gatekeeper.query('select pg_advisory_unlock($1)', [gate])

/** Gone with its connections: what one of them still waited to say is not said any more. */
async function killed(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit')
  server.kill('SIGKILL')
  await ended
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
                      where datname = current_database() and application_name = 'nang-buoc'`)
}

/** The ten seconds after which a server that says nothing counts as gone. */
const timePasses = () => owner.query("update pgboss.job set heartbeat_on = heartbeat_on - interval '10 seconds'")

type Run = { state: string; retry_count: number; marks: number; lines: number }
const look = async (): Promise<Run> => {
  const { rows } = await owner.query<Run>(
    `select state::text, retry_count, (select count(*)::int from mark) as marks,
            (select count(*)::int from audit_line where what = 'test.marked') as lines
       from pgboss.job where name = 'test.marking'`,
  )
  return rows[0] as Run
}

/** Asks for the job and waits until a server stands in the middle of it. */
async function inTheMiddle(): Promise<void> {
  await owner.query(`insert into pgboss.job_common (name, data, retry_limit, heartbeat_seconds, policy)
                     select name, '{"input":{},"by":null}', 8, heartbeat_seconds, policy from pgboss.queue
                      where name = 'test.marking'`)
  await until('the job stands at the gate', async () => {
    const { rows } = await owner.query(
      "select 1 from pg_locks where locktype = 'advisory' and not granted and objid = $1",
      [gate],
    )
    return rows.length > 0
  })
}

it('killed in the middle of a job: nothing is left, and another server does it, once', async () => {
  const first = await startServer()
  await inTheMiddle()
  await killed(first)
  expect(await look()).toMatchObject({ state: 'active', marks: 0, lines: 0 })
  await openGate()
  await timePasses()
  await startServer()
  await until('it is done', async () => (await look()).state === 'completed')
  expect(await look()).toMatchObject({ retry_count: 1, marks: 1, lines: 1 })
})

it('killed after the job, before it could say so: it comes again and is not done twice', async () => {
  const first = await startServer()
  await inTheMiddle()
  await owner.query('begin; lock table pgboss.job_common in share mode')
  await openGate()
  await until('the change is kept', async () => (await look()).marks === 1)
  await killed(first)
  await owner.query('commit')
  expect(await look()).toMatchObject({ state: 'active', marks: 1, lines: 1 })
  await timePasses()
  await startServer()
  await until('it is marked as done', async () => (await look()).state === 'completed')
  expect(await look()).toMatchObject({ retry_count: 1, marks: 1, lines: 1 })
})

it('asked to stop in the middle of a job: waits a little, gives it back, and ends; it is done once', async () => {
  const first = await startServer()
  await inTheMiddle()
  const ended = once(first, 'exit')
  first.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await look()).toMatchObject({ state: 'retry', marks: 0, lines: 0 })
  await openGate()
  await owner.query("update pgboss.job set start_after = now() where name = 'test.marking'")
  await startServer()
  await until('it is done', async () => (await look()).state === 'completed')
  expect(await look()).toMatchObject({ marks: 1, lines: 1 })
})
