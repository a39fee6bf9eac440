/**
 * What a distributed engine asks, held without the engine: keys that hold the column a table is spread by, no trigger, no
 * key from a unit to what is spread, and no statement of any call or function that such an engine refuses.
 */

import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { demoAccounts } from '#features/people/demo/accounts.ts'
import { loadStandards } from '#features/standards/library.ts'
import { isOpen, type Role, rights } from '#kernel/access.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type Catalogue, readCatalogue } from '#platform/server/database/catalogue.ts'
import { keysOf, type Lying, liesOn, printCitus, targetsOf } from '#platform/server/database/citus.ts'
import { refusals } from './engine/refusals.ts'
import { groundOf } from './strangers/ground.ts'
import { knock } from './strangers/knock.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
let catalogue: Catalogue
let lying: Lying[]
/** Every statement that this process sent. */
const sent = new Set<string>()
const query = pg.Client.prototype.query

const spreadBy = (table: string) => lying.flatMap((t) => (t.table === table && 'column' in t ? [t.column] : []))[0]
const spread = () => {
  const tables = lying.flatMap((t) => ('column' in t ? [t] : []))
  const of = (own: boolean) => tables.filter((t) => (t.column === 'household_id') === own).map((t) => t.table)
  return { household: of(true), ledger: of(false) }
}

beforeAll(async () => {
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const text = typeof given[0] === 'string' ? given[0] : (given[0] as { text?: string } | undefined)?.text
    if (text) sent.add(text)
    return Reflect.apply(query, this, given)
  } as typeof query
  world = await openWorld()
  catalogue = await readCatalogue(world.owner)
  lying = liesOn(catalogue)
})
afterAll(async () => {
  pg.Client.prototype.query = query
  await world.close()
})

describe('where tables lie', () => {
  it('is printed for the operator as db/citus.sql', async () => {
    expect(printCitus(catalogue)).toBe(await readFile('db/citus.sql', 'utf8'))
  })

  it('is said of every table, once', () => {
    expect(lying.map((t) => t.table).sort()).toEqual(catalogue.tables.map((t) => t.name))
    expect(lying.flatMap((t) => ('stays' in t ? [t.table] : []))).toEqual([
      'file',
      'identity_index',
      'known_key',
      'session',
      'setup_token',
      'sign_in_failure',
    ])
  })

  it('stands in every primary, unique and exclusion key of a table that is spread', () => {
    const without = catalogue.tables.flatMap(({ name }) => {
      const column = spreadBy(name)
      return column
        ? keysOf(catalogue, name)
            .filter((key) => !key.includes(column))
            .map((key) => `${name} (${key})`)
        : []
    })
    expect(without).toEqual([])
    expect(keysOf(catalogue, 'member')).toContainEqual(['household_id', 'person_id'])
  })

  it('lets a key lead from units to units, from what is spread to units and to the same household', () => {
    const wrong = lying.flatMap((from) =>
      targetsOf(catalogue, from.table).flatMap((table) => {
        const to = lying.find((t) => t.table === table)
        if (!to || 'everywhere' in to) return []
        // From units to a table that stays on the coordinator a key may lead; so may one between two of those.
        if ('stays' in to) return 'column' in from ? [`${from.table} to ${table}`] : []
        return spread().household.includes(from.table) && spread().household.includes(table)
          ? []
          : [`${from.table} to ${table}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('comes in an order in which every key finds its table', () => {
    const placed = lying.map((t) => t.table)
    const early = lying.flatMap(({ table }, at) =>
      targetsOf(catalogue, table).filter((target) => placed.indexOf(target) > at && spreadBy(target)),
    )
    expect(early).toEqual([])
  })

  it('bears no trigger and no constraint that waits for the end of a change', async () => {
    const { rows } = await world.owner.query(
      `select conrelid::regclass::text as table, conname as name from pg_constraint
        where connamespace = 'public'::regnamespace and condeferrable
       union all
       select tgrelid::regclass::text, tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and c.relnamespace = 'public'::regnamespace`,
    )
    expect(rows).toEqual([])
  })
})

describe('the roles the program works as', () => {
  it('can log in, as one machine of a cluster does at another, and have no password', async () => {
    const { rows } = await world.owner.query(
      `select rolname, rolcanlogin, rolpassword from pg_authid where rolname in ('nb_app', 'nb_wide', 'nb_nation') order by 1`,
    )
    expect(rows).toEqual([
      { rolname: 'nb_app', rolcanlogin: true, rolpassword: null },
      { rolname: 'nb_nation', rolcanlogin: true, rolpassword: null },
      { rolname: 'nb_wide', rolcanlogin: true, rolpassword: null },
    ])
  })
})

describe('who acts', () => {
  const naming = (what: RegExp) => catalogue.functions.filter((f) => what.test(f.text))

  it('is set by SET LOCAL, and from within a function that another performs: else a single statement carries nothing', () => {
    expect(naming(/\bset local\b/i).map((f) => f.name)).toEqual(['nb_stand'])
    const callers = naming(/\bnb_stand\(/).filter((f) => f.name !== 'nb_stand')
    expect(callers.map((f) => f.name)).toEqual(['nb_begin', 'nb_begin_each', 'nb_finish_each'])
    expect(callers.every((f) => /\bperform nb_stand\(/.test(f.text))).toBe(true)
  })

  it('takes on a role by set_config, which is not carried along: an engine connects as the current user', () => {
    expect(naming(/\bset (local )?role\b/i)).toEqual([])
    expect(naming(/set_config\('role', '\w+', true\)/).map((f) => f.name)).toEqual(['nb_begin'])
  })
})

describe('what is called where rows lie', () => {
  it('reads nothing but what every machine has a copy of', () => {
    const called = [...printCitus(catalogue).matchAll(/create_distributed_function\('(\w+)\(/g)].map(([, name]) => name)
    const lyingInParts = lying.filter((t) => !('everywhere' in t)).map((t) => t.table)
    const reads = catalogue.functions
      .filter((f) => called.includes(f.name))
      .flatMap((f) => lyingInParts.filter((t) => new RegExp(`(from|join) ${t}\\b`, 'i').test(f.text)))
    expect(called).toContain('nb_units')
    expect(reads).toEqual([])
  })
})

/** In whose name a call is made here: somebody of Tam Hồng who may. */
function whoMay({ right }: Endpoint): PersonName {
  if (isOpen(right)) return 'hung'
  const roles = rights[right].roles as readonly Role[]
  const strangers = ['huyen', 'son', 'loi', 'thang']
  const found = demoAccounts().find(({ login, role }) => roles.includes(role) && !strangers.includes(login))
  return (found?.login ?? 'quantri') as PersonName
}

const refused = (texts: Iterable<string>) =>
  [...texts].flatMap((text) =>
    refusals(text, spread()).map((why) => `${why}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`),
  )

describe('no statement is refused by a distributed engine', () => {
  it('that a call sends, from an empty list to a decision in force and to every reading', async () => {
    const ground = await groundOf(world)
    for (const { endpoint } of allRoutes({ library: loadStandards() }))
      await knock(endpoint, world.as(whoMay(endpoint)), ground)
    await world.as('hung').get(`/api/households?areaId=${ground.areaId}&day=2026-01-01`)
    expect(sent.size).toBeGreaterThan(120)
    const named = (table: string) => [...sent].some((text) => text.includes(table))
    expect(spread().household.filter((table) => !named(table))).toEqual(['list_removal'])
    expect(refused(sent)).toEqual([])
  })

  it('that a function sends', () => {
    const bodies = catalogue.functions.map((f) => f.text.slice(f.text.indexOf('AS $function$') + 1))
    expect(refused(bodies)).toEqual([])
  })
})
