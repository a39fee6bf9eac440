/** What anyone may ask without signing in: is this paper still in force, and with which keys are papers checked. */
import { open, type Route } from '#platform/server/handle.ts'
import { checkPaper, publicKeys } from './contract.ts'
import { findStanding } from './queries.ts'

const check = open(checkPaper, async ({ db, input, today }) => {
  const found = await findStanding(db, input.paperId, today)
  const { replaced_kind: kind = null, replaced_number: number = null } = found ?? {}
  return {
    known: found !== undefined,
    kind: found?.kind ?? null,
    inForce: found?.in_force ?? false,
    from: found?.valid_from ?? null,
    until: found?.valid_until ?? null,
    replacedBy: kind && number ? { kind, number } : null,
    day: today,
  }
})

const keys = open(publicKeys, async ({ services }) => ({ keys: services.keys.publicKeys() }))

export const paperRoutes: Route[] = [check, keys]
