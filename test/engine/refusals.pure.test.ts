import { expect, it } from 'vitest'
import { refusals } from './refusals.ts'

const spread = { household: ['household', 'member', 'review_case'], ledger: ['signed_paper'] }
const of = (sql: string) => refusals(sql, spread)

it('lets a subquery stand beside the row of its own household, or read units', () => {
  expect(
    of(`select h.household_id, (select count(*) from member m where m.household_id = h.household_id) as members
          from household h where exists (select from area_reach r where r.area_id = h.village_id)`),
  ).toEqual([])
  expect(of('select r.id from round r where exists (select from area_reach a where a.area_id = r.area_id)')).toEqual([])
  expect(of('select r.id from round r where r.id in (select c.round_id from review_case c)')).toEqual([])
  expect(of('select x.n from (select count(*) as n from household) x, (select 1) y')).toEqual([])
})

it('sees one that stands beside a unit table, a part named by WITH, or a function', () => {
  const members = '(select count(*) from member m where m.household_id = p.household_id)'
  expect(of(`with page as (select * from household limit 5) select ${members} from page p`)).toHaveLength(1)
  expect(
    of(
      'select "a"."id", (select count(*) from "review_case" as "c" where "c"."account_id" = "a"."id") from "account" as "a"',
    ),
  ).toEqual(['review_case beside account'])
  expect(
    of('select n from unnest($1::text[]) n, area v where exists (select from household h where h.village_id = v.id)'),
  ).toHaveLength(1)
})

it('sees a query inside one on units that asks for the row of a household', () => {
  const within = (areas: string) => `select 1 from household h where exists (
    select from area_reach r where r.area_id = h.village_id and r.over_id = any (${areas}))`
  expect(of(within('areas'))).toEqual([])
  expect(of(within('nb_areas()'))).toEqual([])
  expect(of(within('(select nb_areas())::uuid[]'))).toEqual(['a query inside area_reach beside household'])
})

it('sees a table that would be gathered, joined apart or held everywhere, and a temporary one', () => {
  expect(of('select 1 from round r left join review_case c on c.round_id = r.id')).toEqual([
    'review_case left joined to round',
  ])
  expect(of('select 1 from household h left join round r on true')).toEqual([])
  expect(of('select 1 from household h join member m on m.person_id = h.head_person_id')).toHaveLength(1)
  expect(of('select 1 from signed_paper p left join signed_paper s on s.id = p.replaced_by')).toHaveLength(1)
  expect(of('select 1 from household h where h.village_id = $1 for share')).toEqual(['household held on many machines'])
  expect(of('select 1 from household h where h.household_id = $1 for share')).toEqual([])
  expect(of('create temp table t (a int); insert into area select a from t')).toEqual(['a temporary table'])
})
