/** What the work has shown to be needed: counted where it was found, on its day, and read only by who may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { answersOf, type CaseOf, roundAtSurveying, settle, tamHong, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'
import { type NeedCause, needCauses } from './model.ts'

type Need = { topic: string; cause: NeedCause; times: number; people: number }

let world: World
const [kyThuong] = demoAreas.villages.kyThuong as [AreaId]
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A need as a room above writes it, of a topic nobody else in this file uses. */
async function found(
  topic: string,
  more: { area?: AreaId; who?: PersonName | null; on?: string; cause?: NeedCause } = {},
) {
  const { area = thon1, who = 'mai', on = '2026-11-10', cause = 'returned_form' } = more
  const account: AccountId | null = who && world.idOf(who)
  await world.owner.query(
    'insert into training_need (id, area_id, account_id, topic, cause, source_id, found_on) values ($1, $2, $3, $4, $5, $6, $7)',
    [newId(), area, account, topic, cause, newId(), on],
  )
}

const url = (area: AreaId, query = '') => `/api/areas/${area}/training-needs${query && `?${query}`}`
async function needs(topic: string, of: { area?: AreaId; query?: string; person?: PersonName } = {}): Promise<Need[]> {
  const reply = await world.as(of.person ?? 'hung').get(url(of.area ?? demoAreas.tamHongToday, of.query))
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json().needs.filter((need: Need) => need.topic === topic)
}

describe('needs for training', () => {
  it('are counted by topic and cause: how often, and how many people', async () => {
    for (const who of ['mai', 'mai', 'thang'] as const) await found('counted', { who })
    await found('counted', { cause: 'late_step' })
    expect(await needs('counted')).toEqual([
      { topic: 'counted', cause: 'returned_form', times: 3, people: 2 },
      { topic: 'counted', cause: 'late_step', times: 1, people: 1 },
    ])
  })

  it('of nobody known count as found, and as no person', async () => {
    await found('nobody', { who: null })
    expect(await needs('nobody')).toEqual([{ topic: 'nobody', cause: 'returned_form', times: 1, people: 0 }])
  })

  it('know the four causes and no other', async () => {
    for (const cause of needCauses) await found('causes', { cause })
    expect((await needs('causes')).map((need) => need.cause).sort()).toEqual([...needCauses].sort())
    await expect(found('causes', { cause: 'gossip' as NeedCause })).rejects.toMatchObject({ code: '23514' })
  })

  it('come most often first', async () => {
    for (let n = 0; n < 30; n += 1) await found('often')
    const reply = (await world.as('hung').get(url(demoAreas.tamHongToday))).json()
    const times = reply.needs.map((need: Need) => need.times)
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a))
    expect(reply.needs[0].topic).toBe('often')
  })

  it('belong to the day they were found: from the first day on, before the last', async () => {
    await found('day', { on: '2026-11-10' })
    const within = async (query: string) => (await needs('day', { query })).length
    expect(await within('from=2026-11-10&until=2026-11-11')).toBe(1)
    expect(await within('from=2026-11-11&until=2026-11-20')).toBe(0)
    expect(await within('from=2026-11-01&until=2026-11-10')).toBe(0)
    expect(await within('from=2026-11-20&until=2026-11-01')).toBe(0)
  })

  it('are those of this year up to today where no day is said', async () => {
    for (const on of ['2025-12-31', '2026-01-01', '2026-11-20']) await found('year', { on })
    const reply = (await world.as('hung').get(url(demoAreas.tamHongToday))).json()
    expect([reply.from, reply.until]).toEqual(['2026-01-01', '2026-11-21'])
    expect(await needs('year')).toMatchObject([{ times: 2 }])
    expect(await needs('year', { query: 'from=2025-01-01' })).toMatchObject([{ times: 3 }])
  })

  it('are counted at the village, at the commune and the province above it, and not next door', async () => {
    await found('place', { area: thon1 })
    await found('place', { area: kyThuong })
    expect(await needs('place', { area: thon1 })).toMatchObject([{ times: 1 }])
    expect(await needs('place', { area: thon2 })).toEqual([])
    expect(await needs('place', { area: demoAreas.tamHongToday })).toMatchObject([{ times: 1 }])
    expect(await needs('place', { area: demoAreas.phuTho, person: 'lan' })).toMatchObject([{ times: 1 }])
  })

  it('name nobody', async () => {
    await found('secret')
    const reply = await world.as('dao').get(url(demoAreas.phuTho))
    expect(reply.body).toContain('secret')
    expect(reply.body).not.toContain(world.idOf('mai'))
    expect(reply.body).not.toMatch(/Mai|accountId|account_id/)
  })

  it('come from a form sent back, a section each, and never from one accepted', async () => {
    const before = await needs('housing')
    const [family, good] = [
      await settle(world, tamHong[2] as AreaId, 'Lê Thị Cúc'),
      await settle(world, thon2, 'Đỗ Thị Ánh'),
    ]
    const { round, cases } = await roundAtSurveying(world, [good])
    const [one] = cases as [CaseOf]
    const { surveyId } = await round.send(one, answersOf(good, 1_000_000))
    const at = `/api/households/${one.householdId}/cases/${one.caseId}`
    const notes = ['housing.wall', 'housing.roof'].map((question) => ({ question, person: null, note: 'Xem lại' }))
    await round.must('hung', `${at}/return`, { surveyId, notes })
    const [now] = await needs('housing')
    expect((now?.times ?? 0) - (before[0]?.times ?? 0)).toBe(1)
    const again = await round.send(one, answersOf(good, 1_000_000))
    await round.accept(one, again.surveyId)
    expect(await needs('housing')).toEqual([now])
    expect(family.householdId).not.toBe(good.householdId)
  })
})

describe('needs are not read', () => {
  it.each(['mai', 'thang', 'xem', 'quantri', 'la'] as const)(
    'by %s, whose roles do not read training',
    async (person) => {
      expect(await refusal(world, () => world.as(person).get(url(thon1)))).toBe('access.denied')
    },
  )

  it('by the neighbour’s official here, by Hùng over the province, or without signing in', async () => {
    expect(await refusal(world, () => world.as('son').get(url(thon1)))).toBe('access.denied')
    expect(await refusal(world, () => world.as('hung').get(url(demoAreas.phuTho)))).toBe('access.denied')
    expect(await refusal(world, () => world.as('hung').get(url(kyThuong)))).toBe('access.denied')
    expect(await refusal(world, () => world.nobody.get(url(thon1)))).toBe('access.sign_in_needed')
  })

  it('by the district’s official since his grant ended with the districts', async () => {
    expect(await refusal(world, () => world.as('huyen').get(url(demoAreas.yenLac)))).toBe('access.denied')
  })

  it.each(['hung', 'bich', 'lan', 'dao', 'kiem'] as const)('but by %s', async (person) => {
    expect((await world.as(person).get(url(thon1))).statusCode).toBe(200)
  })

  it('of a place or a day that is none', async () => {
    expect(await refusal(world, () => world.as('hung').get(url(newId())))).toBe('access.denied')
    for (const query of ['from=2026-02-30', 'until=tomorrow', 'from='])
      expect(await refusal(world, () => world.as('hung').get(url(thon1, query)))).toBe('input.invalid')
    expect(await refusal(world, () => world.as('hung').get('/api/areas/thon-1/training-needs'))).toBe('input.invalid')
  })
})

describe('a credential', () => {
  it('is asked of nobody where the province has no rule, and hinders nobody from being given work', async () => {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const { round } = await roundAtSurveying(world, [family])
    const { enumerators } = (await world.as('hung').get(`/api/rounds/${round.roundId}/enumerators`)).json()
    expect(enumerators.length).toBeGreaterThan(0)
    for (const one of enumerators) expect(one.holds).toEqual({ state: 'no_rule', lastDay: null })
    expect((await round.show()).villages[0].enumeratorId).toBe(world.idOf('mai'))
  })
})
