/**
 * The roster of the ground: a leader and a specialist in every commune, then who works in the villages, one after another,
 * each by three appointments in ten years; one in twenty came from elsewhere, for a time. Every commune has a committee that
 * met and left something to do, and one in four of all is to learn something.
 */
import type pg from 'pg'
import { families, givens, middles } from './names.ts'
import { drawn, id, type Size } from './size.ts'

/** `staff`: one row an official, where they work and as what, and where they worked before. */
async function drawStaff(line: pg.PoolClient, { officials }: Size): Promise<void> {
  await line.query(
    `create temp table staff as
       with many as (select (select count(*) from commune)::int as communes, (select count(*) from village)::int as villages)
       select n, n / 2 as commune, null::bigint as village, case n % 2 when 0 then 'leader' else 'specialist' end as post
         from many, generate_series(0, least(communes * 2, $1::int) - 1) s (n)
       union all
       select s.n, v.commune, v.n,
              (array['enumerator', 'village_head', 'cell_secretary', 'front_head', 'mass_organisation'])
                [1 + (s.n - communes * 2) / villages]
         from many, generate_series(communes * 2, $1::int - 1) s (n), village v
        where v.n = (s.n - communes * 2) % villages`,
    [officials],
  )
  await line.query(
    `alter table staff add unit uuid, add before uuid;
     update staff set unit = case when village is null then ${id('commune', 'commune')} else ${id('village', 'village')} end;
     update staff s set before = coalesce(case when s.n % 20 = 0 then o.unit end, s.unit)
       from staff o where o.n = (s.n + 20) % (select count(*) from staff)`,
  )
}

const addOfficials = (line: pg.PoolClient) =>
  line.query(
    `insert into official (id, unit_id, full_name, sex, birth_year, ethnicity, personal_number)
     select ${id('staff', 'n')}, unit,
            ($1::text[])[1 + n * 7 % $4] || ' ' || ($2::text[])[1 + n * 13 % $5] || ' ' || ($3::text[])[1 + n * 31 % $6],
            case n % 2 when 0 then 'male' else 'female' end, 1965 + n % 35, '01', 'CB' || n
       from staff order by n`,
    [families, middles, givens, families.length, middles.length, givens.length],
  )

async function addAppointments(line: pg.PoolClient): Promise<void> {
  await line.query(
    `insert into appointment (id, official_id, post, area_id, valid_from, valid_until, ended_because)
     select ${drawn}, ${id('staff', 'n')}, post, case when f < '2024-01-01' then before else unit end, f, u,
            case when u is not null then 'term_over' end
       from staff, (values (date '2016-01-01', date '2020-01-01'), ('2020-01-01', '2024-01-01'), ('2024-01-01', null)) as t (f, u)
      order by n, f`,
  )
  await line.query(
    `insert into qualification (id, official_id, kind, title, until_month)
     select ${drawn}, ${id('staff', 'n')}, 'professional', 'Đại học', '2010' from staff where n % 3 > 0`,
  )
}

async function addBodies(line: pg.PoolClient): Promise<void> {
  await line.query(
    `insert into body (id, unit_id, kind, name, decision_number, decided_on, decided_by, valid_from)
     select ${id('body', 'n')}, ${id('commune', 'n')}, 'steering', 'Ban Chỉ đạo giảm nghèo xã ' || n + 1, '01/QĐ-UBND',
            '2026-01-05', 'Ủy ban nhân dân xã', '2026-01-05' from commune`,
  )
  await line.query(
    `insert into body_member (id, body_id, official_id, role, valid_from)
     select ${drawn}, ${id('body', 'commune')}, ${id('staff', 'n')},
            case post when 'leader' then 'head' when 'specialist' then 'secretary' else 'member' end, '2026-01-05'
       from (select s.*, row_number() over (partition by commune order by n) as place from staff s) s where place <= 7`,
  )
  await line.query(
    `insert into body_meeting (id, body_id, held_on, place, agenda)
     select ${id('meeting', 'n')}, ${id('body', 'n')}, '2026-06-05', 'Hội trường', '{"Kết quả sáu tháng"}' from commune`,
  )
  await line.query(
    `insert into body_task (id, meeting_id, body_id, official_id, what, due_on)
     select ${drawn}, ${id('meeting', 'c.n')}, ${id('body', 'c.n')}, ${id('staff', 's.n')}, 'Báo cáo', '2026-07-01'
       from commune c join staff s on s.commune = c.n and s.post = 'specialist'`,
  )
}

const addMoves = (line: pg.PoolClient) =>
  line.query(
    `insert into official_move (id, official_id, kind, from_appointment_id, to_appointment_id, why, planned_last)
     select ${drawn}, a.official_id, case s.n % 40 when 0 then 'rotation' else 'secondment' end, b.id, a.id, 'Tăng cường cho xã',
            '2026-12-31'
       from staff s join appointment a on a.official_id = ${id('staff', 's.n')} and a.valid_from = '2024-01-01'
       join appointment b on b.official_id = a.official_id and b.valid_from = '2020-01-01'
      where s.n % 20 = 0 order by s.n`,
  )

/** What units ask for, topics in turn, and what went wrong in one form of sixteen. */
async function addNeeds(line: pg.PoolClient): Promise<void> {
  await line.query(
    `with topic as (select id, row_number() over (order by id) - 1 as place, count(*) over () as topics from framework_topic)
     insert into training_wish (id, source, official_id, area_id, topic_id, reason, made_by, made_on)
     select ${drawn}, 'nominated', ${id('staff', 'n')}, unit, t.id, 'Mới nhận việc', ${drawn}, '2026-09-01'
       from staff s join topic t on t.place = s.n / 4 % t.topics where s.n % 4 = 0 order by s.n`,
  )
  await line.query(
    `insert into training_need (id, area_id, account_id, topic, cause, source_id, found_on)
     select ${drawn}, village_id, account_id, 'housing', 'returned_form', id, '2026-10-01'
       from review_case where account_id is not null and household_id::text like '%3' order by household_id, id`,
  )
}

/** What the province lays down, a place of classes in every fourth commune, and the way from each commune to each of these. */
async function addLimits(line: pg.PoolClient): Promise<void> {
  const province = `(select r.over_id from area_reach r join area_version v on v.area_id = r.over_id and v.level = 1
                      where r.area_id = ${id('commune', '0')} limit 1)`
  for (const [kind, value] of Object.entries({ largest_class: 40, days_in_a_row: 3, furthest_way: 60 }))
    await line.query(
      `insert into training_limit (id, area_id, line_id, kind, value, valid_from, legal_reference, mark)
       select x.id, ${province}, x.id, '${kind}', ${value}, '2026-01-01', 'Đo thử', 'illustrative' from (select ${drawn} as id) x`,
    )
  await line.query(
    `insert into class_place (id, area_id, valid_from) select ${drawn}, ${id('commune', 'n')}, '2026-01-01' from commune where n % 4 = 0`,
  )
  await line.query(
    `insert into training_way (id, area_id, from_id, to_id, km)
     select ${drawn}, ${province}, ${id('commune', 'c.n')}, ${id('commune', 'p.n')}, 1 + abs(c.n - p.n)
       from commune c join commune p on p.n % 4 = 0 and c.n <> p.n and (c.n % 4 > 0 or c.n < p.n) and abs(c.n - p.n) < 60`,
  )
}

export async function addRoster(line: pg.PoolClient, size: Size): Promise<void> {
  await drawStaff(line, size)
  await addOfficials(line)
  await addAppointments(line)
  await addBodies(line)
  await addMoves(line)
  await addNeeds(line)
  await addLimits(line)
}
