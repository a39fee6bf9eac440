/** Asked before somebody or a household is entered that may stand already; gone on with by a reason that stays with the event. */
import { namesOn } from '#features/areas/queries.ts'
import { livesOnIn } from '#features/areas/views.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, MemberId, PersonId } from '#kernel/ids.ts'
import { type Said, tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { insuranceHashesOf } from '../identity.ts'
import type { Double } from '../model/doubles.ts'
import type { Person } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { alike, oneWith, twiceAmong } from '../rules/doubles.ts'
import { type Heading, isYoungHead } from '../rules/head.ts'
import { oddKin, type Relating } from '../rules/kin.ts'
import {
  type HouseholdLine,
  householdsNumbered,
  joinedIn,
  type KnownLine,
  peopleInsured,
  peopleLike,
  villagesAround,
} from '../store/doubles.ts'

type Who = Pick<Person, 'name' | 'sex' | 'birth' | 'citizenId'> & {
  readonly memberId: MemberId
  /** Of somebody who is known: other stays of the same person are no doubles. */
  readonly personId?: PersonId
}

type Insuring = {
  readonly keys: Keys
  readonly people: readonly (Who & Pick<Person, 'insuranceNo'>)[]
  /** Who come together from this household: among each other they were compared there. */
  readonly apart?: HouseholdId
}

export type Asking = {
  readonly householdId: HouseholdId
  readonly villageId: AreaId
  /** Left out where the number does not change. */
  readonly number?: string
  readonly people: readonly Who[]
  readonly today: PlainDate
  /** Who is given an insurance number. */
  readonly insured?: Insuring | undefined
  /** Who becomes head, among whom. */
  readonly heading?: Heading | undefined
  /** Whether only this household is looked at. */
  readonly here?: boolean
  /** Who is said to be what to the head. */
  readonly kin?: Relating | undefined
  /** What other rooms ask (`touches.asked`). */
  readonly beside?: readonly Said[]
  /** Why it is right all the same. */
  readonly sure: string | undefined
}

async function alikeTo(
  db: Db,
  { householdId, villageId, people, today, here }: Asking,
): Promise<(KnownLine & { of: Who })[]> {
  if (people.length === 0) return []
  const villages = await villagesAround(db, villageId, today)
  const pairs = await joinedIn(db, villages)
  const found = await peopleLike(db, villages, { people, joined: pairs.flat() })
  const own = new Set(people.map(({ memberId }) => memberId))
  return people.flatMap((who) => {
    const same = who.personId ? oneWith(who.personId, pairs) : null
    const like = found
      .filter(
        (one) =>
          !(one.householdId === householdId && own.has(one.memberId)) && !same?.has(one.personId) && alike(who, one),
      )
      .filter((one) => !here || one.householdId === householdId)
      // Who went away is known again by the citizen id.
      .filter((one) => one.joined || one.leftOn === null || !(who.citizenId && one.citizenIdEnd))
    return onePerPerson(like, pairs).map((one) => ({ ...one, of: who }))
  })
}

/** Of stays that are one person's, the one that holds today, or the first. */
const onePerPerson = (found: readonly KnownLine[], pairs: Awaited<ReturnType<typeof joinedIn>>): KnownLine[] =>
  found.filter((one, at) => {
    const same = oneWith(one.personId, pairs)
    const first = found.findIndex((other) => same.has(other.personId) && other.householdId === one.householdId)
    return first === at
  })

/** Whose insurance number is another's already, in the register or in what was typed. */
async function insuredAs(db: Db, { villageId, today, insured }: Asking) {
  const given = (insured?.people ?? []).flatMap((who) => {
    const hashes = insured ? insuranceHashesOf(insured.keys, who) : []
    return hashes.length > 0 ? [{ who, hashes }] : []
  })
  if (given.length === 0) return { known: [], twice: [] }
  const lines = await peopleInsured(
    db,
    given.flatMap(({ hashes }) => hashes),
  )
  const pairs = lines.length > 0 ? await joinedIn(db, await villagesAround(db, villageId, today)) : []
  const known = given.flatMap(({ who, hashes }) => {
    const same = who.personId ? oneWith(who.personId, pairs) : null
    const others = lines.filter(
      (one) =>
        hashes.includes(one.hash) &&
        one.memberId !== who.memberId &&
        one.householdId !== insured?.apart &&
        !same?.has(one.personId) &&
        (one.leftOn === null || !(who.citizenId && one.citizenIdEnd)),
    )
    return onePerPerson(others, pairs).map((one) => ({ ...one, of: who }))
  })
  if (insured?.apart) return { known, twice: [] }
  const twice = given.filter(({ hashes }, at) => given.slice(0, at).some((other) => other.hashes[0] === hashes[0]))
  return { known, twice: twice.map(({ who }) => who) }
}

const personOf = (
  { of, ...one }: KnownLine & { of: Who },
  { kind, villageName }: { kind: 'person' | 'member' | 'insurance'; villageName: string },
): Double => ({
  kind,
  typed: tidy(of.name),
  name: one.name,
  birth: one.birth,
  sex: one.sex,
  left: one.leftOn && one.leaveReason && !one.joined ? { on: one.leftOn, reason: one.leaveReason } : null,
  joined: one.joined,
  ...lineOf(one, villageName),
})
const lineOf = ({ householdId, headName, number }: HouseholdLine, villageName: string) => ({
  householdId,
  headName,
  number,
  villageName,
})

/** What goes into the event. Throws `household.double`, with all that may be the same, where no reason was given. */
export async function mustBeSure(db: Db, asking: Asking): Promise<{ sure?: string }> {
  const { householdId, number, people, today, sure, heading, kin, beside = [] } = asking
  // Entered for a day on which another village stood there, it will live with those who live there today.
  const villageId = await livesOnIn(db, asking.villageId, today)
  const numbered = await householdsNumbered(db, { villageId, number: tidy(number ?? ''), but: householdId })
  const persons = await alikeTo(db, asking)
  const insured = await insuredAs(db, asking)
  const twice = twiceAmong(people)
  const young = heading && isYoungHead(heading, today) ? [heading.head] : []
  const odd = [...(kin ? oddKin(kin, today) : []), ...beside]
  const asked = [numbered, persons, insured.known, insured.twice, twice, young, odd]
  if (asked.every((some) => some.length === 0)) return {}
  if (sure) return { sure: tidy(sure) }
  const names = await namesOn(db, [villageId, ...[...persons, ...insured.known].map((one) => one.villageId)], today)
  const nameOf = (area: AreaId) => names.get(area) ?? ''
  const doubles: Double[] = [
    ...numbered.map((one): Double => ({ kind: 'number', ...lineOf(one, nameOf(one.villageId)) })),
    ...persons.map((one) =>
      personOf(one, {
        kind: one.householdId === householdId ? 'member' : 'person',
        villageName: nameOf(one.villageId),
      }),
    ),
    ...insured.known.map((one) => personOf(one, { kind: 'insurance', villageName: nameOf(one.villageId) })),
    ...insured.twice.map(({ name, sex, birth }): Double => ({ kind: 'insurance_twice', name: tidy(name), sex, birth })),
    ...young.map(({ name, sex, birth }): Double => ({ kind: 'young_head', name: tidy(name), sex, birth })),
    ...odd.map((said): Double => ({ kind: 'odd', said })),
    ...twice.map(({ name, sex, birth }): Double => ({ kind: 'typed_twice', name: tidy(name), sex, birth })),
  ]
  throw householdProblem('household.double', { count: doubles.length, doubles })
}
