/** Hùng takes the register of Tam Hồng to his phone, and later only what has changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { carriedFrom, type Part } from '#test/carried.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  roundAtSurveying,
  settle,
  tamHong,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

const commune = demoAreas.tamHongToday

let world: World
let family: Family
let carried: ReturnType<typeof carriedFrom>
beforeAll(async () => {
  world = await openWorld()
  carried = carriedFrom(world, commune)
  family = await settle(world, thon1, 'Hà Thị Mang')
  await settle(world, thon2, 'Hà Thị Về')
  await settle(world, thon4, 'Hà Thị Xa')
})
afterAll(() => world.close())

const named = ({ households }: Part, head: string) => households.find((one) => one.head === head)

async function must(person: PersonName, url: string, body: object) {
  const reply = await world.as(person).post(url, body)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
/** Villages whose version is another after something has happened. */
async function changedBy(happens: () => Promise<unknown>): Promise<AreaId[]> {
  const taking = await carried.begun()
  const before = await carried.villagesOf(taking)
  await happens()
  const after = await carried.villagesOf(taking)
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => before.get(id)?.version !== after.get(id)?.version,
  )
}

describe('what Hùng takes home', () => {
  it('is each household with who lives there and who left, its class and its last survey', async () => {
    const gone = await settle(world, thon1, 'Hà Thị Đi')
    const { members } = (await world.as('hung').get(`/api/households/${gone.householdId}`)).json()
    const father = members.find((one: { relation: string }) => one.relation === 'spouse')
    const left = { on: '2026-11-10', reason: 'died' }
    await must('hung', `/api/households/${gone.householdId}/members/${father.memberId}/leave`, left)
    const at = { on: '2026-11-01', villageId: thon1, address: 'Ngõ 7', number: 'HN-07', phone: '0000 700 700' }
    await must('hung', `/api/households/${gone.householdId}/residence`, at)
    const { round, cases } = await roundAtSurveying(world, [gone])
    await round.send(
      cases[0] as CaseOf,
      answersOf({ ...gone, people: [gone.people[0], gone.people[1], gone.people[2]] }, 1_000_000),
    )
    await world.owner.query(
      `insert into household_class (household_id, id, village_id, class, standard_id, valid_from, decision_id, verdict_id, home_id)
       values ($1, $2, $3, 'poor', 'vn-2022-2025', '2026-01-01', $2, $2, $3)`,
      [gone.householdId, newId(), thon1],
    )
    const taken = named(await carried.partOf(await carried.begun(), thon1), 'Hà Thị Đi')
    expect(taken).toEqual({
      householdId: gone.householdId,
      ...{
        head: 'Hà Thị Đi',
        number: 'HN-07',
        address: 'Ngõ 7',
        phone: '0000700700',
        class: 'poor',
        since: '2026-01-01',
      },
      surveyedOn: '2026-11-20',
      members: [
        { name: 'Hà Thị Đi', sex: 'female', birth: '1985-04-12', relation: 'head' },
        { name: 'Lê Văn Bé', sex: 'male', birth: '2014-04-12', relation: 'child' },
        { name: 'Lê Văn Bền', sex: 'male', birth: '1983-04-12', relation: 'spouse', leftOn: '2026-11-10', why: 'died' },
      ],
    })
  })

  it('counts of every village as many as its parts hold, and the commune as many as the register', async () => {
    const taking = await carried.begun()
    const villages = await carried.villagesOf(taking)
    let all = 0
    for (const { villageId, households, persons, parts, version } of villages.values()) {
      const part = await carried.partOf(taking, villageId)
      expect([parts, part.version, part.households.length]).toEqual([1, version, households])
      expect(part.households.flatMap(({ members }) => members.filter(({ leftOn }) => !leftOn))).toHaveLength(persons)
      all += households
    }
    const { rows } = await world.owner.query(`select result from command where id = $1`, [taking])
    expect(rows[0].result.households).toBe(all)
    expect((await world.as('hung').get('/api/carried')).json().communes).toEqual([
      { areaId: commune, name: 'Xã Tam Hồng', households: all },
    ])
  })

  it('names no citizen id and no insurance number of anybody', async () => {
    const { members } = (await world.as('hung').get(`/api/households/${family.householdId}`)).json()
    const numbers = { citizenId: '025185000456', insuranceNo: 'GK4010123456789' }
    await must('hung', `/api/households/${family.householdId}/members/${members[0].memberId}/change`, numbers)
    const reply = await carried.askPart(await carried.begun(), thon1)
    expect(reply.body).toContain('Hà Thị Mang')
    for (const number of ['025185000456', '456', '4010123456789', '789'])
      expect(reply.body.replace(/[\da-f-]{36}/g, '')).not.toContain(number)
  })

  it('is a line of the audit for each taking, with how many households, and none for its parts', async () => {
    const count = async () =>
      (
        await world.owner.query(
          `select facts, subject_id, account_id from audit_line where what = 'household.commune_carried' order by at, id`,
        )
      ).rows
    const before = await count()
    const taking = await carried.begun()
    await carried.villagesOf(taking)
    await carried.partOf(taking, thon1)
    await carried.partOf(taking, thon2)
    // Sent again, as after a broken line, it is the same taking.
    expect((await carried.begin('hung', commune, taking)).statusCode).toBe(200)
    const lines = await count()
    expect(lines).toHaveLength(before.length + 1)
    expect(lines.at(-1)).toMatchObject({ subject_id: commune, account_id: world.idOf('hung') })
    expect(lines.at(-1)?.facts.households).toBeGreaterThan(2)
  })
})

describe('between two takings', () => {
  const happenings: Record<string, () => Promise<unknown>> = {
    'somebody is born': () =>
      must('hung', `/api/households/${family.householdId}/members`, {
        ...{ memberId: newId(), relation: 'child', on: '2026-11-10', reason: 'born' },
        person: { name: 'Hà Văn Mới', sex: 'male', birth: { year: 2026 }, ethnicity: '01' },
      }),
    'an address is put right': () =>
      must('hung', `/api/households/${family.householdId}/residence`, {
        ...{ on: '2026-11-10', villageId: thon1, address: 'Ngõ 9', number: '' },
      }),
    'a telephone number is said': () =>
      must('hung', `/api/households/${family.householdId}/residence`, {
        ...{ on: '2026-11-10', villageId: thon1, address: 'Ngõ 9', number: '', phone: '0000900900' },
      }),
    'a class begins': () =>
      world.owner.query(
        `insert into household_class (household_id, id, village_id, class, standard_id, valid_from, decision_id, verdict_id, home_id)
         values ($1, $2, $3, 'near_poor', 'vn-2022-2025', '2026-11-01', $2, $2, $3)`,
        [family.householdId, newId(), thon1],
      ),
    'a household is surveyed': async () => {
      const { round, cases } = await roundAtSurveying(world, [family])
      await round.send(cases[0] as CaseOf, answersOf(family, 1_000_000))
    },
  }
  it.each(Object.entries(happenings))('only the village where %s has another version', async (_what, happens) => {
    expect(await changedBy(happens)).toEqual([thon1])
  })

  it('nothing has another version where only what is not carried was changed', async () => {
    const { members } = (await world.as('hung').get(`/api/households/${family.householdId}`)).json()
    const url = `/api/households/${family.householdId}/members/${members[0].memberId}/change`
    expect(await changedBy(() => must('hung', url, { facts: { healthInsurance: true } }))).toEqual([])
  })

  it('who moves to another village goes from one and stands in the other', async () => {
    const mover = await settle(world, thon1, 'Hà Thị Dời')
    const move = { on: '2026-11-18', villageId: thon2, address: '', number: '' }
    const moves = () => must('hung', `/api/households/${mover.householdId}/residence`, move)
    expect((await changedBy(moves)).sort()).toEqual([thon1, thon2].sort())
    const taking = await carried.begun()
    expect(named(await carried.partOf(taking, thon1), 'Hà Thị Dời')).toBeUndefined()
    expect(named(await carried.partOf(taking, thon2), 'Hà Thị Dời')).toBeDefined()
  })

  it('who moves away is there no more', async () => {
    const leaver = await settle(world, thon2, 'Hà Thị Biệt')
    const ends = () =>
      must('hung', `/api/households/${leaver.householdId}/end`, { on: '2026-11-18', reason: 'moved_away' })
    expect(await changedBy(ends)).toEqual([thon2])
    expect(named(await carried.partOf(await carried.begun(), thon2), 'Hà Thị Biệt')).toBeUndefined()
  })

  const happensTo = async (change: object): Promise<AreaId[]> =>
    (
      await must('quantri', '/api/area-events', {
        ...{ change, day: '2026-11-18', legalBasis: 'Nghị quyết 6/NQ-HĐND', mark: 'text' },
      })
    ).began
  const unit = (name: string) => ({ name, kind: 'thon', code: null, parentId: commune })

  it('of two villages that become one all are in the new one, and the two are not listed', async () => {
    const [sixth, seventh] = tamHong.slice(5, 7) as [AreaId, AreaId]
    const heads = ['Hà Thị Gộp', 'Hà Thị Nhập']
    await settle(world, sixth, 'Hà Thị Gộp')
    await settle(world, seventh, 'Hà Thị Nhập')
    const [into] = await happensTo({ kind: 'merge', areaIds: [sixth, seventh], into: unit('Thôn Gộp') })
    const taking = await carried.begun()
    const villages = await carried.villagesOf(taking)
    expect([villages.has(sixth), villages.has(seventh), villages.get(into as AreaId)?.name]).toEqual([
      false,
      false,
      'Thôn Gộp',
    ])
    expect((await carried.partOf(taking, into as AreaId)).households.map(({ head }) => head)).toEqual(heads)
  })

  it('of a village that becomes several all are carried in the parts that they were placed in', async () => {
    const eighth = tamHong[7] as AreaId
    await settle(world, eighth, 'Hà Thị Chờ')
    const parts = ['Thôn Tách Một', 'Thôn Tách Hai'].map((name) => ({ unit: unit(name), share: null, children: [] }))
    const [first] = await happensTo({ kind: 'split', areaId: eighth, parts })
    const taking = await carried.begun()
    expect((await carried.villagesOf(taking)).has(eighth)).toBe(false)
    expect(named(await carried.partOf(taking, first as AreaId), 'Hà Thị Chờ')).toBeDefined()
  })

  it('a village that goes to another commune is not among them, and its parts are given under that one only', async () => {
    const taking = await carried.begun()
    expect((await carried.villagesOf(taking)).has(thon4)).toBe(true)
    await must('quantri', '/api/area-events', {
      change: { kind: 'move', areaId: thon4, parentId: demoAreas.kyThuongToday },
      ...{ day: '2026-11-19', legalBasis: 'Nghị quyết 7/NQ-HĐND', mark: 'text' },
    })
    expect((await carried.villagesOf(taking)).has(thon4)).toBe(false)
    const refused = await carried.askPart(taking, thon4)
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'surveys.carry_elsewhere'])
  })
})
