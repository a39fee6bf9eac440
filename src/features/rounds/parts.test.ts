/**
 * A household that leaves its round in the middle (moved, ended, merged) is a part of it of its own. What a round counts is
 * its list, is the sum of its parts, and is the same on its page, in its figures, in progress and in every file, to everybody.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { mustAddUp } from '#test/parts.ts'
import {
  type CaseOf,
  type Family,
  kyThuong,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
let round: RoundInHand
let families: Family[]
const names = ['Lò Thị Ở', 'Lò Thị Đi', 'Lò Thị Xa', 'Lò Thị Hết', 'Lò Thị Nhập', 'Lò Thị Cuối']
const [stays, moves, far, ends, merges, last] = [0, 1, 2, 3, 4, 5]
const act = async (person: PersonName, url: string, body: object) => {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const household = (at: number) => `/api/households/${families[at]?.householdId}`
const movesTo = (at: number, villageId: string, person: PersonName = 'hung') =>
  act(person, `${household(at)}/residence`, { on: '2026-11-20', villageId, address: '', number: '' })

beforeAll(async () => {
  world = await openWorld()
  families = []
  for (const name of names) families.push(await settle(world, thon1, name))
  // Hùng may move a household there; that it is seen there no more is tried when this grant has ended.
  await world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
    [newId(), world.idOf('hung'), demoAreas.kyThuongToday],
  )
  const opened = await roundAtSurveying(world, families)
  round = opened.round
  for (const [at, one] of opened.cases.entries())
    if (at !== stays) await round.send(one as CaseOf, lackingAnswers(families[at] as Family, 1_000_000))
})
afterAll(() => world.close())

const counts = async () => (await round.show()).round.counts
const leftHere = async () =>
  (await world.as('hung').get(`/api/rounds/${round.roundId}/cases?state=ended`)).json() as {
    total: number
    unseen: number
  }

describe('the parts of a round are its whole', () => {
  it('before anything happens', async () => {
    await mustAddUp(world, round.roundId, ['hung', 'bich', 'lan', 'mai'])
    expect(await counts()).toMatchObject({ total: 6, ended: 0, submitted: 5, assigned: 1 })
  })

  it('where households move out of its villages, end, or become part of another', async () => {
    await movesTo(moves, thon4)
    await act('hung', `${household(ends)}/end`, { on: '2026-11-20', reason: 'moved_away' })
    const { members } = (await world.as('hung').get(household(merges))).json()
    await act('hung', `${household(merges)}/merge`, {
      intoHouseholdId: families[stays]?.householdId,
      on: '2026-11-20',
      relations: members.map(({ memberId }: { memberId: string }) => ({ memberId, relation: 'other' })),
    })
    expect(await counts()).toMatchObject({ total: 6, ended: 3, submitted: 2, assigned: 1 })
    await mustAddUp(world, round.roundId, ['hung', 'bich', 'lan', 'mai'])
  })

  it('where one moves to another commune, whose official alone sees it from then on; also when it ends there', async () => {
    await movesTo(far, kyThuong)
    await movesTo(last, kyThuong)
    await world.owner.query('delete from access_grant where account_id = $1 and area_id = $2', [
      world.idOf('hung'),
      demoAreas.kyThuongToday,
    ])
    expect(await counts()).toMatchObject({ total: 6, ended: 5, submitted: 0 })
    expect(await leftHere()).toMatchObject({ total: 3, unseen: 2 })
    await mustAddUp(world, round.roundId, ['hung', 'bich', 'lan', 'mai'])
    await act('son', `${household(last)}/end`, { on: '2026-11-20', reason: 'moved_away' })
    expect(await counts()).toMatchObject({ total: 6, ended: 5 })
    expect(await leftHere()).toMatchObject({ total: 3, unseen: 2 })
    await mustAddUp(world, round.roundId, ['hung', 'bich', 'lan', 'mai'])
    const file = await world.as('hung').get(`/api/rounds/${round.roundId}/cases/file?as=csv`)
    expect(file.body.trimEnd().split('\r\n')).toHaveLength(1 + 4)
    expect((await round.show()).villages.map((one: { villageId: string }) => one.villageId).sort()).toEqual(
      [thon1, thon2].sort(),
    )
  })
})
