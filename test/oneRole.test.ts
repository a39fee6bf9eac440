/**
 * A distributed engine opens another connection for another role, which does not see what the first has written. So a
 * transaction writes the household tables under one role, each ledger under one, and a unit table only after every function
 * that writes under the owner's role, since these ask the unit tables who stands over an area. Watched by triggers, which
 * only this database has.
 */
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyChange } from './everyChange.ts'
import { openWorld, type World } from './world.ts'

let world: World
const query = pg.Client.prototype.query
type Query = (...given: unknown[]) => Promise<unknown>

/** Notes too which role holds rows of households: a lock is held by the connection of its role. */
function watchHolds(): void {
  pg.Client.prototype.query = async function (this: pg.Client, ...given: unknown[]) {
    const [text] = given
    const held = /(from|join) "?household"?.* for (update|share)|households_hold\(/s.exec(String(text))
    const note = `insert into written (txn, family, name) values (txid_current(), 'hold', '${held?.[2] ?? 'share'}')`
    if (held) await Reflect.apply(query as unknown as Query, this, [note])
    return Reflect.apply(query as unknown as Query, this, given)
  } as unknown as typeof query
}

beforeAll(async () => {
  world = await openWorld()
  await world.owner.query(`
    create table written (at bigserial, txn bigint, family text, name text, role name default current_user);
    grant insert on written to public; grant usage on sequence written_at_seq to public;
    create function note_writing() returns trigger language plpgsql as $$
    begin
      insert into written (txn, family, name) values (txid_current(), tg_argv[0], tg_table_name);
      return null;
    end $$;
    do $$ declare t record;
    begin
      for t in select oid::regclass as name, substring(obj_description(oid, 'pg_class') from '^family: (\\w+)') as family
                 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
        if t.family is not null then
          execute format('create trigger watched after insert or update or delete on %s execute function note_writing(%L)',
                         t.name, t.family);
        end if;
      end loop;
    end $$`)
})
afterAll(async () => {
  pg.Client.prototype.query = query
  await world.close()
})

/** What a key carries along is written where its row lies, as the owner of the table: a unit table lies on every machine whole. */
const carried = `select conrelid::regclass::text from pg_constraint where contype = 'f' and confupdtype = 'c'`
const carrying = `(select relowner::regrole::text from pg_class where oid = 'session_person'::regclass)`

it('a change writes households under one role, each ledger under one, and unit tables after what functions write', async () => {
  watchHolds()
  expect(await everyChange(world), 'calls that write and are not walked').toEqual([])
  const { rows: mixed } = await world.owner.query(`
    select distinct shard, array_agg(distinct name order by name) as tables, array_agg(distinct role::text order by role::text) as roles
      from (select *, case family when 'ledger' then name else family end as shard from written
             where family <> 'hold' and not (family = 'unit' and role = ${carrying} and name in (${carried}))) w
     group by txn, shard having count(distinct role) > 1`)
  expect(mixed).toEqual([])
  // A row that is held is changed by nobody else; where it is held for a change, no key may be asked of it either.
  const { rows: waiting } = await world.owner.query(`
    select distinct h.name as held, w.name from written h join written w on w.txn = h.txn and w.role <> h.role
     where h.family = 'hold' and w.family = 'household' and (h.name = 'update' or w.name = 'household')`)
  expect(waiting).toEqual([])
  const { rows: late } = await world.owner.query(`
    select distinct w.name, u.name as after from written w join written u on u.txn = w.txn and u.at < w.at
     where u.family = 'unit' and w.family <> 'unit' and w.role <> u.role and w.role not in ('nb_app', 'nb_wide', 'nb_nation')`)
  expect(late).toEqual([])
  const { rows: seen } = await world.owner.query(
    `select (role = 'nb_app') as own, count(distinct name)::int as tables from written where family <> 'hold' group by 1 order by 1`,
  )
  const { rows: holds } = await world.owner.query(`select distinct name from written where family = 'hold' order by 1`)
  expect(holds).toEqual([{ name: 'share' }, { name: 'update' }])
  expect(seen.map(({ own, tables }) => [own, tables >= 8])).toEqual([
    [false, true],
    [true, true],
  ]) // or nothing was watched
})
