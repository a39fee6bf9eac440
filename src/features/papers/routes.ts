/** What anyone may ask without signing in: is this paper still in force, and with which keys are papers checked. */
import type { PlainDate } from '#kernel/dates.ts'
import { Problem } from '#kernel/problem.ts'
import type { PaperKind } from '#kernel/signed.ts'
import { open, type Route, read } from '#platform/server/handle.ts'
import { checkPaper, checkScan, publicKeys } from './contract.ts'
import { seenScan } from './files.ts'
import { findStanding, type Standing } from './queries.ts'

const numbered = (kind: PaperKind | null, number: string | null, day: PlainDate | null) =>
  kind && number ? { kind, number, day } : null

/** Where a chain of papers that took the place of one another has come to. */
function follower(found: Standing) {
  const paper = numbered(found.instead_kind, found.instead_number, found.instead_on)
  const { instead_holds: inForce, instead_from: from, instead_until: until } = found
  return paper && { ...paper, inForce: inForce ?? false, from, until }
}

const check = open(checkPaper, async ({ db, input, today }) => {
  const found = await findStanding(db, input.paperId, today)
  return {
    known: found !== undefined,
    kind: found?.kind ?? null,
    number: found?.number ?? null,
    issuedOn: found?.issued_on ?? null,
    inForce: found?.in_force ?? false,
    from: found?.valid_from ?? null,
    until: found?.valid_until ?? null,
    ended: found?.ended_because ? { because: found.ended_because, on: found.ended_on } : null,
    replacedBy: found ? numbered(found.replaced_kind, found.replaced_number, found.replaced_on) : null,
    instead: found ? follower(found) : null,
    amends: found ? numbered(found.amends_kind, found.amends_number, found.amends_on) : null,
    corrections: found?.corrections ?? [],
    day: today,
  }
})

const keys = open(publicKeys, async ({ services }) => ({ keys: services.keys.publicKeys() }))

const scan = read(checkScan, {
  look: async ({ file }) => file,
  work: ({ services }, file) => seenScan(file, services.readers),
  act: async (_call, seen) => ({ fault: seen instanceof Problem ? seen.said : null }),
})

export const paperRoutes: Route[] = [check, keys, scan]
