/**
 * Names that stand in stored data: every one there ever was is a name of today, or the table of old names says which.
 * And what that table is for, on a toy: a call that was renamed and moved answers what was made for it before.
 */
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { oldNames } from '#apps/server/oldNames.ts'
import { rooms } from '#apps/server/rooms.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { sendingRoutes } from '#features/field/sending/routes.ts'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { loadStandards } from '#features/standards/library.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { defineEvents } from '#kernel/event.ts'
import { nowNamed, type OldNames } from '#kernel/oldNames.ts'
import type { Said } from '#kernel/text.ts'
import { change, happened, type Route } from '#platform/server/handle.ts'
import { newId } from '#platform/server/ids.ts'
import { joinRooms, routesOf } from '#platform/server/room.ts'
import { storedNames } from './naming/stored.ts'
import { openWorld, type World } from './world.ts'

describe('the names that stand in stored data', () => {
  const listed = readFileSync('test/golden/stored-names.txt', 'utf8').split('\n').filter(Boolean)
  const today = storedNames()

  it('are all on the list, which only grows: add what is new', () => {
    expect(today.filter((line) => !listed.includes(line))).toEqual([])
    expect(listed).toEqual([...new Set(listed)].sort())
  })

  // A series of numbers and a kind of papers have no table: the next number would be the first again.
  it('are answered for ever: none vanishes from the house without a line in the table of old names', () => {
    const known = new Set(today)
    const lost = listed.filter((line) => {
      const [kind = '', name = ''] = line.split(' ', 2)
      return !known.has(`${kind} ${nowNamed(oldNames[kind as keyof OldNames] ?? {}, name)}`)
    })
    expect(lost).toEqual([])
  })

  it('lead to something: each line of the table ends at a name of today', () => {
    const routes = allRoutes({ library: loadStandards() }).map(({ endpoint }) => endpoint)
    const live: Readonly<Record<string, readonly string[]>> = {
      calls: routes.map(({ name }) => name),
      paths: routes.map(({ path }) => path),
      events: Object.keys(joinRooms(rooms).events.said),
    }
    for (const [kind, names] of Object.entries(live)) {
      const renamed = oldNames[kind as keyof OldNames]
      expect(Object.keys(renamed).filter((old) => !names.includes(nowNamed(renamed, old)))).toEqual([])
    }
  })

  it('were not given to something else: what has an old name has no other meaning today', () => {
    const known = new Set(today)
    const twice = Object.entries(oldNames).flatMap(([kind, renamed]) =>
      Object.keys(renamed).filter((name) => known.has(`${kind} ${name}`)),
    )
    expect(twice).toEqual([])
  })
})

const toyEvent = defineEvents({ toy: { vi: 'Đồ chơi', en: 'Toys' } }, { 'toy.taken': { vi: 'Lấy', en: 'Taken' } })
const spec = { method: 'POST' as const, right: 'signed_in' as const, says: { vi: 'Thử', en: 'Try' } }
const output = Type.Object({ number: Type.Number() })
const before = endpoint({
  ...spec,
  name: 'toys.take',
  path: '/api/toys/:id/take',
  input: Type.Object({ id: Type.String(), note: Type.Optional(Type.String()) }),
  output,
})
const after = endpoint({
  ...spec,
  name: 'things.take',
  path: '/api/things/:thingId/taking',
  input: Type.Object({ thingId: Type.String(), note: Type.Optional(Type.String()) }),
  output,
})
const none: OldNames = { calls: {}, paths: {}, events: {} }
const names: OldNames = { ...none, calls: { [before.name]: after.name }, paths: { [before.path]: after.path } }

async function signedIn({ app }: World, login: string): Promise<Record<string, string>> {
  const base = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const payload = { login, password: demoPassword }
  const reply = await app.inject({ method: 'POST', url: '/api/sign-in', headers: base, payload })
  const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
  const me = await app.inject({ method: 'GET', url: '/api/me', headers: { cookie } })
  return { ...base, cookie, 'x-csrf': me.json().account.csrf }
}

describe('an event that was renamed', () => {
  let world: World
  let renamed: FastifyInstance
  beforeAll(async () => {
    world = await openWorld()
    const events = { 'village.new_name': 'area.rename', 'area.new_name': 'area.rename' }
    renamed = await buildApp(world.host, routesOf(rooms, { library: loadStandards() }, events))
    await world.owner.query(
      `insert into audit_line (id, account_id, what, subject_id, area_id)
       select gen_random_uuid(), $1, what, $2, $2 from unnest(array['village.new_name', 'area.new_name', 'toy.taken']) what`,
      [world.idOf('quantri'), demoAreas.tamHongToday],
    )
  })
  afterAll(async () => {
    await renamed.close()
    await world.close()
  })

  it('is told in today’s sentence, and found by today’s name and kind', async () => {
    const headers = await signedIn(world, 'kiem')
    const ask = async (app: FastifyInstance, query = '') => {
      const url = `/api/areas/${demoAreas.tamHongToday}/audit${query}`
      const { lines } = (await app.inject({ method: 'GET', url, headers })).json()
      return lines.map((line: { what: string; said: Said }) => `${line.what}: ${line.said.vi}`).sort()
    }
    const both = ['area.new_name: Đổi tên đơn vị', 'village.new_name: Đổi tên đơn vị']
    expect(await ask(renamed)).toEqual([both[0], 'toy.taken: toy.taken', both[1]])
    expect(await ask(renamed, '?what=area.rename')).toEqual(both)
    expect(await ask(renamed, '?what=area')).toEqual(both)
    expect(await ask(renamed, '?what=area.merge')).toEqual([])
    expect(await ask(world.app, '?what=area.rename')).toEqual([])
    expect(await ask(world.app, '?what=village')).toEqual(['village.new_name: village.new_name'])
  })
})

describe('a call that was renamed and moved', () => {
  let world: World
  let headers: Record<string, string>
  let runs = 0
  const taking = (of: typeof before | typeof after): Route =>
    change(of, async ({ actor, input }) => {
      runs += 1
      const thing = 'id' in input ? input.id : input.thingId
      const told = { subject: actor.accountId, area: null, facts: { thing } }
      return happened(toyEvent('toy.taken', told), { number: runs })
    })
  const houses: FastifyInstance[] = []
  const house = async (route: Route, of: OldNames) => {
    const app = await buildApp(world.host, [route, ...sendingRoutes], { pages: '', names: of })
    houses.push(app)
    return app
  }
  let old: FastifyInstance
  let renamed: FastifyInstance
  let forgetful: FastifyInstance

  beforeAll(async () => {
    world = await openWorld()
    headers = await signedIn(world, 'hung')
    old = await house(taking(before), none)
    renamed = await house(taking(after), names)
    forgetful = await house(taking(after), { ...none, paths: names.paths })
  })
  afterAll(async () => {
    for (const app of houses) await app.close()
    await world.close()
  })

  const at = (thing: string) => `/api/toys/${thing}/take`
  const send = async (app: FastifyInstance, url: string, command: string, payload = '{"note":"một"}') => {
    const reply = await app.inject({ method: 'POST', url, headers: { ...headers, 'x-command': command }, payload })
    return { status: reply.statusCode, ...reply.json() }
  }
  const told = async (command: string) =>
    (await world.owner.query('select facts from audit_line where command_id = $1', [command])).rows.map((r) => r.facts)

  it('answers what was applied under the old name as then, and does it no second time', async () => {
    const command = newId()
    const first = await send(old, at('b1'), command)
    expect(first).toMatchObject({ status: 200 })
    expect(await send(renamed, at('b1'), command)).toEqual(first)
    expect(await told(command)).toEqual([{ thing: 'b1' }])
    for (const [url, body] of [
      [at('b2'), undefined],
      [at('b1'), '{"note":"hai"}'],
      ['/api/things/b1/taking', undefined],
    ] as const)
      expect(await send(renamed, url, command, body)).toMatchObject({ code: 'command.reused' })
    expect(await send(forgetful, at('b1'), command)).toMatchObject({ code: 'command.reused' })
    expect(await told(command)).toEqual([{ thing: 'b1' }])
  })

  it('takes at the old address what was never sent, once, under today’s name', async () => {
    const command = newId()
    const first = await send(renamed, at('c1'), command)
    expect(first).toMatchObject({ status: 200 })
    expect(await send(renamed, at('c1'), command)).toEqual(first)
    expect(await told(command)).toEqual([{ thing: 'c1' }])
    const { rows } = await world.owner.query('select endpoint from command where id = $1', [command])
    expect(rows).toEqual([{ endpoint: after.name }])
    expect(await send(old, '/api/things/c1/taking', newId())).toMatchObject({ status: 404 })
  })

  it('is found under the old address among others that a phone brings, and is the same command as alone', async () => {
    const commands = [newId(), newId()]
    const items = commands.map((id, n) => ({ id, path: at(`d${n}`), schemaVersion: 1, body: '{"note":"một"}' }))
    const first = await send(old, at('d0'), commands[0] ?? '')
    const reply = await send(renamed, '/api/field/commands', newId(), JSON.stringify({ items }))
    expect(reply.items).toMatchObject([{ status: 200, answer: { number: first.number } }, { status: 200 }])
    expect(await told(commands[1] ?? '')).toEqual([{ thing: 'd1' }])
    expect(await send(renamed, at('d1'), commands[1] ?? '')).toMatchObject(reply.items[1].answer)
  })

  it('is not mounted at an address with other gaps to fill', async () => {
    const paths = { '/api/toys/:id/of/:owner': after.path }
    await expect(buildApp(world.host, [taking(after)], { pages: '', names: { ...none, paths } })).rejects.toThrow(
      'cannot stand for',
    )
  })
})
