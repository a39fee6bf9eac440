/** Three hundred households in one enumerator's hands, each with its members and its answers of last year. */
import type pg from 'pg'
import { newId } from '#platform/server/ids.ts'
import { addCases, type Case } from '../api/ground.ts'
import { survey } from '../api/survey.ts'

const earlier = '01920000-0000-7000-8000-0000000000cc'

/** The round of last year, like the present one. */
const addEarlierRound = (owner: pg.Pool) =>
  owner.query(
    `insert into round (id, area_id, kind, name, classes_hold_from, window_from, window_until, opening_standard,
       opening_hash, opening_points, form_id, form_hash, state, created_by)
     select $1, area_id, kind, 'last year', '2026-01-01', '2019-01-01', '2019-12-14', opening_standard, opening_hash,
            opening_points, form_id, form_hash, 'decided', created_by from round`,
    [earlier],
  )

/** The last present member fills the places that the four of the survey leave. */
const peopleOf = (n: number, most: number) => {
  const { members = [] } = survey('', n).facts
  return Array.from({ length: most }, (_, at) => ({ ...(members[at] ?? members[members.length - 1]), id: newId() }))
}

/** `most`: members of each household. */
export async function addHome(owner: pg.Pool, { first, count, most }: { first: number; count: number; most: number }) {
  await addEarlierRound(owner)
  const cases = await addCases(owner, first, count)
  for (const [n, { householdId }] of cases.entries()) await addFamily(owner, householdId, peopleOf(n, most))
  await owner.query('vacuum analyze')
  return cases
}

type Person = ReturnType<typeof peopleOf>[number]

async function addFamily(owner: pg.Pool, householdId: Case['householdId'], people: readonly Person[]): Promise<void> {
  const told = people.map((one, at) => ({
    ...{ id: newId(), person: one.id, name: one.name, sex: one.sex, year: one.birth?.year ?? 1980 },
    relation: at === 0 ? 'head' : at === 1 ? 'spouse' : 'child',
  }))
  await owner.query(
    `insert into member (household_id, id, person_id, full_name, sex, birth_year, relation, ethnicity, joined_on, join_reason, home_id)
     select h.household_id, t.id, t.person, t.name, t.sex, t.year, t.relation, '01', '2018-01-01', 'listed', h.village_id
       from household h, jsonb_to_recordset($2) as t (id uuid, person uuid, name text, sex text, year int, relation text)
      where h.household_id = $1`,
    [householdId, JSON.stringify(told)],
  )
  const facts = { ...survey('', 0).facts, members: people.map((one, at) => ({ ...one, relation: told[at]?.relation })) }
  await owner.query(
    `with sent as (
       insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income)
       select household_id, $2, $3, village_id, account_id, 'f', $4, '2019-10-01', $5, 1000000 from review_case
        where household_id = $1 returning household_id, village_id, account_id)
     insert into review_case (household_id, id, round_id, village_id, reason, account_id, state, survey_id)
     select household_id, $6, $3, village_id, 'current_poor', account_id, 'accepted', $2 from sent`,
    [householdId, newId(), earlier, JSON.stringify(facts), people.length, newId()],
  )
}
