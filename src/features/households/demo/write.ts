/** Writes invented households into the register: rows in bulk, citizen ids sealed like everybody's. */

import { stableId } from '#features/areas/nation/stableIds.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { demoOfficialId } from '#features/people/demo/officials.ts'
import { atHome } from '#features/people/demo/rosterPeople.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import { fold } from '#kernel/text.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { sealNumbers } from '../identity.ts'
import { demoAnswers } from './answers.ts'
import type { DemoHousehold, DemoPerson } from './families.ts'

/** When the demo's register begins: the people of that day are listed, later ones were born into it. */
export const registerDay: PlainDate = plainDate('2021-01-01')

const birthText = ({ birth: { year, month, day } }: DemoPerson): PlainDate =>
  plainDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

function memberRow(keys: Keys, household: DemoHousehold, person: DemoPerson, facts: object): unknown[] {
  const memberId = stableId('member', 'demo', person.personId)
  const born = birthText(person)
  const listed = born < registerDay
  const sealed = sealNumbers(keys, memberId, { citizenId: person.citizenId, insuranceNo: null })
  const { year, month, day } = person.birth
  return [
    household.householdId,
    household.villageId,
    memberId,
    person.personId,
    person.name,
    person.sex,
    year,
    month,
    day,
    person.relation,
    person.ethnicity,
    sealed.citizen_id_sealed,
    sealed.citizen_id_end,
    JSON.stringify(facts),
    listed ? registerDay : born,
    listed ? 'listed' : 'born',
  ]
}

/** What the register knows of a person besides who it is, drawn from the answers of a family that lacks nothing. */
function knownOf(household: DemoHousehold): Map<string, object> {
  const { members = [] } = demoAnswers(household, plainDate('2026-06-01'), 'not_poor')
  return new Map(
    members.map(({ id, name: _n, sex: _s, birth: _b, relation: _r, ethnicity: _e, ...known }) => [id, known]),
  )
}

async function writeMembers(db: OwnerConnection, keys: Keys, households: readonly DemoHousehold[]): Promise<void> {
  await insertRows(db, {
    table: 'member',
    columns: columnsIn(
      'household_id:uuid home_id:uuid id:uuid person_id:uuid full_name:text sex:text birth_year:smallint ' +
        'birth_month:smallint birth_day:smallint relation:text ethnicity:text citizen_id_sealed:text ' +
        'citizen_id_end:text facts:jsonb joined_on:date join_reason:text',
    ),
    rows: households.flatMap((h) => {
      const known = knownOf(h)
      return h.members.map((p) => memberRow(keys, h, p, known.get(p.personId) ?? {}))
    }),
  })
}

async function writeIdentities(db: OwnerConnection, keys: Keys, households: readonly DemoHousehold[]): Promise<void> {
  const rows = households.flatMap((h) =>
    h.members.flatMap((p) =>
      p.citizenId ? [[keys.indexOf(p.citizenId), p.personId, h.householdId, h.villageId]] : [],
    ),
  )
  await insertRows(db, {
    table: 'identity_index',
    columns: columnsIn('index_hash:text person_id:uuid household_id:uuid home_id:uuid'),
    rows,
  })
}

/** The official who is a member of a household, as the nightly search for such would find it. */
export async function writeAtHome(db: OwnerConnection, households: readonly DemoHousehold[], today: PlainDate) {
  const person = households.flatMap(({ members }) => members).find(({ citizenId }) => citizenId === atHome.citizenId)
  if (!person) throw new Error('nobody of the register has the citizen id of the official')
  await insertRows(db, {
    table: 'official_member',
    columns: columnsIn('id:uuid official_id:uuid person_id:uuid found_on:date'),
    rows: [[stableId('official_member', 'demo', atHome.key), demoOfficialId(atHome.key), person.personId, today]],
  })
}

async function writeEvents(db: OwnerConnection, households: readonly DemoHousehold[]): Promise<void> {
  const event = ({ householdId, villageId }: DemoHousehold, kind: string, on: PlainDate, facts: object) => [
    householdId,
    villageId,
    stableId('household_event', 'demo', householdId, kind, on, JSON.stringify(facts)),
    on,
    kind,
    JSON.stringify(facts),
    demoAccountId('hung'),
  ]
  await insertRows(db, {
    table: 'household_event',
    columns: columnsIn('household_id:uuid home_id:uuid id:uuid happened_on:date kind:text facts:jsonb account_id:uuid'),
    rows: households.flatMap((h) => [
      event(h, 'listed', registerDay, {}),
      ...h.members
        .filter((p) => birthText(p) >= registerDay)
        .map((p) => event(h, 'born', birthText(p), { personId: p.personId, name: p.name })),
    ]),
  })
}

export async function writeHouseholds(
  db: OwnerConnection,
  keys: Keys,
  households: readonly DemoHousehold[],
): Promise<void> {
  const head = (h: DemoHousehold) => h.members[0] as DemoPerson
  await insertRows(db, {
    table: 'household',
    columns: columnsIn(
      'household_id:uuid village_id:uuid number:text address:text contact_phone:text head_person_id:uuid head_name:text ' +
        'search:text started_on:date',
    ),
    rows: households.map((h) => [
      h.householdId,
      h.villageId,
      h.number,
      h.address,
      h.phone,
      head(h).personId,
      head(h).name,
      fold([h.number, ...h.members.map((p) => p.name), h.address].join(', ')),
      registerDay,
    ]),
  })
  await insertRows(db, {
    table: 'household_residence',
    columns: columnsIn('household_id:uuid id:uuid village_id:uuid home_id:uuid address:text valid_from:date'),
    rows: households.map((h) => [
      h.householdId,
      stableId('household_residence', 'demo', h.householdId),
      h.villageId,
      h.villageId,
      h.address,
      registerDay,
    ]),
  })
  await writeMembers(db, keys, households)
  await writeIdentities(db, keys, households)
  await writeEvents(db, households)
}

/** What every village holds, once all of the demo stands: changes keep it by themselves. */
export const countRegister = (db: OwnerConnection, today: PlainDate): Promise<unknown> =>
  db.query("select register_recount_homes('{}', array(select distinct village_id from household), $1)", [today])
