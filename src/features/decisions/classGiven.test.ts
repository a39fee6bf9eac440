/** A household to which another decision gives a class from the very day of an annual round: told, taken out of the round, and the others go on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { enforce, inForce } from '#test/decisions.ts'
import { mustAddUp } from '#test/parts.ts'
import { type CaseOf, type Family, openRound, type RoundInHand, settle, tamHong, thon1, thon2 } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
const must = async (url: string, body: object = {}, person: PersonName = 'hung') => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const get = async (url: string, person: PersonName = 'hung') => (await world.as(person).get(url)).json()

async function annual(village: AreaId, families: readonly Family[]) {
  const round = await openRound(world, 'last_year', [village])
  const cases = await round.list(families)
  await round.finish('listing')
  await round.assign(village, 'mai')
  await round.finish('assigning')
  await round.toDeciding(cases, families)
  return { round, cases }
}

describe('a household that got its class from 01/01/2026 by the decision of the village that it left', () => {
  let moved: Family
  let stays: Family
  let second: { round: RoundInHand; cases: readonly CaseOf[] }
  let url: string
  let number: string
  let decisionId: string
  const goes = (villageId: AreaId) =>
    must(`/api/households/${moved.householdId}/residence`, { villageId, address: '', number: '', on: '2026-11-20' })
  const taking = (person: PersonName) => () => world.as(person).post(`${url}/class-given`, {})
  type Told = { code: string; said: { vi: string }; households: object[] }
  const givenIn = (blocks: Told[]) => blocks.filter(({ code }) => code === 'class_given')
  const caseOf = async ({ householdId }: Family) =>
    (await get(`${url}/cases`)).cases.find((one: { householdId: string }) => one.householdId === householdId)

  beforeAll(async () => {
    world = await openWorld()
    moved = await settle(world, thon1, 'Lò Thị Chuyển')
    stays = await settle(world, thon2, 'Lò Thị Yên')
    const first = (await annual(thon1, [moved])).round
    const printed = await first.printed()
    await goes(thon2)
    second = await annual(thon2, [moved, stays])
    url = `/api/rounds/${second.round.roundId}`
    expect((await second.round.standing()).blocked).toEqual([])
    expect(await refusal(world, taking('hung'))).toBe('decisions.none_given')
    decisionId = (await second.round.draft()).json().decisionId
    await tried(world, decisionId)
    await inForce(world, printed.decisionId, { fields: { sure: 'Hộ đã chuyển thôn' } })
    number = (await get(`/api/decisions/${printed.decisionId}`)).number
  })
  afterAll(() => world.close())

  it('stands against a draft that was made before, which is neither printed nor drafted again', async () => {
    const { draft, contentHash } = await get(`/api/decisions/${decisionId}`)
    const [block] = givenIn(draft.changed)
    expect(block?.said.vi).toContain(`01/01/2026 theo quyết định số ${number}`)
    expect(block?.households).toMatchObject([{ headName: 'Lò Thị Chuyển' }])
    const post = (path: string, body: object) => () =>
      world.as('hung').post(`/api/decisions/${decisionId}/${path}`, body)
    expect(await refusal(world, post('print', { contentHash }))).toBe('decisions.register_changed')
    expect(await refusal(world, post('redraft', { nextId: newId() }))).toBe('decisions.blocked')
    expect(await refusal(world, taking('hung'))).toBe('rounds.withdraw_first')
    await must(`/api/decisions/${decisionId}/withdraw`, { because: 'Có hộ đã có diện' })
  })

  it('stands against drafting, by its name and the number of the decision, with the way out beside it', async () => {
    const { blocked, can } = await second.round.standing()
    const [block] = givenIn(blocked)
    expect(block?.said.vi).toContain(`01/01/2026 theo quyết định số ${number}`)
    expect(block?.households).toMatchObject([{ headName: 'Lò Thị Chuyển' }])
    expect(can).toContain('take_given_out')
    expect(await refusal(world, () => second.round.draft())).toBe('decisions.blocked')
    expect((await second.round.standing('bich')).can).not.toContain('take_given_out')
    for (const person of ['son', 'mai', 'bich', 'lan'] as const)
      expect(await refusal(world, taking(person))).toMatch(/^(access\.denied|rounds\.not_found)$/)
  })

  it('leaves the round with its reason, a line of the audit, and the others are decided', async () => {
    expect(await must(`${url}/class-given`)).toEqual({ households: 1, names: ['Lò Thị Chuyển'] })
    expect(await caseOf(moved)).toMatchObject({ state: 'ended', leftBecause: 'class_given', leftOn: '2026-11-20' })
    const { rows } = await world.owner.query(
      `select facts from audit_line where what = 'round.household_class_given' and subject_id = $1`,
      [moved.householdId],
    )
    expect(rows.map(({ facts }: { facts: object }) => facts)).toMatchObject([
      { round: second.round.roundId, classFrom: '2026-01-01', byDecision: expect.stringContaining(number) },
    ])
    expect(await refusal(world, taking('hung'))).toBe('decisions.none_given')
    expect((await second.round.standing()).blocked).toEqual([])
    expect((await get(`${url}/arrivals`)).households).toEqual([])
    await mustAddUp(world, second.round.roundId, ['hung', 'lan', 'mai'])
    const printed = await second.round.printed()
    const { entries } = await get(`/api/decisions/${printed.decisionId}`)
    expect(entries).toMatchObject([{ headName: 'Lò Thị Yên' }])
    decisionId = printed.decisionId
  })

  it('found only with the signed page, is refused with a way that is there, and taken out at checking', async () => {
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
       values ($1, $2, $3, $3, 'poor', 'vn-2022-2025', '2026-01-01', $4, $5)`,
      [stays.householdId, newId(), thon2, newId(), newId()],
    )
    const { sincePrint } = await get(`/api/decisions/${decisionId}`)
    expect(givenIn(sincePrint.forbids)).toMatchObject([{ count: 1, households: [{ headName: 'Lò Thị Yên' }] }])
    expect(await refusal(world, () => enforce(world, decisionId))).toBe('decisions.class_day_taken')
    const { title } = (await enforce(world, decisionId)).json()
    expect(title.vi).toContain('Rút dự thảo này, mở trang của kỳ rà soát, đưa các hộ ấy ra khỏi kỳ rồi lập lại.')
    await must(`/api/decisions/${decisionId}/withdraw`, { because: 'Có hộ đã có diện' })
    await must(`${url}/reopen`, { because: 'Có hộ đã có diện' })
    const { blocked, can } = await second.round.standing()
    expect(givenIn(blocked)).toMatchObject([
      { count: 1, said: { vi: expect.stringContaining('theo một quyết định khác') } },
    ])
    expect(can).toContain('take_given_out')
    expect(await must(`${url}/class-given`)).toEqual({ households: 1, names: ['Lò Thị Yên'] })
    expect(await caseOf(stays)).toMatchObject({ state: 'ended', leftBecause: 'class_given' })
    // A move within the villages of the round brings nobody back.
    await goes(tamHong[4] as AreaId)
    await goes(thon2)
    expect(await caseOf(moved)).toMatchObject({ state: 'ended', leftBecause: 'class_given' })
    await mustAddUp(world, second.round.roundId, ['hung', 'lan', 'mai'])
  })

  it('is asked about where it comes on the list of another annual round', async () => {
    const village = tamHong[5] as AreaId
    await goes(village)
    const third = await openRound(world, 'last_year', [village])
    const adding = (path: string, body: object) => world.as('hung').post(`/api/rounds/${third.roundId}/${path}`, body)
    const { householdId } = moved
    const asked = (await adding('list', { householdId })).json()
    expect(asked).toMatchObject({ code: 'rounds.sure', facts: { asked: expect.arrayContaining(['class_given']) } })
    expect(asked.title.vi).toContain('1 hộ đã có diện bắt đầu từ ngày 01/01/2026')
    const many = (await adding('list/many', { householdIds: [householdId] })).json()
    expect(many).toMatchObject({ code: 'rounds.none_added', facts: { left: [{ withReason: true }] } })
    expect((await adding('list', { householdId, because: 'Vẫn rà soát' })).statusCode).toBe(200)
  })
})
