/**
 * What a run stands on, made by SQL and true on every day: one commune with its villages, who surveys there, three
 * officials, an autumn round read by two standards, and its households with two people each.
 */
import type pg from 'pg'
import { keepLawTexts } from '#apps/server/lawTexts.ts'
import { refreshTree } from '#features/areas/load.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { hashOfPassword } from '#features/people/passwords.ts'
import { pinsFor } from '#features/rounds/create.ts'
import { loadStandards } from '#features/standards/library.ts'
import { plainDate } from '#kernel/dates.ts'
import { recount } from '../homes.ts'

/** A readable id: kind, then a number. */
const idSql = (kind: string, n: string) =>
  `('0192${kind}-' || substr(lpad(to_hex(${n}), 12, '0'), 1, 4) || '-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
export const idOf = (kind: string, n: number): string =>
  `0192${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export const kinds = {
  province: '0001',
  commune: '0003',
  village: '0004',
  household: '0007',
  case: '0008',
  person: '0009',
  enumerator: '00aa',
  official: '00ab',
  round: '00bb',
} as const
/** Several runs on one database have each a commune of their own: a part, whose numbers begin here. */
const from = (part: number): number => part * 100_000
export const roundOf = (part: number): string => idOf(kinds.round, part)
export const password = 'mat-khau-thu-nghiem'
export const enumeratorOf = (part: number, n: number) => ({
  login: `dieu-tra-${from(part) + n}`,
  accountId: idOf(kinds.enumerator, from(part) + n),
})
export const officialOf = (part: number, n: number) => ({
  login: `can-bo-${from(part) + n}`,
  accountId: idOf(kinds.official, from(part) + n),
})

export type Size = {
  readonly part: number
  readonly enumerators: number
  readonly villages: number
  readonly households: number
}
export const officials = 3

async function addAreas(owner: pg.Pool, { part, villages }: Size): Promise<void> {
  const { province, commune, village } = kinds
  const [top, above, own] = [nationId, idOf(province, part), idOf(commune, part)]
  const here = `generate_series(${from(part) + 1}, ${from(part) + villages}) n`
  await owner.query(
    `insert into area (id) select unnest(array['${above}', '${own}']::uuid[])
     union all select ${idSql(village, 'n')} from ${here}`,
  )
  await owner.query(
    `insert into area_version (id, area_id, valid_from, level, kind, code, name, parent_id, settlement, mark)
     select gen_random_uuid(), id, date '2016-01-01', level, kind, code, name, parent, settlement, 'invented' from (values
       ('${above}'::uuid, 1, 'province', 'X${part}', 'Tỉnh Thử', '${top}'::uuid, null),
       ('${own}', 3, 'commune', 'X${part}', 'Xã Thử', '${above}', 'rural')) as t (id, level, kind, code, name, parent, settlement)
     union all select gen_random_uuid(), ${idSql(village, 'n')}, date '2016-01-01', 4, 'village', null, 'Thôn ' || n, '${own}',
       'rural', 'invented' from ${here}`,
  )
}

async function addPeople(owner: pg.Pool, { part, enumerators, villages }: Size): Promise<void> {
  const hash = await hashOfPassword(password)
  const add = (kind: string, login: string, count: number) =>
    owner.query(
      `insert into account (id, login, full_name, password_hash, must_change_password)
       select ${idSql(kind, 'n')}, $1 || n, 'Nguyễn Văn Bền', $2, false from generate_series($3::int + 1, $3 + $4::int) n`,
      [login, hash, from(part), count],
    )
  await add(kinds.enumerator, 'dieu-tra-', enumerators)
  await add(kinds.official, 'can-bo-', officials)
  const { enumerator, official, village, commune } = kinds
  // Everybody may survey in every village: households change hands.
  await owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from)
     select gen_random_uuid(), ${idSql(enumerator, 'n')}, 'enumerator', ${idSql(village, 'v')}, '2020-01-01'
       from generate_series($1::int + 1, $1 + $2::int) n, generate_series($1 + 1, $1 + $3::int) v`,
    [from(part), enumerators, villages],
  )
  await owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from)
     select gen_random_uuid(), ${idSql(official, 'n')}, 'commune_official', '${idOf(commune, part)}', '2020-01-01'
       from generate_series($1::int + 1, $1 + $2::int) n`,
    [from(part), officials],
  )
}

async function addRound(owner: pg.Pool, { part, villages }: Size): Promise<void> {
  const library = loadStandards()
  await keepLawTexts(owner, library)
  const pins = pinsFor(library, { day: plainDate('2027-01-01'), provinceCode: null })
  const columns = Object.keys(pins)
  await owner.query(
    `insert into round (id, area_id, kind, name, classes_hold_from, window_from, window_until, state, created_by, ${columns})
     values ('${roundOf(part)}', '${idOf(kinds.commune, part)}', 'annual', 'Kỳ thử', '2027-01-01', '2020-01-01', '2099-12-14',
       'surveying', '${officialOf(part, 1).accountId}', ${columns.map((_, n) => `$${n + 1}`)})`,
    Object.values(pins),
  )
  await owner.query(
    `insert into round_village (round_id, village_id)
     select '${roundOf(part)}', ${idSql(kinds.village, 'n')} from generate_series($1::int + 1, $1 + $2::int) n`,
    [from(part), villages],
  )
}

/** Each case is given to somebody, in turn. */
async function addHouseholds(owner: pg.Pool, { part, enumerators, villages, households }: Size): Promise<void> {
  const { household, person, village, enumerator } = kinds
  const here = `${idSql(village, `${from(part) + 1} + n % ${villages}`)}`
  const all = 'generate_series($1::int + 1, $1 + $2::int) n'
  const given = [from(part), households]
  await owner.query(
    `insert into household (household_id, village_id, number, head_person_id, head_name, search, started_on)
     select ${idSql(household, 'n')}, ${here}, 'H' || n, ${idSql(person, 'n * 2')}, 'Trần Thị Ấm', 'tran thi am',
            '2020-01-01' from ${all}`,
    given,
  )
  await owner.query(
    `insert into household_residence (household_id, id, village_id, valid_from, home_id)
     select ${idSql(household, 'n')}, gen_random_uuid(), ${here}, '2020-01-01', ${here} from ${all}`,
    given,
  )
  await owner.query(
    `insert into member (household_id, id, person_id, full_name, sex, birth_year, relation, ethnicity, joined_on,
       join_reason, home_id)
     select ${idSql(household, 'n')}, gen_random_uuid(), ${idSql(person, 'n * 2 + k')},
            case k when 0 then 'Trần Thị Ấm' else 'Lê Văn Bé' end, case k when 0 then 'female' else 'male' end,
            case k when 0 then 1985 else 2014 end, case k when 0 then 'head' else 'child' end, '01', '2020-01-01', 'listed',
            ${here} from ${all}, generate_series(0, 1) k`,
    given,
  )
  await owner.query(
    `insert into review_case (household_id, id, round_id, village_id, reason, account_id, state)
     select ${idSql(household, 'n')}, ${idSql(kinds.case, 'n')}, '${roundOf(part)}', ${here}, 'current_poor',
            ${idSql(enumerator, `${from(part) + 1} + n % ${enumerators}`)}, 'assigned' from ${all}`,
    given,
  )
}

/** What it adds to the catalogue of units hangs in the tree from today on. */
export async function addGround(owner: pg.Pool, size: Size): Promise<void> {
  const { rows } = await owner.query<{ day: string }>(
    `select (now() at time zone 'Asia/Ho_Chi_Minh')::date::text as day`,
  )
  const today = plainDate(rows[0]?.day ?? '')
  await addAreas(owner, size)
  const connection = await owner.connect()
  await connection.query('begin')
  await refreshTree(connection, today)
  await connection.query('commit')
  connection.release()
  await addPeople(owner, size)
  await addRound(owner, size)
  await addHouseholds(owner, size)
  await recount({ owner }, today)
  await owner.query('vacuum analyze household, member, review_case, account, access_grant')
}
