/** Entering persons into households that are already stored: numbers checked, ids claimed, rows sealed and written. */
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId, PersonId } from '#kernel/ids.ts'
import { tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Services } from '#platform/server/services.ts'
import { checkedNumbers, claimIds, type Numbers, sealNumbers, takenProblem } from './identity.ts'
import type { JoinReason, MemberId, Person, Relation } from './model.ts'
import { householdProblem } from './problems.ts'
import { isName } from './rules/names.ts'
import { addMembers } from './store.ts'

export type Entering = {
  readonly householdId: HouseholdId
  readonly memberId: MemberId
  /** Of a new person; one who is known by the citizen id keeps the old one. */
  readonly personId: PersonId
  readonly relation: Relation
  readonly person: Person
  readonly on: PlainDate
  readonly reason: JoinReason
}

/** The name as stored; refuses what no name has. */
export function checkedName(text: string): string {
  const name = tidy(text)
  if (!isName(name)) throw householdProblem('household.name_unfit', { name })
  return name
}

type Ground = { readonly db: Db; readonly keys: Services['keys'] }

/**
 * Writes the members and answers them with their person ids. Refuses an id in use with `household.citizen_id_taken`,
 * a person who left the last household only later with `household.person_still_there`.
 */
export async function enterMembers({ db, keys }: Ground, entering: readonly Entering[]): Promise<Entering[]> {
  const known = entering.map((one) => ({
    ...one,
    person: { ...one.person, name: checkedName(one.person.name) },
    numbers: checkedNumbers(one.person),
  }))
  const entered = await claimed({ db, keys }, known)
  await addMembers(
    db,
    entered.map(({ person, numbers, on, reason, ...one }) => ({
      ...one,
      person,
      facts: person.facts ?? {},
      sealed: sealNumbers(keys, one.memberId, numbers),
      joinedOn: on,
      joinReason: reason,
    })),
  )
  return entered
}

async function claimed<T extends Entering & { numbers: Numbers }>({ db, keys }: Ground, known: readonly T[]) {
  const claims = known.flatMap(({ numbers: { citizenId }, personId, householdId, on }) =>
    citizenId ? [{ hash: keys.indexOf(citizenId), citizenId, personId, householdId, on }] : [],
  )
  const hashes = claims.map((claim) => claim.hash)
  if (new Set(hashes).size < hashes.length) throw await takenProblem(db, hashes)
  const holders = await claimIds(db, claims)
  const taken = hashes.filter((hash) => !holders.has(hash))
  if (taken.length > 0) throw await takenProblem(db, taken)
  const byId = new Map(claims.map((claim) => [claim.citizenId, holders.get(claim.hash)]))
  return known.map((one) => ({ ...one, personId: byId.get(one.numbers.citizenId ?? '') ?? one.personId }))
}
