/** The nation of the ground: 34 provinces, their communes and villages, who stands over whom, and who works there. */
import type pg from 'pg'
import { drawn, id, type Size } from './size.ts'

/** Fills `commune` and `village`, temporary tables that the rest is drawn from. */
async function plan(line: pg.PoolClient, { communes }: Size): Promise<void> {
  await line.query(
    `create temp table commune as
       select n - 1 as n, province, villages, households, (sum(villages) over (order by n) - villages)::int as first
         from unnest($1::int[], $2::int[], $3::int[]) with ordinality as c (province, villages, households, n)`,
    [communes.map((c) => c.province), communes.map((c) => c.villages), communes.map((c) => c.households)],
  )
  await line.query(
    `create temp table village as
       select c.first + i as n, c.n as commune, c.province,
              c.households * (i + 1) / c.villages - c.households * i / c.villages as households
         from commune c, generate_series(0, c.villages - 1) i`,
  )
  await line.query('analyze commune, village')
}

const units = `
  select ${id('nation', '0')} as id, 0 as level, 'quoc_gia' as kind, null as code, 'Việt Nam' as name, null::uuid as parent
  union all
  select distinct ${id('province', 'province')}, 1, 'tinh', lpad((province + 1)::text, 2, '0'), 'Tỉnh ' || province + 1,
         ${id('nation', '0')} from commune
  union all
  select ${id('commune', 'n')}, 3, 'xa', lpad((n + 1)::text, 5, '0'), 'Xã ' || n + 1, ${id('province', 'province')}
    from commune
  union all
  select ${id('village', 'v.n')}, 4, 'thon', null, 'Thôn ' || v.n - c.first + 1, ${id('commune', 'c.n')}
    from village v join commune c on c.n = v.commune`

async function addUnits(line: pg.PoolClient): Promise<void> {
  await line.query(`create temp table unit as ${units}`)
  await line.query('insert into area (id) select id from unit')
  await line.query(
    `insert into area_version (id, area_id, valid_from, level, kind, code, name, parent_id, settlement, mark)
     select ${drawn}, id, '2020-01-01', level, kind, code, name, parent,
            case level when 3 then 'rural' end, 'invented' from unit`,
  )
  await line.query('analyze area, area_version')
  await line.query("select area_refresh_paths(), area_refresh_reach('2026-01-01')")
}

/** A head in every village of the first province, an official in every commune. */
async function addWorkers(line: pg.PoolClient): Promise<void> {
  await line.query(
    `create temp table worker as
       select ${id('head', 'n')} as account, 'thon' || n as login, 'enumerator' as role, ${id('village', 'n')} as area
         from village where province = 0
       union all
       select ${id('official', 'n')}, 'xa' || n, 'commune_official', ${id('commune', 'n')} from commune`,
  )
  await line.query(
    `insert into account (id, login, full_name, password_hash, must_change_password)
     select account, login, 'Cán bộ ' || login, '-', false from worker`,
  )
  await line.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from)
     select ${drawn}, account, role, area, '2021-01-01' from worker`,
  )
}

export async function addPlaces(line: pg.PoolClient, size: Size): Promise<void> {
  await plan(line, size)
  await addUnits(line)
  await addWorkers(line)
}
