/** Who comes from another commune is compared with those who live there, as who is entered is: asked, and taken in with a reason. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { kyThuong, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type World } from '#test/world.ts'
import type { Double } from '../model/doubles.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Hùng keeps the register of both communes.
  await world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
    [newId(), world.idOf('hung'), demoAreas.kyThuongToday],
  )
})
afterAll(() => world.close())

type Person = {
  readonly name: string
  readonly year: number
  readonly insuranceNo?: string
  readonly citizenId?: string
}
type Home = { readonly householdId: string; readonly ids: readonly string[] }
const personOf = ({ year, ...who }: Person) => ({ sex: 'female', birth: { year }, ethnicity: '01', ...who })
const post = (path: string, body: object) =>
  world.as('hung').post(`/api/households${path}`, { sure: undefined, ...body })

async function home(villageId: string, ...people: readonly Person[]): Promise<Home> {
  const householdId = newId()
  const members = people.map((one, at) => {
    return { memberId: newId(), relation: at === 0 ? 'head' : 'child', person: personOf(one) }
  })
  const place = { villageId, number: '', address: '', on: '2025-08-01', reason: 'listed', sure: 'Đã hỏi' }
  const reply = await post('', { householdId, ...place, members })
  expect(reply.statusCode, reply.body).toBe(200)
  return { householdId, ids: members.map(({ memberId }) => memberId) }
}

const on = '2026-02-01'
type Asked = { readonly sure?: string }
const ways = {
  move: (of: Home, more: Asked) =>
    post(`/${of.householdId}/residence`, { on, villageId: thon1, address: '', number: '', ...more }),
  'move of several': (of: Home, more: Asked) =>
    post('/residence', {
      ...{ householdIds: [of.householdId], villageId: thon1, on, why: 'moved', because: 'Về quê' },
      ...more,
    }),
  split: (of: Home, more: Asked) =>
    post(`/${of.householdId}/split`, {
      ...{ newHouseholdId: newId(), on, villageId: thon1, address: '', number: '' },
      members: [{ memberId: of.ids[1], relation: 'head' }],
      ...more,
    }),
  merge: async (of: Home, more: Asked, into: Home) => {
    const relations = of.ids.map((memberId) => ({ memberId, relation: 'other' }))
    return post(`/${of.householdId}/merge`, { intoHouseholdId: into.householdId, on, relations, ...more })
  },
}

let card = 126470000
describe.each(Object.keys(ways) as (keyof typeof ways)[])('by a %s', (way) => {
  it('somebody with the insurance number of another is asked about, and taken in with a reason', async () => {
    const insuranceNo = `0${++card}`
    const there = await home(thon1, { name: `Bàn Thị Mùi ${way}`, year: 1991, insuranceNo })
    const coming = await home(
      kyThuong,
      { name: `Triệu Thị Nái ${way}`, year: 1970 },
      { name: `Triệu Mùi Mấy ${way}`, year: 1990, insuranceNo: `GD401${insuranceNo}` },
    )
    const reply = await ways[way](coming, {}, there)
    if (way === 'move of several')
      expect(reply.json()).toMatchObject({ code: 'household.none_moved', facts: { left: [{ withReason: true }] } })
    else {
      expect(reply.json().code).toBe('household.double')
      expect((reply.json().facts.doubles as Double[]).filter(({ kind }) => kind !== 'odd')).toMatchObject([
        {
          kind: 'insurance',
          typed: `Triệu Mùi Mấy ${way}`,
          name: `Bàn Thị Mùi ${way}`,
          householdId: there.householdId,
        },
      ])
      await refusal(world, () => ways[way](coming, {}, there))
    }
    const done = await ways[way](coming, { sure: 'Thẻ cấp trùng số' }, there)
    expect(done.statusCode, done.body).toBe(200)
  })
})

describe('by a split', () => {
  const moving = async (tail: string, citizenId: string) => {
    const name = `Triệu Thị Ngân ${tail}`
    await home(thon1, { name, year: 1992, citizenId: '026192000931' })
    const of = await home(kyThuong, { name: `Triệu Thị Phin ${tail}`, year: 1970 }, { name, year: 1992, citizenId })
    return (await ways.split(of, {})).json()
  }
  it('somebody of the same name and year is asked about, where the citizen ids do not say that they are two', async () => {
    expect((await moving('Một', '')).facts.doubles).toMatchObject([{ kind: 'person', name: 'Triệu Thị Ngân Một' }])
    await world.owner.query('delete from identity_index')
    expect((await moving('Hai', '026192000932')).householdId).toBeTruthy()
  })
})
