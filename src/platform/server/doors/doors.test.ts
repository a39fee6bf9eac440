/** What a handler can and cannot do with what its door gives it. */
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoint } from '#kernel/endpoint.ts'
import type { CommandId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { testEvent } from '#test/event.ts'
import { openWorld, type World } from '#test/world.ts'
import { change, happened, paper, type Request, read } from '../handle.ts'

let world: World
/** Another world, in which two may come at once. */
let wide: World
let session: Request['session']
beforeAll(async () => {
  world = await openWorld({ connections: 1 })
  wide = await openWorld({ connections: 3 })
  const actor = { accountId: world.idOf('hung'), name: 'Hùng', grants: [] }
  session = { sessionId: newId(), csrf: '', login: 'hung', mustChangePassword: false, actor }
})
afterAll(() => Promise.all([world.close(), wide.close()]))

const spec = {
  name: 'test.door',
  method: 'POST' as const,
  path: '/api/test',
  right: 'signed_in' as const,
  says: { vi: 'Thử', en: 'Try' },
  input: Type.Object({}),
  output: Type.Object({ seen: Type.Number() }),
}
const door = endpoint(spec)

const asked = (command = newId<'command'>()): Request => ({
  input: {},
  session,
  commandId: command as CommandId,
  contentHash: Buffer.from('the same bytes'),
  address: '127.0.0.1',
  device: '',
  file: null,
  setSession: () => {},
})

const event = (subject: string) => testEvent('test.happened', { subject, area: null })
const lines = async (subject: string, { owner } = world) =>
  (await owner.query('select what from audit_line where subject_id = $1', [subject])).rows.length

it('a reading cannot write', async () => {
  const route = read(door, async ({ db }) => {
    await db.deleteFrom('sign_in_failure').execute()
    return { seen: 1 }
  })
  await expect(route.run(world.host, asked())).rejects.toMatchObject({ code: '25006' })
})

it('no handler can open a second transaction, nor is it given anything that could', async () => {
  const route = read(door, async ({ db, services }) => {
    expect(Object.keys(services).sort()).toEqual(['clock', 'keys', 'readers', 'settings', 'workers'])
    await db.transaction().execute(async () => {})
    return { seen: 1 }
  })
  await expect(route.run(world.host, asked())).rejects.toThrow(/not supported/)
})

it('slow work holds no connection: with one for all, another call goes on in the middle of it', async () => {
  const other = read(door, async () => ({ seen: 7 }))
  const route = change(door, {
    look: async () => 1,
    work: async (_, looked) => ({ looked, meanwhile: await other.run(world.host, asked()) }),
    act: async ({ actor }, { looked, meanwhile }) => {
      expect(meanwhile).toEqual({ seen: 7 })
      return happened(event(actor.accountId), { seen: looked })
    },
  })
  expect(await route.run(world.host, asked())).toEqual({ seen: 1 })
})

it('a paper is composed after its reading has ended', async () => {
  const other = read(door, async () => ({ seen: 7 }))
  const route = paper(
    door,
    async () => 'words',
    async (words) => {
      await other.run(world.host, asked())
      return { name: words, mediaType: 'text/plain', body: Buffer.from(words) }
    },
  )
  expect(await route.run(world.host, asked())).toMatchObject({ name: 'words' })
})

it('a change that collides is done again, and told once', async () => {
  const subject = newId()
  let tries = 0
  const route = change(door, async () => {
    tries += 1
    if (tries < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    return happened(event(subject), { seen: tries })
  })
  expect(await route.run(world.host, asked())).toEqual({ seen: 3 })
  expect(await lines(subject)).toBe(1)
})

it('a change that is refused leaves nothing, and may come again under the same id', async () => {
  const subject = newId()
  const command = newId<'command'>()
  let refusing = true
  const route = change(door, async () => {
    if (refusing) throw Object.assign(new Error('no'), { code: '23514', constraint: 'some_rule' })
    return happened(event(subject), { seen: 1 })
  })
  await expect(route.run(world.host, asked(command))).rejects.toMatchObject({ code: 'record.conflict' })
  expect(await lines(subject)).toBe(0)
  refusing = false
  expect(await route.run(world.host, asked(command))).toEqual({ seen: 1 })
  expect(await route.run(world.host, asked(command))).toEqual({ seen: 1 })
  expect(await lines(subject)).toBe(1)
})

it('an answer that was not to be kept is made again, and every time is told', async () => {
  const subject = newId()
  const command = newId<'command'>()
  let seen = 0
  const route = change(door, async () => {
    seen += 1
    return happened({ ...event(subject), forget: true as const }, { seen })
  })
  expect(await route.run(world.host, asked(command))).toEqual({ seen: 1 })
  expect(await route.run(world.host, asked(command))).toEqual({ seen: 2 })
  expect(await lines(subject)).toBe(2)
  const { rows } = await world.owner.query('select result from command where id = $1', [command])
  expect(rows).toEqual([{ result: null }])
})

describe('a command sent again while the first still runs', () => {
  const gate = () => {
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    return { open: () => open(), opened }
  }
  const slow = (subject: string) => {
    const [begun, goOn] = [gate(), gate()]
    let times = 0
    const route = change(door, async () => {
      times += 1
      begun.open()
      await goOn.opened
      return happened(event(subject), { seen: times })
    })
    return { begun: begun.opened, goOn: goOn.open, route }
  }

  it('answers as the first, and is done once', async () => {
    const [subject, command] = [newId(), newId<'command'>()]
    const { route, begun, goOn } = slow(subject)
    const first = route.run(wide.host, asked(command))
    await begun
    const second = route.run(wide.host, asked(command))
    setTimeout(goOn, 300)
    expect(await Promise.all([first, second])).toEqual([{ seen: 1 }, { seen: 1 }])
    expect(await lines(subject, wide)).toBe(1)
  })

  it('is told that this very act is being done where that takes too long', async () => {
    const [subject, command] = [newId(), newId<'command'>()]
    const { route, begun, goOn } = slow(subject)
    const first = route.run(wide.host, asked(command))
    await begun
    await expect(route.run(wide.host, asked(command))).rejects.toMatchObject({ code: 'command.running', status: 503 })
    goOn()
    expect(await first).toEqual({ seen: 1 })
    expect(await route.run(wide.host, asked(command))).toEqual({ seen: 1 })
    expect(await lines(subject, wide)).toBe(1)
  }, 20_000)
})
