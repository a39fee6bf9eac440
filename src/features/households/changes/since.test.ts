/** Two officials at one household: what does not touch merges, what does is told with who and when, and nothing is written over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decided, type Touching } from '#kernel/revisions.ts'
import { newId } from '#platform/server/ids.ts'
import { settle, thon1, thon2 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Seen = { memberId: string; marks: object } & Record<string, unknown>

/** The boy of a family as an official has him on the screen, and the acts of that official. */
async function boyOf(mother: string) {
  const { householdId } = await settle(world, thon1, mother)
  const url = `/api/households/${householdId}`
  const show = async () => (await world.as('hung').get(url)).json()
  const boy = async (): Promise<Seen> => (await show()).members.find((m: Seen) => m.relation === 'child')
  const { memberId } = await boy()
  const was = async () => {
    const { name, sex, birth, ethnicity, relation, facts, marks } = await boy()
    return { name, sex, birth, ethnicity, relation, facts, ...marks }
  }
  const change = (body: object) => () => world.as('hung').post(`${url}/members/${memberId}/change`, body)
  return { url, householdId, memberId, show, boy, was, change }
}
const touchingIn = (reply: { json: () => unknown }) =>
  (reply.json() as { facts: { touching: (Touching & { by: string; at: string; where: { vi: string } | null })[] } })
    .facts.touching

describe('two officials at one member', () => {
  it('in the same second change what does not touch: both stand', async () => {
    const { was, change, boy } = await boyOf('Lò Thị Nhất')
    const seen = await was()
    const replies = await meetingAt(world, 'member', [
      change({ was: seen, facts: { job: 'farm' }, name: 'Lê Văn Béo' }),
      change({ was: seen, facts: { studying: 'primary' }, ethnicity: '02' }),
    ])
    expect(answersIn(replies)).toEqual(['ok', 'ok'])
    expect(await boy()).toMatchObject({
      name: 'Lê Văn Béo',
      ethnicity: '02',
      facts: { job: 'farm', studying: 'primary' },
    })
  })

  it('in the same second change the same: the later is shown both, with who and when, and nothing is written', async () => {
    const { was, change, boy } = await boyOf('Lò Thị Nhị')
    const seen = await was()
    const mine = { was: seen, facts: { job: 'none', studying: 'primary' }, name: 'Lê Văn Bốn' }
    const replies = await meetingAt(world, 'member', [
      change({ was: seen, facts: { job: 'farm' }, name: 'Lê Văn Ba' }),
      change(mine),
    ])
    expect(answersIn(replies).toSorted()).toEqual(['ok', 'record.changed_since'])
    expect(await refusal(world, change(mine))).toBe('record.changed_since')
    const touching = touchingIn(await change(mine)())
    expect(touching).toMatchObject([
      { field: 'facts.job', yours: 'none', theirs: 'farm', was: null, by: 'Lê Văn Hùng' },
      { field: 'name', yours: 'Lê Văn Bốn', theirs: 'Lê Văn Ba', was: 'Lê Văn Bé', by: 'Lê Văn Hùng' },
    ])
    expect(touching[0]?.at).toMatch(/^\d{4}-/)
    expect(touching[0]?.where?.vi).toMatch(/^Công chức xã, .*Tam Hồng$/)
    // The person takes the other's name and the own job; what did not touch goes along.
    const again = decided(mine, touching, (field) => field === 'facts.job')
    expect((await change(again)()).statusCode).toBe(200)
    expect(await boy()).toMatchObject({ name: 'Lê Văn Ba', facts: { job: 'none', studying: 'primary' } })
  })

  it('write the same value: no question', async () => {
    const { was, change, show } = await boyOf('Lò Thị Tam')
    const body = { was: await was(), name: 'Lê Văn Cường' }
    for (const _ of [1, 2]) expect((await change(body)()).statusCode).toBe(200)
    expect((await show()).timeline.filter(({ kind }: { kind: string }) => kind === 'facts_changed')).toHaveLength(1)
  })

  it('number a person differently: the number that stands is told masked, and kept where it is chosen', async () => {
    const { was, change, boy } = await boyOf('Lò Thị Tứ')
    const seen = await was()
    expect((await change({ was: seen, citizenId: '026214000901', insuranceNo: '1234567890' })()).statusCode).toBe(200)
    const mine = { was: seen, citizenId: '026214000902', insuranceNo: '1234567899', name: 'Lê Văn Năm' }
    expect(await refusal(world, change(mine))).toBe('record.changed_since')
    const reply = await change(mine)()
    expect(reply.body).not.toContain('026214000901')
    expect(reply.body).not.toContain('1234567890')
    const again = decided(mine, touchingIn(reply), (field) => field === 'insuranceNo')
    expect((await change(again)()).statusCode).toBe(200)
    expect(await boy()).toMatchObject({ name: 'Lê Văn Năm', citizenId: '*********901', hasInsuranceNo: true })
    // Nobody touched the citizen id, so its mark is the one seen before.
    expect((await change({ was: await was(), citizenId: '' })()).statusCode).toBe(200)
    expect(await boy()).toMatchObject({ citizenId: null })
  })

  it('undone meanwhile: a field that is back as it was seen does not touch', async () => {
    const { was, change, boy, url, show } = await boyOf('Lò Thị Ngũ')
    const seen = await was()
    await change({ was: seen, name: 'Lê Văn Sáu' })()
    const { actId } = (await show()).timeline[0]
    expect((await world.as('hung').post(`${url}/events/${actId}/undo`, { because: 'Ghi nhầm' })).statusCode).toBe(200)
    expect((await change({ was: seen, name: 'Lê Văn Bảy' })()).statusCode).toBe(200)
    expect(await boy()).toMatchObject({ name: 'Lê Văn Bảy' })
  })
})

it('what came from a phone says so, and no more of it than its kind', async () => {
  const { was, change, householdId } = await boyOf('Lò Thị Máy')
  const seen = await was()
  const agent = 'Mozilla/5.0 (Linux; Android 10; SM-A105F) Chrome/109.0.0.0 Mobile Safari/537.36'
  const inject = world.app.inject.bind(world.app) as (asked: object) => Promise<unknown>
  const asPhone = (asked: { headers: object }) =>
    inject({ ...asked, headers: { ...asked.headers, 'user-agent': agent } })
  world.app.inject = asPhone as unknown as typeof world.app.inject
  await change({ was: seen, name: 'Lê Văn Máy' })()
  world.app.inject = inject as unknown as typeof world.app.inject
  const [touching] = touchingIn(await change({ was: seen, name: 'Lê Văn Bàn' })())
  expect(touching?.where?.vi).toMatch(/Tam Hồng · điện thoại$/)
  const line = await world.owner.query('select facts from audit_line where subject_id = $1 order by at desc limit 1', [
    householdId,
  ])
  expect(JSON.stringify(line.rows[0].facts)).not.toContain('SM-A105F')
})

describe('a change that waited', () => {
  it('for a week on a phone merges, and sent again is answered the same', async () => {
    const { was, change, boy, memberId, url } = await boyOf('Lò Thị Lục')
    const weekOld = { was: await was(), facts: { job: 'farm' } }
    await change({ was: await was(), name: 'Lê Văn Chín' })()
    await change({ was: await was(), facts: { studying: 'none' } })()
    const command = newId<'command'>()
    const send = () => world.as('hung').post(`${url}/members/${memberId}/change`, weekOld, command)
    const first = await send()
    expect(first.statusCode, first.body).toBe(200)
    await change({ was: await was(), facts: { job: 'none', studying: 'none' } })()
    expect((await send()).json()).toEqual(first.json())
    expect(await boy()).toMatchObject({ name: 'Lê Văn Chín', facts: { job: 'none', studying: 'none' } })
  })

  it('made by the version before, which does not say what it saw, is taken as it was', async () => {
    const { change, boy } = await boyOf('Lò Thị Thất')
    for (const facts of [{ job: 'farm' }, { studying: 'none' }])
      expect((await change({ facts, name: 'Lê Văn Mười' })()).statusCode).toBe(200)
    expect(await boy()).toMatchObject({ name: 'Lê Văn Mười', facts: { studying: 'none' } })
  })
})

describe('two officials at one household', () => {
  const seen = { villageId: thon1, address: '', number: '' }

  it('one gives it a number while the other moves it: both stand, and where they touch both are told', async () => {
    const { url, show, householdId } = await boyOf('Lò Thị Bát')
    const move = (body: object) => () =>
      world.as('hung').post(`${url}/residence`, { on: '2026-11-01', ...seen, was: seen, ...body })
    expect((await move({ villageId: thon2 })()).statusCode).toBe(200)
    expect((await move({ number: '17' })()).statusCode).toBe(200)
    expect(await show()).toMatchObject({ number: '17', village: { areaId: thon2 } })
    expect(await refusal(world, move({ number: '18' }))).toBe('record.changed_since')
    const elsewhere = await move({ villageId: thon1, was: { ...seen, villageId: newId() } })()
    expect(touchingIn(elsewhere)).toMatchObject([{ field: 'villageId', said: { yours: 'Thôn 1', theirs: 'Thôn 2' } }])
    expect(householdId).toBeTruthy()
  })

  it('both give it another head: the second hears of the first', async () => {
    const { url, show, memberId } = await boyOf('Lò Thị Cửu')
    const { members } = await show()
    const [mother, father] = members as [Seen, Seen]
    const head = (newHeadId: string) => () =>
      world.as('hung').post(`${url}/head`, { on: '2026-11-01', newHeadId, was: { newHeadId: mother.memberId } })
    expect((await head(father.memberId)()).statusCode).toBe(200)
    expect(await refusal(world, head(memberId))).toBe('record.changed_since')
    expect(touchingIn(await head(memberId)())).toMatchObject([
      { field: 'newHeadId', said: { theirs: 'Lê Văn Bền' }, by: 'Lê Văn Hùng' },
    ])
  })
})
