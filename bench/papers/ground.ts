/** What the papers are made from: the demo's places and people, and rounds of their households ready to be decided. */
import type pg from 'pg'
import { addDemoAccounts, demoAccountId } from '#apps/server/demo/accounts.ts'
import { keepLawTexts } from '#apps/server/lawTexts.ts'
import { demoAreas, loadDemoPlaces } from '#features/areas/demoPlaces.ts'
import { loadNation } from '#features/areas/load.ts'
import { pinsFor } from '#features/reviews/create.ts'
import { loadStandards } from '#features/standards/library.ts'
import { plainDate } from '#kernel/dates.ts'
import { newId } from '#platform/server/ids.ts'
import { hashOfToken } from '#platform/server/session.ts'
import { survey } from '../api/survey.ts'

export const commune = demoAreas.tamHongToday
export const session = { token: 'bench-papers', csrf: 'bench-csrf' }
const hung = demoAccountId('hung')

export async function addPlacesAndHung(owner: pg.Pool): Promise<void> {
  const day = plainDate(new Date().toISOString().slice(0, 10))
  const connection = await owner.connect()
  await loadNation(connection, day)
  await loadDemoPlaces(connection, day)
  await addDemoAccounts(connection)
  connection.release()
  await keepLawTexts(owner, loadStandards())
  await owner.query('update account set must_change_password = false where id = $1', [hung])
  await owner.query(
    `insert into session (id, token_hash, csrf, account_id, expires_at, seen_at)
     values ($1, $2, $3, $4, now() + interval '1 day', now() + interval '1 day')`,
    [newId(), hashOfToken(session.token), session.csrf, hung],
  )
}

async function addRound(owner: pg.Pool, name: string): Promise<string> {
  const { opening_standard, opening_hash, opening_points, form_id, form_hash } = pinsFor(loadStandards(), {
    day: plainDate(new Date().toISOString().slice(0, 10)),
    provinceCode: null,
  })
  const round = newId()
  await owner.query(
    `insert into round (id, area_id, kind, name, window_from, window_until, opening_standard, opening_hash,
       opening_points, form_id, form_hash, state, created_by)
     values ($1, $2, 'ad_hoc', $3, '2026-01-01', '2026-12-31', $4, $5, $6, $7, $8, 'deciding', $9)`,
    [round, commune, name, opening_standard, opening_hash, opening_points, form_id, form_hash, hung],
  )
  return round
}

/** A round at its decision: so many households that no round has yet, all of them poor, surveyed and accepted. */
export async function addRoundOf(owner: pg.Pool, households: number): Promise<string> {
  const round = await addRound(owner, `bench ${households}`)
  const chosen = `select household_id, village_id from household h
     where not exists (select from review_case c where c.household_id = h.household_id) order by household_id limit $2`
  await owner.query(
    `insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members)
     select household_id, gen_random_uuid(), $1, village_id, '${hung}', 'f', $3::jsonb, current_date, 4 from (${chosen}) h`,
    [round, households, JSON.stringify(survey('', 0).facts)],
  )
  await owner.query(
    `insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, standard_hash, class,
       possible, lacking, reasons)
     select household_id, gen_random_uuid(), id, round_id, village_id, 'opens', 's', 'h', 'poor', '{poor}', '{}', '{}'
       from survey where round_id = $1`,
    [round],
  )
  await owner.query(
    `insert into review_case (household_id, id, round_id, village_id, reason, state, survey_id)
     select household_id, gen_random_uuid(), round_id, village_id, 'current_poor', 'accepted', id
       from survey where round_id = $1`,
    [round],
  )
  await owner.query('analyze')
  return round
}
