/** The papers of a thousand families, while others work. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Facts } from '#features/standards/model/facts.ts'
import { newId } from '#platform/server/ids.ts'
import { tasksAt } from '#platform/server/workers/task.ts'
import { testDay } from '#test/day.ts'
import { addRoundOf, settleMany } from '#test/large.ts'
import { watchLoop } from '#test/loop.ts'
import { scan } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let decision = ''
beforeAll(async () => {
  world = await openWorld({ workers: { atOnce: 1, waiting: 2 }, readers: { seconds: 6 } })
  await settleMany(world.owner, 1000)
  const facts: Facts = { support: ['credit', 'education'] }
  const roundId = await addRoundOf(world.owner, { households: 1000, today: testDay, facts })
  const hung = world.as('hung')
  const decisionId = newId<'decision'>()
  decision = `/api/decisions/${decisionId}`
  const { contentHash } = (await hung.post(`/api/rounds/${roundId}/decision`, { decisionId })).json()
  await tried(world, decisionId)
  await hung.post(`${decision}/print`, { contentHash })
  const signed = { number: '12/QĐ-UBND', signedOn: testDay, signerName: 'Phạm Thị Bích' }
  const entered = (await world.as('bich').upload(`${decision}/enforce`, signed, scan())).json()
  expect(entered).toMatchObject({ state: 'in_force', certificates: 1000 })
})
afterAll(() => world.close())

const papers = ['giay-chung-nhan.pdf', 'quyet-dinh.docx', 'danh-sach.xlsx?class=poor']

describe('the papers of a thousand families', () => {
  it('are made one after the other while Mai and Lan are answered, and hold nobody up', async () => {
    let going = true
    const answered: number[] = []
    const loop = watchLoop()
    const others = (['mai', 'lan'] as const).map(async (person) => {
      while (going) {
        answered.push((await world.as(person).get('/api/me')).statusCode)
        await sleep(20)
      }
    })
    const sizes: number[] = []
    for (const paper of papers) {
      const reply = await world.as('hung').get(`${decision}/${paper}`)
      expect(reply.statusCode, paper).toBe(200)
      sizes.push(reply.rawPayload.length)
    }
    going = false
    await Promise.all(others)
    expect(loop.stop().cpuMs).toBeLessThan(300)
    expect(answered.length).toBeGreaterThan(100)
    expect(new Set(answered)).toEqual(new Set([200]))
    expect(sizes[0]).toBeGreaterThan(1_000 * 1_000)
  })

  it('asked for many at once by Hùng take turns, and Bích gets hers', async () => {
    const list = `${decision}/danh-sach.xlsx?class=poor`
    const many = [1, 2, 3, 4].map(() => world.as('hung').get(list))
    const replies = await Promise.all([...many, world.as('bich').get(list)])
    expect(replies.map((reply) => reply.statusCode)).toEqual([200, 200, 200, 200, 200])
  })

  it('are made while the reader of files is busy', async () => {
    const heavy = tasksAt<typeof import('#test/heavy.ts')>(new URL('../../../test/heavy.ts', import.meta.url))
    const { readers } = world.host.services
    const reading = readers.run(heavy, 'spin', 60).catch((error: unknown) => error)
    expect((await world.as('bich').get(`${decision}/danh-sach.xlsx?class=poor`)).statusCode).toBe(200)
    expect(await reading).toMatchObject({ code: 'work.file_too_large', status: 422, facts: { seconds: 6 } })
  })

  it('asked for by more than can wait are refused with when to come again, and nobody else is', async () => {
    const replies = await Promise.all(
      (['hung', 'hung', 'bich', 'bich'] as const).map((person) =>
        world.as(person).get(`${decision}/danh-sach.xlsx?class=poor`),
      ),
    )
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 200, 200, 503])
    const refused = replies.find((reply) => reply.statusCode === 503)
    expect(refused?.headers['retry-after']).toBe('5')
    expect(refused?.json()).toMatchObject({
      code: 'server.busy',
      title: { vi: expect.stringContaining('thử lại'), en: expect.stringContaining('Try again') },
    })
    expect((await world.as('mai').get('/api/me')).statusCode).toBe(200)
  })

  it('hold no connection while they are made', async () => {
    const making = world.as('hung').get(`${decision}/danh-sach.pdf?class=poor`)
    let [made, open] = [false, 1]
    void making.then(() => {
      made = true
    })
    while (open > 0 && !made) {
      const { rows } = await world.owner.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and xact_start is not null
           and backend_type = 'client backend' and pid <> pg_backend_pid()`,
      )
      open = rows[0]?.n ?? 1
    }
    expect([open, made]).toEqual([0, false])
    expect((await making).statusCode).toBe(200)
  })

  it('that are being made when the program ends are broken off in words', async () => {
    const making = world.as('hung').get(`${decision}/giay-chung-nhan.pdf`)
    await sleep(600)
    await world.host.services.workers.stop()
    const reply = await making
    expect(reply.statusCode).toBe(503)
    expect(reply.headers['retry-after']).toBe('5')
    expect(reply.json().code).toMatch(/^(work\.broken_off|server\.not_ready)$/)
  })
})
