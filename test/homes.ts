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
    `select register_recount_homes('{}', array(select village_id from household union select area_id from register_count where summed is null), $1)`,
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
 * Throws where what a village or a commune keeps is not what its rows say, on the day of the count or a later one that it
 * knows of; or where a village holds households and keeps nothing.
 */
export async function mustKeepCounts(owner: pg.Pool): Promise<void> {
  await mustKeepCases(owner)
  const { rows } = await owner.query<{ area: string; kept: unknown; counted: unknown }>(`
    with counted as (
      select k.* from (select valid_from as day, array_agg(area_id) as villages from register_count where step = 0 and summed is null group by 1) d
       cross join lateral register_counted(d.villages, d.day) k),
    kept as (select * from register_count where summed is null)
    select coalesce(a.area_id, b.area_id) as area, to_json(a) as kept, to_json(b) as counted
      from kept a full join counted b using (area_id, step) where a is distinct from b
    union all
    select h.village_id, null, to_json(count(*)) from household h
     where h.ended_on is null and not exists (select from register_count k where k.area_id = h.village_id) group by 1
    union all
    select s.area_id, to_json(s), to_json(v) from register_count s
     cross join lateral (
       select sum(k.households) as households, sum(k.persons) as persons, sum(k.poor) as poor, sum(k.near_poor) as near_poor,
              sum(k.not_poor) as not_poor
         from register_count k where k.area_id = any (s.summed) and k.valid_from <= s.valid_from
          and (k.valid_until is null or s.valid_from < k.valid_until)) v
     where s.summed is not null and s.area_id not in (select area_id from register_behind)
       -- A sum of other villages than stand there today is read by nobody.
       and s.summed = (select w.standing from area_within w where w.over_id = s.area_id) and (s.households, s.persons, s.poor, s.near_poor, s.not_poor)
           is distinct from (v.households, v.persons, v.poor, v.near_poor, v.not_poor)`)
  if (rows.length > 0) throw new Error(`counts are not what the register says: ${JSON.stringify(rows.slice(0, 3))}`)
}
