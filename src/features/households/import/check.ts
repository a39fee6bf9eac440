/** A file that was read, against the register: what stands there already. */

import { sql } from 'kysely'
import { overOf } from '#features/areas/must.ts'
import { namesOn, statesOn } from '#features/areas/queries.ts'
import { livingOnIn } from '#features/areas/views.ts'
import { depthOf } from '#features/areas/words.ts'
import { oddPeople } from '#features/standards/rules/oddPeople.ts'
import { type Actor, can } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { countedUp, type Fault, faultAt } from '#kernel/imports.ts'
import { birthText } from '#kernel/persons.ts'
import type { Said as Sentence } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Said } from '#platform/server/imports/routes.ts'
import type { Services } from '#platform/server/services.ts'
import { hashesSeen, insuranceHashesOf } from '../identity.ts'
import { leaveWords } from '../model/words.ts'
import { alike, heardAs } from '../rules/doubles.ts'
import { type InsuredLine, joinedIn, type KnownLine, peopleInsured, peopleLike } from '../store/doubles.ts'
import type { ColumnKey } from './rules/columns.ts'
import type { ReadHousehold } from './rules/group.ts'

/** `villages`: those in which somebody is looked for. */
type Ground = {
  readonly db: Db
  readonly actor: Actor
  readonly keys: Services['keys']
  readonly villages: readonly AreaId[]
  readonly today: PlainDate
  readonly listedOn: PlainDate
}
type Faults = Fault<ColumnKey>[]

/** What the register says against these households. */
export async function againstRegister(ground: Ground, households: readonly ReadHousehold[]): Promise<Said<ColumnKey>> {
  const ids = await idsTaken(ground, households)
  const numbers = await numbersTaken(ground, households)
  const { today } = ground
  return {
    faults: [...(await placesElsewhere(ground, households)), ...numbers.faults, ...ids.faults],
    doubts: [
      ...numbers.doubts,
      ...(await alikeTo(ground, households)),
      ...(await insuranceTaken(ground, households)),
      ...households.flatMap((one) => oddIn(one, today)),
    ],
    elsewhere: ids.elsewhere,
  }
}

/** Villages that were the commune's on the day of the list and hang today where the actor may not write. */
async function placesElsewhere(ground: Ground, households: readonly ReadHousehold[]): Promise<Faults> {
  const { db, actor, listedOn } = ground
  const said = new Map<AreaId, Sentence>()
  for (const id of new Set(households.map((household) => household.villageId))) {
    const over = await overOf(db, id)
    if (can(actor, 'household.write', over)) continue
    const name = (await namesOn(db, [id], listedOn)).get(id) ?? ''
    said.set(id, movedAway(name, await communesOf(ground, over)))
  }
  return households.flatMap(({ villageId, head }) => {
    const fault = said.get(villageId)
    return fault ? [faultAt(head, 'village', fault)] : []
  })
}

/** The names of the communes among these units, as they stand today. */
async function communesOf({ db, today }: Ground, units: readonly AreaId[]): Promise<string> {
  const found = await statesOn(db, today)
    .where(sql<boolean>`v.area_id = any (${units}::uuid[])`)
    .where('v.level', '=', depthOf('commune'))
    .select('v.name')
    .execute()
  return found.map(({ name }) => name).join(', ')
}

const movedAway = (name: string, commune: string): Sentence => ({
  vi: `${name} nay thuộc ${commune || 'đơn vị khác'}, nơi bạn không ghi được sổ hộ. Hãy bỏ các hộ của thôn này khỏi tệp; cán bộ nơi ấy ghi.`,
  en: `${name} belongs to ${commune || 'another unit'} by now, where you may not write. Take its households out of the file; the official there enters them.`,
})

/** The most lines of the register that one batch of a file is compared with. */
const mostAlike = 2_000

/** People who may stand already: told, and written all the same. Those twice in the file were found where it was read. */
async function alikeTo({ db, villages }: Ground, households: readonly ReadHousehold[]): Promise<Faults> {
  const members = households.flatMap((household) => household.members)
  const people = members.map((member) => member.person)
  const joined = (await joinedIn(db, villages)).flat()
  const known = await peopleLike(db, villages, { people, joined, limit: mostAlike })
  const byName = new Map<string, typeof known>()
  for (const one of known) byName.set(heardAs(one.name), [...(byName.get(heardAs(one.name)) ?? []), one])
  return members.flatMap((member) => {
    const like = byName.get(heardAs(member.person.name))?.filter((one) => alike(member.person, one)) ?? []
    return like.length > 0 ? [faultAt(member, 'name', knownAs(like))] : []
  })
}

/** Births that hardly fit what these people are to their head. */
const oddIn = ({ members }: ReadHousehold, today: PlainDate): Faults =>
  oddPeople(
    members.map(({ row, relation, person: { name, birth } }) => ({ id: String(row), name, birth, relation })),
    today,
  ).flatMap(({ path, person, said }) => {
    const member = members.find(({ row }) => String(row) === person)
    return member ? [faultAt(member, path === 'members[].birth' ? 'birth' : 'relation', said)] : []
  })

const goneAs = ({ leftOn, leaveReason }: Pick<KnownLine, 'leftOn' | 'leaveReason'>): Sentence =>
  leftOn && leaveReason
    ? {
        vi: `, ${leaveWords[leaveReason].vi.toLowerCase()} ${showDate(leftOn)}`,
        en: `, ${leaveWords[leaveReason].en.toLowerCase()} ${showDate(leftOn)}`,
      }
    : { vi: '', en: '' }

function knownAs(people: readonly KnownLine[]): Sentence {
  const all = countedUp(people.map(personSaid), { vi: 'người', en: 'people' }, '; ')
  return { vi: `Sổ đã có ${all.vi}.`, en: `The register has ${all.en}.` }
}

const personSaid = ({ name, birth, headName, number, ...one }: KnownLine): Sentence => ({
  vi: `${name}, ${birthText(birth)}, hộ ${headName}${number && ` (số ${number})`}${goneAs(one).vi}`,
  en: `${name}, ${birthText(birth)}, household of ${headName}${number && ` (no. ${number})`}${goneAs(one).en}`,
})

type Numbered = { at: number; equal: boolean; headName: string; number: string }

/**
 * Household numbers that the village, or what it has become, has already, and who heads the households under each. One that is
 * the very number is refused; one that is only written otherwise may be another household's.
 */
async function numbersTaken({ db, today }: Ground, households: readonly ReadHousehold[]) {
  const villages = households.map((one) => one.villageId)
  const homes = await livingOnIn(db, [...new Set(villages)], today)
  const { rows } = await sql<Numbered>`
    select n.at::int as at, lower(h.number) = lower(n.number) as equal, h.head_name as "headName", h.number
      from unnest(${villages.map((one) => homes.get(one) ?? one)}::uuid[], ${households.map((h) => h.number)}::text[])
           with ordinality as n (village, number, at)
      join household h on h.village_id = n.village and h.number <> '' and bare_number(h.number) = bare_number(n.number)
     where h.ended_on is null
     order by n.at, h.household_id`.execute(db)
  const said: { faults: Faults; doubts: Faults } = { faults: [], doubts: [] }
  const found = new Map<number, Numbered[]>()
  for (const row of rows) found.set(row.at, [...(found.get(row.at) ?? []), row])
  for (const [at, household] of households.entries()) {
    const here = found.get(at + 1) ?? []
    const equal = here.filter((row) => row.equal)
    if (equal.length > 0) said.faults.push(faultAt(household.head, 'number', numberTaken(household.number, equal)))
    else if (here.length > 0) said.doubts.push(faultAt(household.head, 'number', numberAlike(here)))
  }
  return said
}

const headsOf = (rows: readonly Numbered[]): Sentence =>
  countedUp(
    rows.map(({ headName }) => ({ vi: headName, en: headName })),
    { vi: 'hộ', en: 'households' },
  )
const numberTaken = (number: string, rows: readonly Numbered[]): Sentence => ({
  vi: `Thôn đã có hộ số ${number} trong sổ: ${headsOf(rows).vi}.`,
  en: `The village already has a household ${number} in the register: ${headsOf(rows).en}.`,
})
const numberAlike = (rows: readonly Numbered[]): Sentence => {
  const numbers = [...new Set(rows.map(({ number }) => number))].join(', ')
  return {
    vi: `Có thể trùng số hộ ${numbers} trong sổ của thôn: ${headsOf(rows).vi}.`,
    en: `Perhaps the household number ${numbers} in the register of the village: ${headsOf(rows).en}.`,
  }
}

/** Insurance numbers that somebody of the register has already, as far as the actor sees. */
async function insuranceTaken({ db, keys }: Ground, households: readonly ReadHousehold[]): Promise<Faults> {
  const insured = households
    .flatMap((household) => household.members)
    .map((member) => ({ member, hashes: insuranceHashesOf(keys, member.person) }))
  const known = new Map<string, InsuredLine[]>()
  const hashes = insured.flatMap((one) => one.hashes)
  for (const one of await peopleInsured(db, hashes, mostAlike))
    known.set(one.hash, [...(known.get(one.hash) ?? []), one])
  return insured.flatMap(({ member, hashes }) => {
    const held = hashes.flatMap((hash) => known.get(hash) ?? [])
    return held.length > 0 ? [faultAt(member, 'insuranceNo', insuredAs(held))] : []
  })
}

function insuredAs(people: readonly KnownLine[]): Sentence {
  const all = countedUp(people.map(personSaid), { vi: 'người', en: 'people' }, '; ')
  return {
    vi: `Số BHXH/BHYT này đã ghi cho ${all.vi}.`,
    en: `This insurance number already stands for ${all.en}.`,
  }
}

const idTaken: Sentence = {
  vi: 'Số CCCD này đã được ghi cho một người khác trong sổ của xã.',
  en: 'This citizen id already stands for another person in this register.',
}
const idElsewhere: Sentence = {
  vi: 'Số CCCD này đã được ghi cho một người ở đơn vị khác mà bạn không xem được; nếu giấy tờ đúng, hãy hỏi cán bộ tỉnh.',
  en: 'This citizen id stands for a person of another unit that you cannot see; if the paper is right, ask the province official.',
}

/** Citizen ids in use anywhere; of those that the actor does not see it is only said that they are, and counted. */
async function idsTaken({ db, keys }: Ground, households: readonly ReadHousehold[]) {
  const members = households.flatMap((household) => household.members).filter((member) => member.person.citizenId)
  const hashes = members.map((member) => keys.indexOf(member.person.citizenId ?? ''))
  const { rows } = await sql<{ at: number }>`select * from identity_in_use(${hashes}::text[]) as t (at)`.execute(db)
  const taken = rows.map(({ at }) => at - 1)
  const seen = await hashesSeen(
    db,
    taken.flatMap((at) => hashes[at] ?? []),
  )
  const isSeen = (at: number) => seen.has(hashes[at] ?? '')
  const faults = taken.flatMap((at) => {
    const member = members[at]
    return member ? [faultAt(member, 'citizenId', isSeen(at) ? idTaken : idElsewhere)] : []
  })
  return { faults, elsewhere: taken.filter((at) => !isSeen(at)).map((at) => hashes[at] ?? '') }
}
