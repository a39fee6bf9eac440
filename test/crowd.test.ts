/** Many at once, and a database that holds, ends or says nothing: everybody is answered, in words, and the rest goes on. */
import { createServer, type Socket } from 'node:net'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { openHost } from '#apps/server/host.ts'
import { demoPassword } from '#features/people/demo/accounts.ts'
import { newId } from '#platform/server/ids.ts'
import { answersOf, roundAtSurveying, settle, thon1 } from './rounds.ts'
import { openWorld, type PersonName, type World } from './world.ts'

const times = <T>(count: number, make: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => make(n)))

function counted(replies: readonly LightMyRequestResponse[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { statusCode } of replies) counts[statusCode] = (counts[statusCode] ?? 0) + 1
  return counts
}

const newHousehold = (name: string) => ({
  householdId: newId<'household'>(),
  villageId: thon1,
  number: '',
  address: '',
  on: '2025-08-01',
  reason: 'listed',
  members: [
    { memberId: newId(), relation: 'head', person: { name, sex: 'female', birth: { year: 1970 }, ethnicity: '01' } },
  ],
})

const aList = `/api/households?areaId=${thon1}`

describe('a morning on which everybody signs in', () => {
  const people: PersonName[] = ['mai', 'thang', 'hung', 'bich', 'lan', 'dao', 'kiem', 'xem', 'quantri', 'son']

  /** Each from a machine of their own; every tenth does not know the password. */
  const comesIn = ({ app }: World, n: number) =>
    app.inject({
      method: 'POST',
      url: '/api/sign-in',
      remoteAddress: `10.1.${n % 2}.${n}`,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      payload: JSON.stringify(
        n % 10 === 9
          ? { login: `khach${n}`, password: 'không phải mật khẩu' }
          : { login: people[n % 10], password: demoPassword },
      ),
    })

  it.each([
    [1, 60],
    [8, 200],
  ])(
    'over %i connection(s) answers %i at once, a tenth of them wrong, while Hùng works',
    async (connections, crowd) => {
      const world = await openWorld({ connections })
      const hung = world.as('hung')
      const worked: number[] = []
      let signing = true
      const working = (async () => {
        while (signing) worked.push((await hung.get(aList)).statusCode)
      })()
      const replies = await times(crowd, (n) => comesIn(world, n))
      signing = false
      await working
      expect(counted(replies)).toEqual({ 200: crowd * 0.9, 401: crowd / 10 })
      expect(worked.length).toBeGreaterThan(0)
      expect(new Set(worked)).toEqual(new Set([200]))
      expect((await world.app.inject('/readyz')).statusCode).toBe(200)
      // Each wrong one is counted for the name, for the address and for both, though its call was refused.
      expect(
        (await world.owner.query('select count(*)::int as n from sign_in_failure where failures > 0')).rows[0].n,
      ).toBe((crowd * 3) / 10)
      await world.close()
    },
  )
})

describe('the same command again while the first still runs', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const linesOf = async (command: string): Promise<number> =>
    (await world.owner.query('select count(*)::int as n from audit_line where command_id = $1', [command])).rows[0].n

  /** Fifty at once by one person: all are answered alike, and it happened once. */
  async function fifty(person: PersonName, url: string, body: object): Promise<void> {
    const command = newId()
    const replies = await times(50, () => world.as(person).post(url, body, command))
    expect(counted(replies)).toEqual({ 200: 50 })
    for (const reply of replies) expect(reply.json()).toEqual(replies[0]?.json())
    expect(await linesOf(command)).toBe(1)
  }

  it('enters a household once', async () => {
    await fifty('hung', '/api/households', newHousehold('Đỗ Thị Mận'))
  })

  it('takes a survey and accepts it once each', async () => {
    const family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
    const { round, cases } = await roundAtSurveying(world, [family])
    const [first] = cases
    if (!first) throw new Error('one case is expected')
    const of = `/api/households/${first.householdId}/cases/${first.caseId}`
    const survey = await round.surveyOf(first, answersOf(family, 900_000))
    await fifty('mai', `${of}/surveys`, survey)
    await fifty('hung', `${of}/accept`, { surveyId: survey.surveyId })
  })

  it('changes a password once, although the old one is wrong for all but the first', async () => {
    const passwords = { old: demoPassword, new: 'ruộng bậc thang mùa nước đổ' }
    await fifty('xem', '/api/password', passwords)
  })

  it('refuses the id for something else, also at the same moment', async () => {
    const command = newId()
    const replies = await Promise.all(
      ['Phạm Thị Tư', 'Phạm Thị Năm'].map((name) =>
        world.as('hung').post('/api/households', newHousehold(name), command),
      ),
    )
    expect(counted(replies)).toEqual({ 200: 1, 409: 1 })
    expect(replies.find((r) => r.statusCode === 409)?.json()).toMatchObject({ code: 'command.reused' })
  })

  it('shows nobody the answer of another one’s command', async () => {
    const command = newId()
    const body = newHousehold('Lò Thị Pâng')
    expect((await world.as('hung').post('/api/households', body, command)).statusCode).toBe(200)
    const reply = await world.as('son').post('/api/households', body, command)
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
  })
})

describe('a database that holds something, or ends a connection', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ connections: 4 })
    await world.as('hung').get(aList)
  })
  afterAll(() => world.close())

  it('a locked table is a sentence after some seconds, and nothing else stands still', async () => {
    const holder = await world.owner.connect()
    await holder.query('begin; lock table household in access exclusive mode')
    try {
      const asked = times(3, () => world.as('hung').get(aList))
      const meanwhile = await world.as('hung').get('/api/me')
      expect(meanwhile.statusCode).toBe(200)
      for (const reply of await asked) {
        expect(reply.json()).toMatchObject({ status: 503, code: 'server.held' })
        expect(reply.headers['retry-after']).toBe('5')
      }
      expect((await world.app.inject('/readyz')).statusCode).toBe(200)
    } finally {
      await holder.query('rollback')
      holder.release()
    }
    expect((await world.as('hung').get(aList)).statusCode).toBe(200)
  })

  it('a connection that ends under a call ends that call alone', async () => {
    const holder = await world.owner.connect()
    await holder.query('begin; lock table household in access exclusive mode')
    const asked = times(3, () => world.as('hung').get(aList))
    const ended = new Set<number>()
    while (ended.size < 3) {
      // What others do is looked at anew each time, not once a transaction.
      await holder.query('select pg_stat_clear_snapshot()')
      const { rows } = await holder.query<{ pid: number }>(`select pid, pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`)
      for (const { pid } of rows) ended.add(pid)
    }
    for (const reply of await asked) {
      expect(reply.json()).toMatchObject({ status: 503, code: 'server.away' })
      expect(reply.headers['retry-after']).toBe('5')
    }
    await holder.query('rollback')
    holder.release()
    expect(counted(await times(8, () => world.as('hung').get(aList)))).toEqual({ 200: 8 })
  })

  it('a database that takes connections and says nothing is told within seconds', async () => {
    const sockets = new Set<Socket>()
    const silent = createServer((socket) => sockets.add(socket.on('error', () => {})))
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
    const { port } = silent.address() as { port: number }
    const host = openHost(world.host.services, { url: `postgres://a:b@127.0.0.1:${port}/c` })
    const app = await buildApp(host, [])
    const begun = performance.now()
    const ready = await times(20, () => app.inject('/readyz'))
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(counted(ready)).toEqual({ 503: 20 })
    expect(ready[0]?.headers['retry-after']).toBe('5')
    await expect(host.whoIs('ai đó')).rejects.toThrow(/away/)
    await app.close()
    for (const socket of sockets) socket.destroy()
    await host.close()
    silent.close()
  })
})
