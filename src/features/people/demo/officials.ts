/** Writes the roster of the demo. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import type { OfficialId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { sealedId } from '../roster/identity.ts'
import { demoAccountId } from './accounts.ts'
import { hoanhBoPeople } from './hoanhBo.ts'
import { type Held, type Person, rosterPeople } from './rosterPeople.ts'
import { vinhPhucPeople } from './vinhPhuc.ts'

export const demoOfficialId = (key: string): OfficialId => stableId('official', 'demo', key)

/** Of who is called about the programme today (số ví dụ): no number begins with four zeros. */
const demoPhone = ({ held }: Person, at: number): string | null =>
  held.some(({ post, until }) => !until && (post === 'specialist' || post === 'leader'))
    ? `0000900${String(at + 1).padStart(3, '0')}`
    : null

async function writePeople(db: OwnerConnection, keys: Keys, people: readonly Person[]): Promise<void> {
  await insertRows(db, {
    table: 'official',
    columns: columnsIn(
      'id:uuid unit_id:uuid full_name:text sex:text birth_year:smallint ethnicity:text account_id:uuid ' +
        'citizen_id_sealed:text citizen_id_end:text citizen_id_index:text phone:text',
    ),
    rows: people.map((person, at) => {
      const { key, unit, name, sex, born, ethnicity = '01', account, citizenId } = person
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
        demoPhone(person, at),
      ]
    }),
  })
}

const appointmentId = (key: string, { post, area, from: day }: Held) =>
  stableId('appointment', 'demo', key, post, area, day)

async function writePosts(db: OwnerConnection, people: readonly Person[]): Promise<void> {
  await insertRows(db, {
    table: 'appointment',
    columns: columnsIn(
      'id:uuid official_id:uuid post:text area_id:uuid valid_from:date valid_until:date decision_number:text ' +
        'decided_on:date ended_because:text',
    ),
    rows: people.flatMap(({ key, held }) =>
      held.map((one) => {
        const { post, area, from: day, until, because, decision } = one
        return [
          ...[appointmentId(key, one), demoOfficialId(key), post, area, day],
          ...[until ?? null, decision ?? null, decision ? day : null, because ?? null],
        ]
      }),
    ),
  })
}

async function writeMoves(db: OwnerConnection, people: readonly Person[]): Promise<void> {
  await insertRows(db, {
    table: 'official_move',
    columns: columnsIn(
      'id:uuid official_id:uuid kind:text from_appointment_id:uuid to_appointment_id:uuid why:text planned_last:date outcome:text',
    ),
    rows: people.flatMap(({ key, held: [left, there], moved }) =>
      moved && left && there
        ? [
            [
              ...[stableId('official_move', 'demo', key), demoOfficialId(key), moved.kind, appointmentId(key, left)],
              ...[appointmentId(key, there), moved.why, moved.plannedLast, moved.outcome ?? null],
            ],
          ]
        : [],
    ),
  })
}

/** What the province aims at this year: an example, no text of it was seen. */
async function writeTargets(db: OwnerConnection): Promise<void> {
  await insertRows(db, {
    table: 'move_target',
    columns: columnsIn('id:uuid area_id:uuid year:smallint people:int legal_reference:text mark:text valid_from:date'),
    rows: [
      [
        ...[stableId('move_target', 'demo', '2026'), demoAreas.phuTho, 2026, 5],
        ...['Kế hoạch luân chuyển cán bộ của tỉnh năm 2026', 'illustrative', '2026-01-01'],
      ],
    ],
  })
}

/** A record that the commune kept by mistake and the province took, and one that it is asked to take. */
async function writeHandovers(db: OwnerConnection): Promise<void> {
  const { tamHongToday, phuTho } = demoAreas
  const hung = demoAccountId('hung')
  await insertRows(db, {
    table: 'official_handover',
    columns: columnsIn(
      'id:uuid official_id:uuid from_id:uuid to_id:uuid because:text asked_by:uuid asked_on:date state:text settled_by:uuid settled_on:date',
    ),
    rows: [
      [
        ...[stableId('official_handover', 'demo', 'taken'), demoOfficialId('nguyen-van-toan'), tamHongToday, phuTho],
        ...['Công tác chính ở tỉnh, chỉ về xã giúp mở lớp', hung, '2025-11-10', 'taken', demoAccountId('lan')],
        '2025-11-12',
      ],
      [
        ...[stableId('official_handover', 'demo', 'asked'), demoOfficialId('tam-hong 12'), tamHongToday, phuTho],
        ...['Được điều về làm việc ở tỉnh', hung, '2026-11-16', 'asked'],
        ...[null, null],
      ],
    ],
  })
}

async function writeLearnt(db: OwnerConnection, people: readonly Person[]): Promise<void> {
  await insertRows(db, {
    table: 'qualification',
    columns: columnsIn(
      'id:uuid official_id:uuid kind:text level:text title:text school:text form:text from_month:text until_month:text',
    ),
    rows: people.flatMap(({ key, learnt = [] }) =>
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

async function writeRoster(db: OwnerConnection, keys: Keys, people: readonly Person[]): Promise<void> {
  await writePeople(db, keys, people)
  await writePosts(db, people)
  await writeMoves(db, people)
  await writeLearnt(db, people)
}

/** Writes those of Tam Hồng and around, after the accounts. */
export async function addDemoOfficials(db: OwnerConnection, keys: Keys): Promise<void> {
  await writeRoster(db, keys, rosterPeople)
  await writeHandovers(db)
  await writeTargets(db)
}

/** Writes those of Vĩnh Phúc from 2021 on and of Hoành Bồ from 2017 on, after them and after the villages of Vĩnh Phúc. */
export const addDemoFormerOfficials = async (db: OwnerConnection, keys: Keys): Promise<void> =>
  writeRoster(db, keys, [...(await vinhPhucPeople(db)), ...hoanhBoPeople])
