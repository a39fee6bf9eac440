/** Households that had left a round when it was decided and stand in its villages again since: told until a decision gives them a class. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from '#test/decisions.ts'
import {
  type Family,
  kyThuong,
  openRound,
  type RoundInHand,
  settle,
  tamHong,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const url = ({ householdId }: Pick<Family, 'householdId'>, path = '') => `/api/households/${householdId}${path}`
const must = async (path: string, body: object, person: PersonName = 'hung') => {
  const reply = await world.as(person).post(path, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const get = async (path: string, person: PersonName = 'hung') => {
  const reply = await world.as(person).get(path)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const lastOf = async (family: Family): Promise<string> => {
  const { timeline } = await get(url(family))
  const acts = timeline.map((event: { actId: string | null }) => event.actId).filter(Boolean)
  return acts.toSorted().at(-1)
}
const undo = (family: Family, act: string) => must(url(family, `/events/${act}/undo`), { because: 'Ghi nhầm' })
const undoLast = async (family: Family) => undo(family, await lastOf(family))
const end = (family: Family) => must(url(family, '/end'), { on: '2026-11-19', reason: 'moved_away' })
const move = (family: Family, villageId: string) =>
  must(url(family, '/residence'), { on: '2026-11-20', villageId, address: '', number: '' })

type Line = { kind: string; roundId: string; count: number }
const lineOf = async ({ roundId }: RoundInHand, person: PersonName = 'hung') =>
  (await get('/api/work/decisions', person)).items.find(
    (one: Line) => one.kind === 'unclassed' && one.roundId === roundId,
  )
const namesIn = (rows: { headName: string }[]) => rows.map(({ headName }) => headName).toSorted()
/** Told at three places: the home page counts them, its list and the page of the round name them; and each household's page. */
async function told(round: RoundInHand) {
  const list = await get(`/api/rounds/${round.roundId}/cases?unclassed=true`)
  const { unclassed } = await round.standing()
  const names = namesIn(list.cases)
  expect(list.total).toBe(names.length)
  expect((await lineOf(round))?.count ?? 0).toBe(names.length)
  expect(namesIn(unclassed.flatMap((block: { households: { headName: string }[] }) => block.households))).toEqual(names)
  return names
}
const saidOf = async (family: Family, person: PersonName = 'hung') =>
  (await get(url(family, '/review'), person)).unclassed

/** A decision in force over the first of three households; one had ended and one had moved out of its villages. */
async function decidedWithoutTwo(names: readonly [string, string, string]) {
  const [stays, ends, goes] = (await Promise.all(names.map((name) => settle(world, thon1, name)))) as [
    Family,
    Family,
    Family,
  ]
  const { round } = await deciding(world, [stays, ends, goes])
  await end(ends)
  await move(goes, thon4)
  const { decisionId } = await round.printed()
  await inForce(world, decisionId)
  return { round, decisionId, stays, ends, goes }
}

describe('a household whose leaving is undone when the decision is in force', () => {
  it('is told on its page, on the home page of who runs rounds there, and on the page of the round', async () => {
    const { round, decisionId, stays, ends, goes } = await decidedWithoutTwo(['Lý Thị Ở', 'Lý Thị Về', 'Lý Thị Quay'])
    expect(await told(round)).toEqual([])
    expect(await Promise.all([stays, ends, goes].map((one) => saidOf(one)))).toEqual([null, null, null])

    await undoLast(ends)
    expect(await told(round)).toEqual(['Lý Thị Về'])
    await undoLast(goes)
    expect(await told(round)).toEqual(['Lý Thị Quay', 'Lý Thị Về'])
    const { number } = await get(`/api/decisions/${decisionId}`)
    const by = {
      roundId: round.roundId,
      roundName: 'Rà soát tháng 11/2026',
      decisionId,
      number,
      signedOn: '2026-11-20',
    }
    expect(await saidOf(ends)).toEqual({ ...by, leftBecause: 'household', leftOn: '2026-11-19' })
    expect(await saidOf(goes)).toEqual({ ...by, leftBecause: 'moved', leftOn: '2026-11-20' })
    expect(await saidOf(stays)).toBeNull()
    expect(await lineOf(round)).toMatchObject({ decided: { number, signedOn: '2026-11-20' }, late: false })
    expect((await round.standing()).unclassed[0].said.vi).toContain('2 hộ')

    // Whoever only reads the round is told there, and has no work of it.
    expect(await lineOf(round, 'lan')).toBeUndefined()
    expect((await round.standing('lan')).unclassed[0].count).toBe(2)
    expect(await saidOf(ends, 'lan')).not.toBeNull()
    expect((await round.finish('certificates')).statusCode).toBe(200)
    expect(await told(round)).toEqual(['Lý Thị Quay', 'Lý Thị Về'])
  })

  it('is told no more once an open round asks it, and again where that is given up', async () => {
    const { round, ends } = await decidedWithoutTwo(['Hà Thị Ở', 'Hà Thị Về', 'Hà Thị Quay'])
    await undoLast(ends)
    expect(await told(round)).toEqual(['Hà Thị Về'])
    const next = await openRound(world, 'ad_hoc')
    // The new round offers it: one press puts it on the list.
    const offered = async () => (await get(`/api/rounds/${next.roundId}/arrivals`)).households
    expect((await offered()).filter((one: { how: string }) => one.how === 'unclassed')).toEqual(
      expect.arrayContaining([expect.objectContaining({ householdId: ends.householdId, since: '2026-11-19' })]),
    )
    await next.list([ends])
    expect(JSON.stringify(await offered())).not.toContain(ends.householdId)
    expect(await told(round)).toEqual([])
    expect(await saidOf(ends)).toBeNull()
    await must(`/api/rounds/${next.roundId}/cancel`, { because: 'Mở nhầm', seen: { state: 'listing' } })
    expect(await told(round)).toEqual(['Hà Thị Về'])
  })

  it('is told no more once a later decision gives it a class', async () => {
    const { round, ends } = await decidedWithoutTwo(['Mã Thị Ở', 'Mã Thị Về', 'Mã Thị Quay'])
    await undoLast(ends)
    const { round: next } = await deciding(world, [ends])
    await inForce(world, (await next.printed()).decisionId)
    expect(await told(round)).toEqual([])
    expect(await saidOf(ends)).toBeNull()
  })

  it('is not told where it has ended again, or was merged into another', async () => {
    const { round, stays, ends, goes } = await decidedWithoutTwo(['Tạ Thị Ở', 'Tạ Thị Về', 'Tạ Thị Quay'])
    await undoLast(ends)
    await undoLast(goes)
    await must(url(ends, '/end'), { on: '2026-11-20', reason: 'moved_away' })
    const { members } = await get(url(goes))
    const relations = members.map(({ memberId }: { memberId: string }) => ({ memberId, relation: 'other' }))
    await must(url(goes, '/merge'), { intoHouseholdId: stays.householdId, on: '2026-11-20', relations })
    expect(await told(round)).toEqual([])
    expect(await saidOf(goes)).toBeNull()
  })
})

describe('a household that had moved out of the round', () => {
  it('is told when it moves back by an act of its own, and not while it lives elsewhere', async () => {
    const { round, goes } = await decidedWithoutTwo(['Ma Thị Ở', 'Ma Thị Về', 'Ma Thị Quay'])
    expect(await saidOf(goes)).toBeNull()
    await move(goes, thon2)
    expect(await told(round)).toEqual(['Ma Thị Quay'])
    expect(await saidOf(goes)).toMatchObject({ leftBecause: 'moved', leftOn: '2026-11-20' })
  })

  it('is not told back from another commune where a decision gave it a class, whoever made that', async () => {
    const own = await openWorld()
    const before = world
    world = own
    try {
      await own.owner.query(
        `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
        [newId(), own.idOf('hung'), demoAreas.kyThuongToday],
      )
      const [stays, first, second] = [
        await settle(own, thon1, 'Ban Thị Ở'),
        await settle(own, thon1, 'Ban Thị Có'),
        await settle(own, thon1, 'Ban Thị Không'),
      ]
      const { round } = await deciding(own, [stays, first, second])
      for (const one of [first, second]) await move(one, kyThuong)
      await inForce(own, (await round.printed()).decisionId)
      expect(await told(round)).toEqual([])
      // By a decision of Kỳ Thượng, which Tam Hồng does not see.
      await own.owner.query(
        `insert into household_class (household_id, id, village_id, home_id, class, standard_id, valid_from, decision_id, verdict_id)
         select $1, $2, $3, $3, 'poor', 'v', '2026-11-20', $2, $2`,
        [first.householdId, newId(), kyThuong],
      )
      for (const one of [first, second]) await move(one, thon1)
      expect(await told(round)).toEqual(['Ban Thị Không'])
    } finally {
      world = before
      await own.close()
    }
  })
})

describe('a household whose village has become part of another since', () => {
  it('is told where that is of the same commune', async () => {
    const own = await openWorld()
    const before = world
    world = own
    try {
      const { round, ends, goes } = await decidedWithoutTwo(['Quàng Thị Ở', 'Quàng Thị Về', 'Quàng Thị Quay'])
      await undoLast(goes)
      const ending = await lastOf(ends)
      const into = { name: 'Thôn Mới', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
      const change = { kind: 'merge', areaIds: [thon1, tamHong[4]], into }
      const body = { change, day: '2026-11-20', legalBasis: 'Nghị quyết 2/NQ-HĐND', mark: 'text' }
      await must('/api/area-events', body, 'quantri')
      expect(await told(round)).toEqual(['Quàng Thị Quay'])
      await undo(ends, ending)
      expect(await told(round)).toEqual(['Quàng Thị Quay', 'Quàng Thị Về'])
    } finally {
      world = before
      await own.close()
    }
  })
})

describe('a household that was handed over with its village', () => {
  it('is told once the village hangs here again', async () => {
    const own = await openWorld()
    const before = world
    world = own
    try {
      const [stays, back] = [await settle(own, thon1, 'Sùng Thị Ở'), await settle(own, thon2, 'Sùng Thị Lại')]
      const { round } = await deciding(own, [stays, back])
      const change = { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday }
      const body = { change, day: '2026-11-20', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' }
      const { eventId } = await must('/api/area-events', body, 'quantri')
      await must(`/api/rounds/${round.roundId}/hand-over`, { because: 'Thôn 2 về xã Kỳ Thượng' })
      await inForce(own, (await round.printed()).decisionId)
      expect(await told(round)).toEqual([])
      expect(await saidOf(back, 'son')).toBeNull()
      await must(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' }, 'quantri')
      expect(await told(round)).toEqual(['Sùng Thị Lại'])
      expect(await saidOf(back)).toMatchObject({ leftBecause: 'handed_over', leftOn: '2026-11-20' })
    } finally {
      world = before
      await own.close()
    }
  })
})
