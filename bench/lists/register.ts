/** The households of the ground, each with its people, its residences, its timeline and, one in ten, its classes. */
import type pg from 'pg'
import { fold } from '#kernel/text.ts'
import { families, givens, middles, rareGiven } from './names.ts'
import { drawn, id } from './size.ts'

const folded = (names: readonly string[]): string[] => names.map(fold)

/**
 * `house`: one row a household, of which one in fifty has ended, half of them while the open rounds were surveyed, and one
 * in thirty lived elsewhere before: in the next village of its commune, one in two hundred in the next commune. `person`:
 * one a member, with the name in writing and without tone marks.
 */
async function drawPeople(line: pg.PoolClient): Promise<void> {
  await line.query(
    `create temp table house as
       select row_number() over (order by v.n, door) as n, v.n as village, v.commune, v.province, door,
              case when v.province > 0 then 1 when random() < 0.33 then 4 else 3 end as people
         from village v, generate_series(1, v.households) door`,
  )
  await line.query(`alter table house add ended_on date, add lived_in bigint`)
  await line.query(
    `update house set ended_on = case when n % 100 = 7 then date '2025-07-01' else '2026-10-15' end where n % 50 = 7`,
  )
  await line.query(
    `update house h set lived_in = case when h.n % 200 = 60 then coalesce(x.first, c.first)
                                        else c.first + (h.village - c.first + 1) % c.villages end
       from commune c left join commune x on x.n = c.n + 1 and x.province = c.province
      where c.n = h.commune and (h.n % 30 = 0 or h.n % 200 = 60)`,
  )
  await line.query(
    `create temp table pick as
       select n, i, i = 0 as head, 1 + floor(random() * $1::int)::int as family, 1 + floor(random() * $2::int)::int as middle,
              case when random() < 0.00002 then $3::int else 1 + floor(power(random(), 1.9) * ($3::int - 1))::int end as given,
              random() < 0.5 as female, floor(random() * 45)::int as years
         from house, generate_series(0, people - 1) i`,
    [families.length, middles.length, givens.length + 1],
  )
  const given = [...givens, rareGiven]
  await line.query(
    `create temp table person as
       select n, i, head, female, years, ($1::text[])[family] || ' ' || ($2::text[])[middle] || ' ' || ($3::text[])[given] as name,
              ($4::text[])[family] || ' ' || ($5::text[])[middle] || ' ' || ($6::text[])[given] as folded
         from pick`,
    [families, middles, given, folded(families), folded(middles), folded(given)],
  )
  await line.query('analyze house, person')
}

const number = `lpad((h.commune + 1)::text, 5, '0') || '-' || lpad((h.n - first_value(h.n) over
  (partition by h.commune order by h.n) + 1)::text, 4, '0')`

async function addHouseholds(line: pg.PoolClient): Promise<void> {
  await line.query(
    `insert into household (household_id, village_id, number, address, head_person_id, head_name, search, started_on,
       ended_on, end_reason)
     select ${id('household', 'h.n')}, ${id('village', 'h.village')}, ${number}, 'Ngõ ' || h.door, ${id('person', 'h.n * 8')},
            p.head_name, ${number} || ', ' || p.folded || ', ngo ' || h.door, '2020-01-01',
            h.ended_on, case when h.ended_on is not null then 'moved_away' end
       from house h
       join (select n, max(name) filter (where head) as head_name, string_agg(folded, ', ' order by i) as folded
               from person group by n) p on p.n = h.n
      order by h.n`,
  )
  await line.query(
    `insert into member (household_id, home_id, id, person_id, full_name, sex, birth_year, relation, ethnicity, joined_on,
       join_reason, left_on, leave_reason)
     select ${id('household', 'p.n')}, ${id('village', 'h.village')}, ${id('member', 'p.n * 8 + p.i')}, ${id('person', 'p.n * 8 + p.i')}, p.name,
            case when p.female then 'female' else 'male' end, case when p.i < 2 then 1950 + p.years else 1995 + p.years / 2 end,
            case p.i when 0 then 'head' when 1 then 'spouse' else 'child' end, case when p.n % 5 = 0 then '02' else '01' end,
            '2020-01-01', 'listed', h.ended_on, case when h.ended_on is not null then 'moved_out' end
       from person p join house h on h.n = p.n order by p.n, p.i`,
  )
}

/** One in twenty has another head since. */
async function addPast(line: pg.PoolClient): Promise<void> {
  await line.query(
    `insert into household_residence (household_id, home_id, id, village_id, address, valid_from, valid_until)
     select ${id('household', 'n')}, ${id('village', 'village')}, ${drawn}, ${id('village', 'village')}, 'Ngõ ' || door,
            case when lived_in is null then date '2020-01-01' else '2024-06-01' end, ended_on from house order by n`,
  )
  await line.query(
    `insert into household_residence (household_id, home_id, id, village_id, address, valid_from, valid_until)
     select ${id('household', 'n')}, ${id('village', 'village')}, ${drawn}, ${id('village', 'lived_in')},
            'Ngõ ' || door, '2020-01-01', '2024-06-01' from house where lived_in is not null`,
  )
  await line.query(
    `insert into household_event (household_id, home_id, id, happened_on, kind)
     select ${id('household', 'n')}, ${id('village', 'village')}, ${drawn}, '2020-01-01', 'listed' from house order by n`,
  )
  await line.query(
    `insert into household_event (household_id, home_id, id, happened_on, kind)
     select ${id('household', 'n')}, ${id('village', 'village')}, ${drawn}, ended_on, 'ended' from house
      where ended_on is not null`,
  )
  await line.query(
    `insert into household_event (household_id, home_id, id, happened_on, kind, facts)
     select ${id('household', 'n')}, ${id('village', 'village')}, ${drawn}, '2025-03-01', 'head_changed',
            jsonb_build_object('fromPerson', ${id('person', 'n * 8 + 1')}) from house where n % 20 = 0 and people > 1`,
  )
}

async function addClasses(line: pg.PoolClient): Promise<void> {
  await line.query(
    `insert into household_class (household_id, home_id, id, village_id, class, standard_id, valid_from, valid_until, decision_id,
       verdict_id)
     select ${id('household', 'n')}, ${id('village', 'village')}, ${drawn}, ${id('village', 'village')},
            case when n % 30 = 0 then 'poor' else 'near_poor' end, 'vn-2022-2025', f, u, ${drawn}, ${drawn}
       from house, (values (date '2024-01-01', date '2026-01-01'), ('2026-01-01', null)) as y (f, u) where n % 10 = 0`,
  )
}

export async function addRegister(line: pg.PoolClient): Promise<void> {
  await drawPeople(line)
  await addHouseholds(line)
  await addPast(line)
  await addClasses(line)
}

/** What each village holds and how its rounds stand, as every change keeps it; once all indexes stand. */
export async function addCounts(line: pg.PoolClient): Promise<void> {
  await line.query(
    "select register_recount_homes('{}', array(select distinct village_id from household), '2026-01-01')",
  )
  await line.query('select case_classes_draw(array(select id from round))')
  await line.query(`insert into case_count select k.* from case_counted(
    array(select id from round), array(select distinct village_id from review_case), null, null) k`)
}
