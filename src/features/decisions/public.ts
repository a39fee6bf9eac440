/** What anyone may ask without signing in: is this paper still in force, and with which keys are papers checked. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import { open, type Route } from '#platform/server/handle.ts'
import { paperStatus, publicKeys } from './contract.ts'

type Status = {
  kind: 'certificate' | 'decision'
  in_force: boolean | null
  valid_from: PlainDate | null
  valid_until: PlainDate | null
}

const status = open(paperStatus, async ({ db, input, today }) => {
  const { rows } = await sql<Status>`select * from paper_status(${input.paperId}, ${today})`.execute(db)
  const [found] = rows
  return {
    known: found !== undefined,
    kind: found?.kind ?? null,
    inForce: found?.in_force ?? false,
    from: found?.valid_from ?? null,
    until: found?.valid_until ?? null,
    day: today,
  }
})

const keys = open(publicKeys, async ({ services }) => ({ keys: services.keys.publicKeys() }))

export const publicRoutes: Route[] = [status, keys]
