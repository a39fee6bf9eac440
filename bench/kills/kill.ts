/** The ways a database dies: one backend, the postmaster, or all of them at once. */
import { readdirSync, readlinkSync, realpathSync } from 'node:fs'
import type pg from 'pg'
import { findPostmaster } from '#platform/server/embedded/postmaster.ts'

export type Kind = 'terminated backend' | 'killed backend' | 'postmaster' | 'family'

export type Victim = { readonly pgdata: string; readonly owner: pg.Pool }

/** One of the connections of the program's calls, busy where one is. */
async function backendOf(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'nang-buoc' and pid <> pg_backend_pid()
        and backend_type = 'client backend' and query not like '%pg_stat_activity%'
      order by state = 'idle', random() limit 1`,
  )
  if (!rows[0]) throw new Error('the program has no connection to kill')
  return rows[0].pid
}

const placeOf = (pid: string): string => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

/** Every PostgreSQL process stands in its data directory. Linux only. */
function familyIn(pgdata: string): number[] {
  const real = realpathSync(pgdata)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && placeOf(name) === real)
    .map(Number)
}

export async function kill(kind: Kind, { pgdata, owner }: Victim): Promise<void> {
  if (kind === 'terminated backend') await owner.query('select pg_terminate_backend($1)', [await backendOf(owner)])
  else if (kind === 'killed backend') process.kill(await backendOf(owner), 'SIGKILL')
  else if (kind === 'family') for (const pid of familyIn(pgdata)) process.kill(pid, 'SIGKILL')
  else process.kill((await findPostmaster(pgdata))?.pid ?? 0, 'SIGKILL')
}
