/** Entering: whole households with who lives in them, and persons into households that stand. Many at a time, or one. */
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, MemberId, PersonId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import type { Services } from '#platform/server/services.ts'
import { checkedNumbers, claimIds, type Numbers, sealNumbers, takenProblem } from './identity.ts'
import type { JoinReason, Person, Relation } from './model.ts'
import { checkedName, checkedPhone, checkedText, mustBeVillage } from './must.ts'
import { householdProblem } from './problems.ts'
import { mustHaveOneHead, mustJoin } from './rules/membership.ts'
import { addEvents, addHouseholds, refreshBegun } from './store/households.ts'
import { addMembers } from './store/members.ts'

export type Ground = { readonly db: Db; readonly actor: Actor; readonly services: Services }

export type EnteringHousehold = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  readonly number: string
  readonly address: string
  readonly phone?: string | undefined
  readonly on: PlainDate
  readonly reason: JoinReason & ('listed' | 'moved_in')
  readonly members: readonly { readonly memberId: MemberId; readonly relation: Relation; readonly person: Person }[]
  /** Why it was entered although the register had somebody or a household alike. */
  readonly sure?: string | undefined
}

/**
 * Enters households with their first members, an event in each timeline. Refuses what the rules of membership refuse, a
 * place that is no village or not the actor's, and what `enterMembers` refuses; then nothing of the whole list stands.
 */
export async function enterHouseholds(
  { db, actor, services, today }: Ground & { readonly today: PlainDate },
  entering: readonly EnteringHousehold[],
): Promise<void> {
  const households = entering.map((household) => planned(household, today))
  await mustBeVillages({ db, actor }, households)
  // A head who moved out elsewhere is known again by the citizen id, so who they are is asked before anything is stored.
  const known = await claimed(
    { db, actor, services },
    households.flatMap(({ householdId, villageId, startedOn: on, reason, members }) =>
      members.map((one, at) => ({
        ...{ ...one, householdId, homeId: villageId, personId: newId<'person'>(), on, reason, at: personAt(at) },
      })),
    ),
  )
  const heads = new Map(known.flatMap((one) => (one.relation === 'head' ? [[one.householdId, one.personId]] : [])))
  await addHouseholds(
    db,
    households.map((one) => ({ ...one, headPersonId: heads.get(one.householdId) as PersonId })),
  )
  await store({ db, services }, known)
  await addEvents(
    db,
    actor.accountId,
    households.map(({ householdId, reason, startedOn: on, headName: name, phone, members, sure }) => {
      const said = { members: members.length, name, reason, ...(phone && { phone }), ...(sure && { sure }) }
      return { householdId, kind: reason, on, facts: said }
    }),
  )
  await refreshBegun(
    db,
    households.map((household) => household.householdId),
    today,
  )
}

/** Where one of the people of a household stands in what is sent. */
const personAt = (at: number): string => `members.${at}.person`

/** The household as stored, with its head; refuses what no household can be. */
function planned({ on, number, address, phone, ...household }: EnteringHousehold, today: PlainDate) {
  const { members, reason } = household
  mustHaveOneHead(members, 'members')
  for (const [at, { person }] of members.entries())
    mustJoin({ birth: person.birth, reason, on, at: `${personAt(at)}.birth` }, on, today)
  const head = members.find((member) => member.relation === 'head')
  if (!head) throw householdProblem('household.one_head', { count: 0, at: 'members' })
  return {
    ...household,
    number: checkedText(number, 'number'),
    address: checkedText(address, 'address'),
    phone: checkedPhone(phone ?? ''),
    startedOn: on,
    headName: checkedName(head.person.name, `${personAt(members.indexOf(head))}.name`),
  }
}

type Placed = { readonly villageId: AreaId; readonly startedOn: PlainDate }

async function mustBeVillages(ground: { db: Db; actor: Actor }, places: readonly Placed[]): Promise<void> {
  const each = new Map(places.map((place) => [`${place.villageId} ${place.startedOn}`, place]))
  for (const { villageId, startedOn } of each.values()) await mustBeVillage(ground, villageId, startedOn)
}

export type Entering = {
  readonly householdId: HouseholdId
  readonly homeId: AreaId
  readonly memberId: MemberId
  /** Of a new person; one who is known by the citizen id keeps the old one. */
  readonly personId: PersonId
  readonly relation: Relation
  readonly person: Person
  readonly on: PlainDate
  readonly reason: JoinReason
  /** Where the person stands in what was sent: what is refused of it names its field. */
  readonly at: string
}

/**
 * Writes the members and answers them with their person ids. Refuses an id in use with `household.citizen_id_taken`,
 * a person who left the last household only later with `household.person_still_there`.
 */
export async function enterMembers(ground: Ground, entering: readonly Entering[]): Promise<Entering[]> {
  const known = await claimed(ground, entering)
  await store(ground, known)
  return known
}

type Known = Entering & { readonly numbers: Numbers }

const store = ({ db, services }: Omit<Ground, 'actor'>, known: readonly Known[]) =>
  addMembers(
    db,
    known.map(({ person, numbers, on, reason, ...one }) => ({
      ...one,
      person,
      facts: person.facts ?? {},
      sealed: sealNumbers(services.keys, one.memberId, numbers),
      joinedOn: on,
      joinReason: reason,
    })),
  )

async function claimed(
  { db, actor, services: { keys, clock } }: Ground,
  entering: readonly Entering[],
): Promise<Known[]> {
  const known = entering.map((one) => ({
    ...one,
    person: { ...one.person, name: checkedName(one.person.name, `${one.at}.name`) },
    numbers: checkedNumbers(one.person, one.at),
  }))
  const claims = known.flatMap(({ numbers: { citizenId }, personId, householdId, homeId, on, at: of }) =>
    citizenId
      ? [{ hash: keys.indexOf(citizenId), citizenId, personId, householdId, homeId, on, at: `${of}.citizenId` }]
      : [],
  )
  const [first] = claims
  if (!first) return known
  const asker = { account: actor.accountId, area: first.homeId, clock }
  const hashes = claims.map((claim) => claim.hash)
  const again = claims.find(({ hash }, at) => hashes.indexOf(hash) < at)
  if (again) throw householdProblem('household.citizen_id_twice', { at: again.at })
  const holders = await claimIds(db, claims, asker)
  const taken = claims.filter(({ hash }) => !holders.has(hash))
  if (taken[0]) throw await takenProblem(db, { hashes: taken.map(({ hash }) => hash), at: taken[0].at }, asker)
  const byId = new Map(claims.map((claim) => [claim.citizenId, holders.get(claim.hash)]))
  return known.map((one) => ({ ...one, personId: byId.get(one.numbers.citizenId ?? '') ?? one.personId }))
}
