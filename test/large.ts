/** Rounds of very many households, made by SQL: what the papers of a large commune are tried with. */
import type pg from 'pg'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { pinsFor } from '#features/rounds/create.ts'
import { loadStandards } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { RoundId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'

const hung = demoAccountId('hung')

/** Households of four in the twelve villages of Tam Hồng. */
export async function settleMany(owner: pg.Pool, count: number): Promise<void> {
  await owner.query(
    `with settled as (
       insert into household (household_id, village_id, address, head_person_id, head_name, search, started_on)
       select gen_random_uuid(), ($1::uuid[])[1 + n % 12], 'Ngõ ' || n, gen_random_uuid(), 'Đỗ Thị Ước', '', '2020-01-01'
         from generate_series(1, $2::int) n returning household_id, village_id, head_person_id)
     insert into member (household_id, home_id, id, person_id, full_name, sex, birth_year, relation, ethnicity, joined_on,
       join_reason)
     select household_id, village_id, gen_random_uuid(), case n when 0 then head_person_id else gen_random_uuid() end,
            case n when 0 then 'Đỗ Thị Ước' else 'Nguyễn Thị Nhẫn' end, 'female', 1980 + n,
            case n when 0 then 'head' else 'child' end, '01', '2020-01-01', 'listed'
       from settled, generate_series(0, 3) n`,
    [demoAreas.villages.tamHong, count],
  )
}

async function addRound(owner: pg.Pool, today: PlainDate): Promise<RoundId> {
  const pins = pinsFor(loadStandards(), { day: today, provinceCode: null })
  const roundId = newId<'round'>()
  await owner.query(
    `insert into round (id, area_id, kind, name, window_from, window_until, opening_standard, opening_hash,
       opening_points, form_id, form_hash, state, created_by)
     values ($1, $2, 'ad_hoc', 'Rà soát thường xuyên', $3, $4, $5, $6, $7, $8, $9, 'deciding', $10)`,
    [
      roundId,
      demoAreas.tamHongToday,
      `${yearOf(today)}-01-01`,
      `${yearOf(today)}-12-31`,
      pins.opening_standard,
      pins.opening_hash,
      pins.opening_points,
      pins.form_id,
      pins.form_hash,
      hung,
    ],
  )
  return roundId
}

export type Large = { readonly households: number; readonly today: PlainDate; readonly facts: Facts }

/** A round at its decision: so many households that no round has yet, all of them poor, surveyed and accepted. */
export async function addRoundOf(owner: pg.Pool, { households, today, facts }: Large): Promise<RoundId> {
  const roundId = await addRound(owner, today)
  const chosen = `select household_id, village_id from household h
     where not exists (select from review_case c where c.household_id = h.household_id) order by household_id limit $2`
  await owner.query(
    `insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members)
     select household_id, gen_random_uuid(), $1, village_id, $5, 'f', $3::json, $4, 4 from (${chosen}) h`,
    [roundId, households, JSON.stringify(facts), today, hung],
  )
  await owner.query(
    `insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, class,
       possible, lacking, reasons)
     select household_id, gen_random_uuid(), id, round_id, village_id, 'opens', 's', 'h', 'poor', 'poor', null, '{}'
       from survey where round_id = $1`,
    [roundId],
  )
  await owner.query(
    `insert into review_case (household_id, id, round_id, village_id, reason, state, survey_id)
     select household_id, gen_random_uuid(), round_id, village_id, 'current_poor', 'accepted', id
       from survey where round_id = $1`,
    [roundId],
  )
  await owner.query('select case_classes_draw($1)', [[roundId]])
  await owner.query(
    'select case_recount($1, array(select distinct village_id from review_case where round_id = any ($1)))',
    [[roundId]],
  )
  // In life they come over weeks, and the database has counted them by then.
  await owner.query('analyze survey, verdict, review_case, household')
  return roundId
}
