/** In every commune a round that takes surveys; in the first province one that ended, too; and what was surveyed in them. */
import type pg from 'pg'
import { pinsFor } from '#features/rounds/create.ts'
import { loadStandards, scorerOf } from '#features/standards/library.ts'
import { judged } from '#features/surveys/judged.ts'
import { plainDate } from '#kernel/dates.ts'
import { survey } from '../api/survey.ts'
import { drawn, id, type Size } from './size.ts'

const library = loadStandards()
const standard = 'vn-2022-2025'
const tableOf = (id: string) => library.points.find(({ value }) => value.standard === id)?.value.id

/** Rounds are numbered by their commune; those that ended stand after the others. */
const openRound = id('round', 'n')
const endedRound = id('round', '1000000 + n')

type Round = { readonly of: string; readonly round: string; readonly from: string; readonly state: string }

async function addRoundsOf(line: pg.PoolClient, { of, round, from, state }: Round): Promise<void> {
  const pins = pinsFor(library, { day: plainDate('2026-01-01'), provinceCode: null })
  await line.query(
    `insert into round (id, area_id, kind, name, classes_hold_from, window_from, window_until, opening_standard,
       opening_hash, opening_points, form_id, form_hash, state, created_by)
     select ${round}, ${id('commune', 'n')}, 'annual', 'Rà soát định kỳ', ${from} + 120, ${from}, ${from} + 100, $1, $2, $3,
            $4, $5, ${state}, ${id('official', 'n')} from commune where ${of}`,
    [pins.opening_standard, pins.opening_hash, pins.opening_points, pins.form_id, pins.form_hash],
  )
  await line.query(
    `insert into round_village (round_id, village_id, account_id, annual_area, annual_from)
     select ${round.replace('n)', 'commune)')}, ${id('village', 'n')}, ${id('head', 'n')}, ${id('commune', 'commune')},
            ${from} + 120 from village where ${of}`,
  )
}

/**
 * Every household of the judged communes is a case of both rounds, elsewhere in the province one in ten. In the judged
 * communes the open round stands in the middle: one in five cases in each state.
 */
async function addCases(line: pg.PoolClient, judged: number): Promise<void> {
  await line.query(
    `create temp table asked as
       select n, village, commune, commune < ${judged} as judged, n % 5 as fifth from house
        where province = 0 and (commune < ${judged} or n % 10 = 0)`,
  )
  const states = "(array['accepted', 'submitted', 'returned', 'assigned', 'listed'])[1 + fifth]"
  await line.query(
    `create temp table asking as
       select n, village, commune, ${id('case', 'n')} as id, ${id('round', 'commune')} as round,
              case when judged then ${states} when fifth = 0 then 'listed' else 'assigned' end as state,
              case when judged and fifth < 3 then ${id('survey', 'n')} end as survey, date '2026-10-01' as day from asked
       union all
       select n, village, commune, ${id('case', '1000000000 + n')}, ${id('round', '1000000 + commune')}, 'accepted',
              ${id('survey', '1000000000 + n')}, '2025-10-01' from asked`,
  )
  await line.query(
    `insert into review_case (household_id, id, round_id, village_id, reason, account_id, state, survey_id, class_before)
     select ${id('household', 'n')}, id, round, ${id('village', 'village')}, 'current_near_poor',
            case when state <> 'listed' then ${id('head', 'village')} end, state, survey, 'near_poor' from asking order by n`,
  )
}

async function addSurveys(line: pg.PoolClient): Promise<void> {
  const { facts, formHash } = survey('f', 0)
  const scorers = {
    opens: scorerOf(library, standard, tableOf(standard)),
    closes: null,
  }
  const [verdict] = judged(facts, plainDate('2026-10-01'), scorers)
  if (!verdict) throw new Error('the standard gives no verdict')
  await line.query(
    `insert into survey (household_id, id, round_id, village_id, account_id, form_hash, facts, surveyed_on, members, income)
     select ${id('household', 'n')}, survey, round, ${id('village', 'village')}, ${id('head', 'village')}, $1, $2::json, day,
            4, 900000 + n % 40 * 50000 from asking where survey is not null order by n`,
    [formHash, JSON.stringify(facts)],
  )
  await line.query(
    `insert into verdict (household_id, id, survey_id, round_id, village_id, purpose, standard_id, class,
       possible, b1, b2, lacking, codes)
     select ${id('household', 'n')}, ${drawn}, survey, round, ${id('village', 'village')}, 'opens', $1, c, c,
            120, 30, 'cleanWater', $2
       from asking, lateral (select case n % 3 when 0 then 'poor' when 1 then 'near_poor' else 'not_poor' end as c) v
      where survey is not null order by n`,
    [standard, verdict.codes],
  )
}

/** Of ten months until then; half of it in the first province. Each line speaks of a household there, or of its case. */
async function addAudit(line: pg.PoolClient, count: number, until: Date): Promise<void> {
  await line.query(
    `create temp table told as
       select * from (select h.n, h.village, h.commune, a.n is not null as asked,
                             row_number() over (partition by h.village order by a.n is null, h.n) - 1 as place
                        from house h left join asked a on a.n = h.n) h where place < 40;
     create index on told (village, place)`,
  )
  await line.query(
    `insert into audit_line (id, at, account_id, what, subject_id, area_id, facts)
     select ${drawn}, $2::timestamptz - (line * 300.0 / $1::int || ' days')::interval, ${id('official', 'v.commune')}, what,
            case what when 'survey.submitted' then ${id('survey', 't.n')} when 'survey.accepted' then ${id('case', 't.n')}
                      else ${id('household', 't.n')} end, ${id('village', 'v.n')},
            case when what like 'survey.%' then jsonb_build_object('round', ${id('round', 't.commune')},
                                                                   'household', ${id('household', 't.n')}) else '{}' end
       from (select line, line % 2 = 0 as first, (line * 7919::bigint) % case when line % 2 = 0 then own else all_of - own end as at
               from generate_series(1, $1::int) line,
                    (select count(*) as all_of, count(*) filter (where province = 0) as own from village) counted) drawn
       join (select n, commune, province = 0 as first, row_number() over (partition by province = 0 order by n) - 1 as at
               from village) v using (first, at)
       cross join lateral (select * from told t where t.village = v.n and t.place <= line % 40 order by t.place desc limit 1) t
       cross join lateral (select (array['household.created', 'household.moved', 'survey.submitted', 'survey.accepted'])
                                    [1 + line / 2 % case when t.asked then 4 else 2 end]) w (what)`,
    [count, until],
  )
}

export async function addRounds(line: pg.PoolClient, { audit, judged }: Size, until: Date): Promise<void> {
  await addRoundsOf(line, { of: 'true', round: openRound, from: "date '2026-09-10'", state: "'surveying'" })
  const ended = { round: endedRound, from: "date '2025-09-10'", state: "'completed'" }
  await addRoundsOf(line, { of: 'province = 0', ...ended })
  await addCases(line, judged)
  await addSurveys(line)
  await addAudit(line, audit, until)
}
