/** An ad hoc round with a household that got its class on the very day by another decision: told before anything is printed, not only with the signed page. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { clockAt } from '#platform/server/clock.ts'
import { newId } from '#platform/server/ids.ts'
import { enforce, inForce } from '#test/decisions.ts'
import { type Family, openRound, type RoundInHand, settle, thon1, thon2 } from '#test/rounds.ts'
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
const post = async (url: string, body: object = {}) => {
  const reply = await world.as('hung').post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const get = async (url: string) => (await world.as('hung').get(url)).json()
const isDay = (day: string) => Object.assign(world.host.services, { clock: clockAt(plainDate(day)) })

async function adHoc(families: readonly Family[]): Promise<RoundInHand> {
  const round = await openRound(world, 'ad_hoc', [thon1, thon2])
  const cases = await round.list(families)
  await round.finish('listing')
  for (const village of [thon1, thon2]) await round.assign(village, 'mai')
  await round.finish('assigning')
  await round.toDeciding(cases, families)
  return round
}

type Told = { code: string; said: { vi: string }; households: object[] }
const givenIn = (blocks: Told[]) => blocks.filter(({ code }) => code === 'class_given')

let number = 0
const families = async (...names: string[]) => {
  const all: Family[] = []
  for (const name of names) all.push(await settle(world, thon1, `${name} ${['Một', 'Hai', 'Ba', 'Tư'][number]}`))
  number += 1
  return all as [Family, Family]
}

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => isDay('2026-11-20'))
afterAll(() => world.close())

describe('a household recognised today by another decision', () => {
  it('stands against drafting, leaves the round by the way that is offered, and the other one comes into force', async () => {
    const [pai, ton] = await families('Lò Văn Pái', 'Lò Thị Tồn')
    const { decisionId: first } = await (await adHoc([pai])).printed()
    await inForce(world, first)
    const round = await adHoc([pai, ton])
    const { blocked, can } = await round.standing()
    const [block] = givenIn(blocked)
    expect(block).toMatchObject({ count: 1, households: [{ headName: 'Lò Văn Pái Một' }] })
    expect(block?.said.vi).toContain(`20/11/2026 theo quyết định số ${(await get(`/api/decisions/${first}`)).number}`)
    expect(block?.said.vi).toContain('hoặc sang ngày sau hãy lập')
    expect(can).toContain('take_given_out')
    expect(await refusal(world, () => round.draft())).toBe('decisions.blocked')
    expect(await post(`/api/rounds/${round.roundId}/class-given`)).toEqual({ households: 1, names: ['Lò Văn Pái Một'] })
    const { decisionId } = await round.printed()
    await inForce(world, decisionId)
  })

  it('is in the way of the next day no more', async () => {
    const [pai, ton] = await families('Lò Văn Pái', 'Lò Thị Tồn')
    await inForce(world, (await (await adHoc([pai])).printed()).decisionId)
    const round = await adHoc([pai, ton])
    isDay('2026-11-21')
    expect(await round.standing()).toMatchObject({ blocked: [], can: ['draft'] })
    const { decisionId } = await round.printed()
    await inForce(world, decisionId, { fields: { signedOn: '2026-11-21' } })
  })

  it('since the draft, stands against the print; since the print, the page says that it is signed on a later day', async () => {
    const [pai, ton] = await families('Lò Văn Pái', 'Lò Thị Tồn')
    const round = await adHoc([pai, ton])
    const drafted = (await round.draft()).json()
    await tried(world, drafted.decisionId)
    const given = (day: string) =>
      world.owner.query(
        `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
         values ($1, $2, $3, $3, 'poor', 'vn-2022-2025', $4, $5, $6)`,
        [pai.householdId, newId(), thon1, day, newId(), newId()],
      )
    await given('2026-11-20')
    const url = `/api/decisions/${drafted.decisionId}`
    const [block] = givenIn((await get(url)).draft.changed)
    expect(block?.said.vi).toContain('hoặc sang ngày sau hãy chốt bản in')
    const print = () => world.as('hung').post(`${url}/print`, { contentHash: drafted.contentHash })
    expect(await refusal(world, print)).toBe('decisions.register_changed')
    await world.owner.query('delete from household_class where household_id = $1', [pai.householdId])
    expect((await print()).statusCode).toBe(200)
    await given('2026-11-20')
    const { forbids, later } = (await get(url)).sincePrint
    expect([forbids, givenIn(later)]).toMatchObject([[], [{ count: 1 }]])
    expect(later[0].said.vi).toContain('hãy trình ký vào ngày sau')
    expect(await refusal(world, () => enforce(world, drafted.decisionId))).toBe('decisions.class_day_taken')
    isDay('2026-11-21')
    expect((await get(url)).sincePrint.later).toEqual([])
    await inForce(world, drafted.decisionId, { fields: { signedOn: '2026-11-21', sure: 'Đã xem lại' } })
  })
})

describe('a round whose standard is in force no more', () => {
  it('is neither drafted nor printed, since no page signed from now on could come into force', async () => {
    const [muoi, chin] = await families('Lò Thị Mười', 'Lò Thị Chín')
    const round = await adHoc([muoi])
    const other = await adHoc([chin])
    const drafted = (await other.draft()).json()
    await tried(world, drafted.decisionId)
    const standard = (to: string) =>
      world.owner.query('update round set opening_standard = $2 where id = any ($1)', [
        [round.roundId, other.roundId],
        to,
      ])
    await standard('vn-2016-2020')
    const { blocked } = await round.standing()
    expect(blocked).toMatchObject([{ code: 'standard_changed', households: [] }])
    expect(await refusal(world, () => round.draft())).toBe('decisions.blocked')
    const print = () =>
      world.as('hung').post(`/api/decisions/${drafted.decisionId}/print`, { contentHash: drafted.contentHash })
    expect(await refusal(world, print)).toBe('decisions.standard_changed')
    await standard('vn-2022-2025')
    expect((await print()).statusCode).toBe(200)
  })
})
