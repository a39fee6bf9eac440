/** What is seen with its household says where that lives today; every world is asked when it ends. */
import type pg from 'pg'

/** Throws where a row says another home than its household. */
export async function mustFollowHouseholds(owner: pg.Pool): Promise<void> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attname = 'home_id' and c.relkind = 'r'`,
  )
  const asked = tables.map(({ name }) => [name, 'home_id', 'household_id'] as const)
  for (const [name, home, of] of [...asked, ['correction', 'subject_home_id', 'subject_id'] as const]) {
    const { rows } = await owner.query<{ n: number }>(
      `select count(*)::int as n from ${name} t join household h on h.household_id = t.${of} where t.${home} <> h.village_id`,
    )
    if (rows[0]?.n) throw new Error(`${rows[0].n} rows of ${name} did not go with their household`)
  }
}

/** Counts every village and round, as every change does: after rows that a test put in itself. */
export async function recount({ owner }: { owner: pg.Pool }, day: string): Promise<void> {
  await owner.query('select case_classes_draw(array(select id from round))')
  await owner.query(
    'select case_recount(array(select id from round), array(select village_id from review_case union select village_id from case_count))',
  )
  await owner.query(
    `select register_recount_homes('{}', array(select village_id from household union select area_id from register_count), $1)`,
    [day],
  )
}

/** Throws where a case says another class than its survey, or a round keeps of a village what its cases do not say. */
async function mustKeepCases(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query(`
    select to_json(c) as kept, v.opens, v.closes from review_case c cross join lateral (
      select max(coalesce(w.class, 'open')) filter (where w.purpose = 'opens') as opens,
             max(coalesce(w.class, 'open')) filter (where w.purpose = 'closes') as closes
        from verdict w where w.household_id = c.household_id and w.survey_id = c.survey_id) v
     where (c.opens, c.closes) is distinct from (v.opens, v.closes)
    union all
    select coalesce(to_json(k), '{}'), to_json(n)::text, '' from case_count k
      full join case_counted(array(select id from round), array(select village_id from review_case), null, null) n
           using (round_id, village_id, place_id, gone)
     where k is distinct from n and (n is not null or k.listed + k.assigned + k.submitted + k.returned + k.accepted + k.ended > 0)`)
  if (rows.length > 0) throw new Error(`counts are not what the cases say: ${JSON.stringify(rows.slice(0, 3))}`)
}

/**
 * Throws where what a village or a commune keeps is not what its rows say, on the day of the count, a later one that it
 * knows of or the last of a closed year; or where a village holds households and keeps nothing.
 */
export async function mustKeepCounts(owner: pg.Pool): Promise<void> {
  await mustKeepCases(owner)
  const { rows } = await owner.query<{ area: string; kept: unknown; counted: unknown }>(`
    with day as (select valid_from as day, array_agg(area_id) as villages from register_count where step = 0 group by 1),
    counted as (select k.* from day d cross join lateral register_counted(d.villages, d.day) k),
    past as (
      select h.village_id as area_id, y.day, r.village_id, count(*) as households, count(*) filter (where c.class = 'poor') as poor,
             count(*) filter (where c.class = 'near_poor') as near_poor, count(*) filter (where c.class = 'average') as average,
             count(*) filter (where c.class = 'not_poor') as not_poor
        from register_count k
       cross join lateral (select make_date(n, 12, 31) as day from generate_series(2021, extract(year from k.valid_from)::int - 1) n) y
        join household h on h.village_id = k.area_id and h.started_on <= y.day and (h.ended_on is null or y.day < h.ended_on)
        join household_residence r on r.household_id = h.household_id and r.valid_from <= y.day and (r.valid_until is null or y.day < r.valid_until)
        left join household_class c on c.household_id = h.household_id and c.valid_from <= y.day and (c.valid_until is null or y.day < c.valid_until)
       where k.step = 0 group by 1, 2, 3),
    held as (
      select s.*, w.standing from register_sum s join area_within w on w.over_id = s.area_id and w.standing_hash = s.villages
       -- A sum of other villages than stand there today is read by nobody.
       where s.area_id not in (select area_id from register_behind)),
    lived as (
      select s.area_id, s.valid_from, k.households, k.poor, k.near_poor, k.average, k.not_poor
        from held s join register_count k on k.area_id = any (s.standing) and k.valid_from <= s.valid_from and (k.valid_until is null or s.valid_from < k.valid_until)
      union all
      select s.area_id, s.valid_from, p.households, p.poor, p.near_poor, p.average, p.not_poor
        from held s join past p on p.village_id = any (s.standing) and p.day = s.valid_from)
    select coalesce(a.area_id, b.area_id) as area, to_json(a) as kept, to_json(b) as counted
      from register_count a full join counted b using (area_id, step) where a is distinct from b
    union all
    select h.village_id, null, to_json(count(*)) from household h
     where h.ended_on is null and not exists (select from register_count k where k.area_id = h.village_id) group by 1
    union all
    select coalesce(a.area_id, b.area_id), to_json(a), to_json(b)
      from register_past a full join past b using (area_id, day, village_id)
     where (a.households, a.poor, a.near_poor, a.average, a.not_poor) is distinct from (b.households, b.poor, b.near_poor, b.average, b.not_poor)
       -- That nobody lived there is kept too.
       and (b is not null or a.households > 0 or a.village_id <> a.area_id)
    union all
    select k.area_id, null, to_json(y) from register_count k, generate_series(2021, extract(year from k.valid_from)::int - 1) y
     where k.step = 0 and not exists (
       select from register_past p where p.area_id = k.area_id and p.village_id = k.area_id and p.day = make_date(y, 12, 31))
    union all
    select s.area_id, to_json(s), to_json(v) from held s
     cross join lateral (
       select coalesce(sum(l.households), 0) as households, coalesce(sum(l.poor), 0) as poor, coalesce(sum(l.near_poor), 0) as near_poor,
              coalesce(sum(l.average), 0) as average, coalesce(sum(l.not_poor), 0) as not_poor
         from lived l where l.area_id = s.area_id and l.valid_from = s.valid_from) v
     where (s.households, s.poor, s.near_poor, s.average, s.not_poor)
           is distinct from (v.households, v.poor, v.near_poor, v.average, v.not_poor)`)
  if (rows.length > 0) throw new Error(`counts are not what the register says: ${JSON.stringify(rows.slice(0, 3))}`)
}
