/** Writes the roster of the demo. */
import { stableId } from '#features/areas/nation/stableIds.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { sealedId } from '../roster/identity.ts'
import { demoAccountId } from './accounts.ts'
import { rosterPeople } from './rosterPeople.ts'

export const demoOfficialId = (key: string): OfficialId => stableId('official', 'demo', key)

async function writePeople(db: OwnerConnection, keys: Keys): Promise<void> {
  await insertRows(db, {
    table: 'official',
    columns: columnsIn(
      'id:uuid unit_id:uuid full_name:text sex:text birth_year:smallint ethnicity:text account_id:uuid ' +
        'citizen_id_sealed:text citizen_id_end:text citizen_id_index:text',
    ),
    rows: rosterPeople.map(({ key, unit, name, sex, born, ethnicity = '01', account, citizenId }) => {
      const id = demoOfficialId(key)
      const sealed = citizenId ? sealedId(keys, id, citizenId) : null
      const number = [sealed?.citizen_id_sealed, sealed?.citizen_id_end, sealed?.citizen_id_index]
      return [
        id,
        unit,
        name,
        sex,
        born,
        ethnicity,
        account ? demoAccountId(key) : null,
        ...number.map((one) => one ?? null),
      ]
    }),
  })
}

type Held = Pick<(typeof rosterPeople)[number]['held'][number], 'post' | 'area' | 'from'>
const appointmentId = (key: string, { post, area, from: day }: Held) =>
  stableId('appointment', 'demo', key, post, area, day)

async function writePosts(db: OwnerConnection): Promise<void> {
  await insertRows(db, {
    table: 'appointment',
    columns: columnsIn(
      'id:uuid official_id:uuid post:text area_id:uuid valid_from:date valid_until:date decision_number:text ' +
        'decided_on:date ended_because:text',
    ),
    rows: rosterPeople.flatMap(({ key, held }) =>
      held.map(({ post, area, from: day, until, because, decision }) => [
        ...[appointmentId(key, { post, area, from: day }), demoOfficialId(key), post, area, day],
        ...[until ?? null, decision ?? null, decision ? day : null, because ?? null],
      ]),
    ),
  })
}

async function writeMoves(db: OwnerConnection): Promise<void> {
  await insertRows(db, {
    table: 'official_move',
    columns: columnsIn(
      'id:uuid official_id:uuid kind:text from_appointment_id:uuid to_appointment_id:uuid why:text planned_last:date',
    ),
    rows: rosterPeople.flatMap(({ key, held: [left, there], moved }) =>
      moved && left && there
        ? [
            [
              ...[stableId('official_move', 'demo', key), demoOfficialId(key), moved.kind, appointmentId(key, left)],
              ...[appointmentId(key, there), moved.why, moved.plannedLast],
            ],
          ]
        : [],
    ),
  })
}

async function writeLearnt(db: OwnerConnection): Promise<void> {
  await insertRows(db, {
    table: 'qualification',
    columns: columnsIn(
      'id:uuid official_id:uuid kind:text level:text title:text school:text form:text from_month:text until_month:text',
    ),
    rows: rosterPeople.flatMap(({ key, learnt = [] }) =>
      learnt.map(({ kind, level, title, school, form, from: first, until }) => [
        ...[
          stableId('qualification', 'demo', key, title),
          demoOfficialId(key),
          kind,
          level,
          title,
          school,
          form,
          first,
          until,
        ],
      ]),
    ),
  })
}

/** Writes them, after the accounts. */
export async function addDemoOfficials(db: OwnerConnection, keys: Keys): Promise<void> {
  await writePeople(db, keys)
  await writePosts(db)
  await writeMoves(db)
  await writeLearnt(db)
}
