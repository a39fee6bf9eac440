/** A record goes into another while somebody gives it a seat or a task: it is done for the one that stays, or said where it went. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { bodyActs } from '#test/bodies.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let acts: ReturnType<typeof bodyActs>
beforeAll(async () => {
  world = await openWorld()
  acts = bodyActs(world)
})
afterAll(() => world.close())

const join = (kept: string, former: string) =>
  world.as('hung').post(`/api/officials/${kept}/join`, { formerId: former, because: 'Cùng một người' })

it('a seat or a task for a record that went into another says where it went', async () => {
  const [kept, former] = [await acts.person('Lò Văn Đi', null), await acts.person('Lò Văn Đi', null)]
  const body = await acts.founded()
  const meeting = await acts.met(body)
  expect((await join(kept, former)).statusCode).toBe(200)
  const task = { taskId: newId(), officialId: former, what: 'Báo cáo', due: '2026-12-01' }
  for (const reply of [
    await acts.join('hung', body, former),
    await world.as('hung').post(`/api/meetings/${meeting}/tasks`, task),
  ]) {
    expect(reply.json()).toMatchObject({ code: 'bodies.went', facts: { into: kept, name: 'Lò Văn Đi' } })
    expect(reply.json().title.vi).toContain('đã gộp vào hồ sơ của Lò Văn Đi ngày 20/11/2026')
  }
})

it.each(['seat', 'task'] as const)(
  'a %s given in the very second of the joining goes along, or says where the record went',
  async (what) => {
    const [kept, former] = [await acts.person('Lò Văn Giây', null), await acts.person('Lò Văn Giây', null)]
    const body = await acts.founded()
    const meeting = await acts.met(body)
    const task = { taskId: newId(), officialId: former, what: 'Báo cáo', due: '2026-12-01' }
    const give = {
      seat: () => acts.join('hung', body, former),
      task: () => world.as('hung').post(`/api/meetings/${meeting}/tasks`, task),
    }[what]
    const replies = await meetingAt(world, 'official', [() => join(kept, former), give])
    const [joined, given] = answersIn(replies)
    expect(joined).toBe('ok')
    expect(['ok', 'bodies.went']).toContain(given)
    const table = { seat: 'body_member', task: 'body_task' }[what]
    const { rows } = await world.owner.query(`select official_id from ${table} where body_id = $1`, [body])
    expect(rows).toEqual(given === 'ok' ? [{ official_id: kept }] : [])
  },
)
