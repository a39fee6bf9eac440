/**
 * A village of a round goes to another commune: what the round counts stays whole for who holds its commune, and says who is
 * not shown.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { deciding, inForce, type Outcome } from '#test/decisions.ts'
import { mustAddUp } from '#test/parts.ts'
import { type RoundInHand, settle, thon1, thon2 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
const must = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const get = async (person: PersonName, url: string) => {
  const reply = await world.as(person).get(url)
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
  return reply
}
const goes = (day = '2026-11-18'): Promise<{ eventId: string }> =>
  must('quantri', '/api/area-events', {
    change: { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday },
    ...{ day, legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' },
  })

describe('a decided round whose village goes to another commune', () => {
  let round: RoundInHand
  let decisionId: string
  const people = ['hung', 'bich', 'lan'] as const
  const numbersOf = async (person: PersonName) => {
    const url = `/api/rounds/${round.roundId}`
    const of = (all: { roundId: string }[]) => all.find(({ roundId }) => roundId === round.roundId)
    const { round: own, villages } = (await get(person, url)).json()
    const figures = (await get(person, `${url}/figures`)).json()
    const classes = Object.entries<{ count: number }>(figures.opens).map(([name, { count }]) => [name, count])
    const listed = (await get(person, `/api/areas/${demoAreas.tamHongToday}/rounds`)).json().rounds
    const told = (await get(person, '/api/work/progress')).json().rounds
    return {
      page: own.counts,
      villages: villages.map(({ villageId, counts }: { villageId: string; counts: object }) => [villageId, counts]),
      figures: [figures.cases.count, figures.left.count, classes, figures.movements],
      listed: (of(listed) as { counts?: object } | undefined)?.counts,
      progress: (of(told) as { counts?: object } | undefined)?.counts,
    }
  }
  let before: object

  beforeAll(async () => {
    world = await openWorld()
    const families = [
      await settle(world, thon1, 'Nguyễn Thị Ở'),
      await settle(world, thon2, 'Trần Thị Theo'),
      await settle(world, thon2, 'Vũ Thị Cùng'),
    ]
    const outcomes: Outcome[] = ['poor', 'poor', 'near_poor']
    round = (await deciding(world, families, { outcomes })).round
    decisionId = (await round.printed()).decisionId
    await inForce(world, decisionId)
    before = await numbersOf('hung')
    expect(before).toMatchObject({ page: { total: 3, accepted: 3 } })
    await goes()
  })
  afterAll(() => world.close())

  it.each(people)('counts what it counted, as its decision does: %s', async (person) => {
    expect(await numbersOf(person)).toEqual(before)
    const { counts } = (await get(person, `/api/decisions/${decisionId}`)).json()
    const { opens } = (await get(person, `/api/rounds/${round.roundId}/figures`)).json()
    for (const { class: name, households } of counts) expect([name, opens[name].count]).toEqual([name, households])
    await mustAddUp(world, round.roundId, [person])
  })

  it('says beside each list that is shorter how many live where: on the page, in a class, in the file', async () => {
    const url = `/api/rounds/${round.roundId}`
    const where = { unseenIn: expect.stringContaining('Kỳ Thượng') }
    const page = (await get('hung', url)).json()
    expect(page).toMatchObject({ unseen: 2, ...where })
    const [, gone] = [thon1, thon2].map((id) => page.villages.find((v: { villageId: string }) => v.villageId === id))
    expect(gone).toMatchObject({ counts: { total: 2 }, nowIn: expect.stringContaining('Kỳ Thượng') })
    expect((await get('hung', `${url}/figures`)).json()).toMatchObject({ unseen: 2, ...where })
    for (const [filter, total, unseen] of [
      ['', 1, 2],
      ['?state=accepted', 1, 2],
      ['?class=poor', 1, 1],
      ['?class=near_poor', 0, 1],
      ['?class=none', 0, 0],
      [`?villageId=${thon2}`, 0, 2],
      [`?villageId=${thon1}`, 1, 0],
    ] as const) {
      const list = (await get('hung', `${url}/cases${filter}`)).json()
      expect([filter, list.total, list.unseen, list.unseenIn.includes('Kỳ Thượng')]).toEqual([
        filter,
        total,
        unseen,
        unseen > 0,
      ])
    }
    const { body } = await get('hung', `${url}/cases/file?as=csv`)
    expect(body).toContain('Nguyễn Thị Ở')
    expect(body).not.toMatch(/Trần Thị Theo|Vũ Thị Cùng/)
    expect((await get('hung', `${url}/villages/file?as=csv`)).body).toMatch(/nay thuộc .*Kỳ Thượng/)
  })

  it('divides by no register of which a part is not seen: a village that stayed has its own, the round none', async () => {
    const url = `/api/rounds/${round.roundId}/figures`
    const { denominators, villages } = (await get('hung', url)).json()
    const of = (id: string) => villages.find((v: { villageId: string }) => v.villageId === id).denominators.register
    expect([denominators.register, of(thon2)]).toEqual([null, null])
    expect(of(thon1).households).toBeGreaterThan(0)
  })

  it('tells the other commune no number but of the households that live there', async () => {
    const url = `/api/rounds/${round.roundId}`
    expect((await get('son', url)).json().round.counts).toMatchObject({ total: 2, accepted: 2 })
    expect(await refusal(world, () => world.as('son').get(`${url}/figures`))).toBe('access.denied')
  })
})
