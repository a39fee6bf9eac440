/** What hangs on a household or a unit is told before it is changed, and a refusal holds inside the change. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '#apps/server/app.ts'
import { rooms } from '#apps/server/rooms.ts'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { loadStandards } from '#features/standards/library.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { defineProblems } from '#kernel/problem.ts'
import { newId } from '#platform/server/ids.ts'
import { type Room, routesOf } from '#platform/server/room.ts'
import type { Intent } from '#platform/server/touches.ts'
import { deciding, signature } from './decisions.ts'
import { type Family, openRound, roundAtSurveying, scan, settle, thon1, thon2 } from './rounds.ts'
import { tried } from './tried.ts'
import { openWorld, type PersonName, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Held = { what: { vi: string }; count: number; opens: string | null }
const of = (householdId: HouseholdId, person: PersonName = 'hung', act = 'household.ended') =>
  world.as(person).get(`/api/households/${householdId}/touched?act=${act}`)
const told = async (householdId: HouseholdId, act?: string): Promise<[string, number][]> =>
  (await of(householdId, 'hung', act)).json().held.map(({ what, count }: Held) => [what.vi, count])
const tamHong = (kind: string, person: PersonName = 'quantri') =>
  world.as(person).get(`/api/areas/${demoAreas.tamHongToday}/touched?kind=${kind}`)

const give = (role: string, person: PersonName, area: string) =>
  world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, $3, $4, '2026-01-01')`,
    [newId(), world.idOf(person), role, area],
  )

describe('before a household ends or a unit merges', () => {
  it('nothing is told of a household that nobody reviews', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Yên')
    expect((await of(householdId)).json()).toEqual({ held: [], forbidden: null })
  })

  it('the open case, then the draft, then the class and the certificate are told, each with its page', async () => {
    const family: Family = await settle(world, thon1, 'Lò Thị Mẩy')
    const { householdId } = family
    const { round, cases } = await roundAtSurveying(world, [family])
    const underReview = 'Hồ sơ đang rà soát trong'
    expect((await told(householdId)).map(([what]) => what)).toEqual([expect.stringContaining(underReview)])
    await round.toDeciding(cases, [family])
    const { decisionId } = await round.printed()
    const drafted = (await of(householdId)).json().held as Held[]
    expect(drafted.map(({ opens }) => opens)).toEqual([`/ra-soat/${round.roundId}`, `/quyet-dinh/${decisionId}`])
    const unit = (await tamHong('merge')).json()
    expect(unit.forbidden).toBeNull()
    expect(unit.held.map(({ what, count }: Held) => [what.vi, count])).toContainEqual([
      'Quyết định đã in, đang chờ ký, có tên ở đây',
      1,
    ])
    const fields = { number: '7/QĐ-UBND', signedOn: '2026-11-20', signerName: 'Phạm Thị Bích' }
    const signed = await world.as('bich').upload(`/api/decisions/${decisionId}/enforce`, fields, scan())
    expect(signed.statusCode, signed.body).toBe(200)
    expect(await told(householdId)).toEqual([
      [expect.stringContaining(underReview), 1],
      ['Diện nghèo, cận nghèo đang hưởng', 1],
      ['Giấy chứng nhận đang có giá trị', 1],
    ])
    // On the day that was typed: the class began later.
    expect((await told(householdId, 'household.member_left&day=2025-09-01')).map(([what]) => what)).toEqual([
      expect.stringContaining(underReview),
    ])
  })

  it('a page is offered to who may open it there, not to who may open such pages elsewhere', async () => {
    const family = await settle(world, thon2, 'Lò Thị Xa')
    await roundAtSurveying(world, [family])
    // Thắng changes households of Thôn 2 alone, and reads rounds of another commune.
    await give('commune_official', 'thang', thon2)
    await give('auditor', 'thang', demoAreas.kyThuongToday)
    const { held } = (await of(family.householdId, 'thang', 'household.member_joined')).json()
    expect(held.map(({ what, opens }: Held) => [what.vi, opens])).toEqual([
      ['Hồ sơ đang rà soát trong "Rà soát tháng 11/2026"', null],
    ])
  })

  it('the open cases of a unit that merges are told round by round, and open a list of as many', async () => {
    const families = [await settle(world, thon1, 'Lò Thị Sáp'), await settle(world, thon2, 'Lò Thị Nhập')]
    const { round } = await roundAtSurveying(world, families)
    // Who records changes of units reads rounds by another role.
    await give('auditor', 'quantri', demoAreas.tamHongToday)
    const heldOf = async (unit: string) =>
      (await world.as('quantri').get(`/api/areas/${unit}/touched?kind=merge`)).json().held as Held[]
    for (const unit of [demoAreas.tamHongToday, thon1]) {
      const open = (await heldOf(unit)).filter(({ what }) => what.vi.startsWith('Hộ chưa rà soát xong trong'))
      const [mine] = open.filter(({ opens }) => opens?.startsWith(`/ra-soat/${round.roundId}/`))
      expect(mine, unit).toBeDefined()
      const { searchParams } = new URL(mine?.opens ?? '', 'http://here')
      const asked = new URLSearchParams({ state: searchParams.get('tinh-trang') ?? '' })
      const village = searchParams.get('thon')
      if (village) asked.set('villageId', village)
      const listed = await world.as('quantri').get(`/api/rounds/${round.roundId}/cases?${asked}`)
      expect([unit, listed.json().total]).toEqual([unit, mine?.count])
      expect(mine?.count).toBe(unit === thon1 ? 1 : 2)
    }
    const grant = [world.idOf('quantri')]
    await world.owner.query(`delete from access_grant where account_id = $1 and role = 'auditor'`, grant)
  })

  it('of roles those given at the very unit are told, which end with it, and open a list of as many', async () => {
    const held = (await tamHong('merge')).json().held as Held[]
    const [mine] = held.filter(({ what }) => what.vi.startsWith('Quyền đã giao tại chính đơn vị này'))
    expect(mine?.opens).toBe(`/quyen?noi=${demoAreas.tamHongToday}&tai-day=1`)
    const at = `/api/areas/${demoAreas.tamHongToday}/access`
    const here = (await world.as('quantri').get(`${at}?here=true`)).json().grants as { areaId: string }[]
    expect(here).toHaveLength(mine?.count ?? 0)
    expect(new Set(here.map(({ areaId }) => areaId))).toEqual(new Set([demoAreas.tamHongToday]))
    // Villages go on with theirs; a move takes along whatever is below.
    const all = (await tamHong('move')).json().held as Held[]
    const [moved] = all.filter(({ what }) => what.vi === 'Quyền đã giao tại đây')
    expect(moved?.count).toBeGreaterThan(here.length)
  })

  it('what stands in a round is told before it is reopened or cancelled, to who runs it alone', async () => {
    const family = await settle(world, thon1, 'Lò Thị Vui')
    const { round } = await deciding(world, [family])
    const ask = (act: string, person: PersonName = 'hung') =>
      world.as(person).get(`/api/rounds/${round.roundId}/touched?act=${act}`)
    const heldOf = async (act: string) => (await ask(act)).json().held.map(({ what, count }: Held) => [what.vi, count])
    const again = ['Bước đã ghi sau kiểm tra, phải làm lại', expect.any(Number)]
    expect(await heldOf('round.reopened')).toEqual([['Phiếu đã chấp nhận', 1], again])
    expect(await heldOf('round.cancelled')).toEqual([['Phiếu đã chấp nhận', 1]])
    await round.must('hung', `/api/rounds/${round.roundId}/decision`, { decisionId: newId() })
    expect(await heldOf('round.reopened')).toContainEqual(['Dự thảo quyết định có tên ở đây', 1])
    for (const person of ['mai', 'bich', 'son'] as const)
      expect((await ask('round.reopened', person)).statusCode, person).toBeGreaterThanOrEqual(403)
  })

  it('is not told to Mai, who may not change households, nor to Sơn and Lan', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Kín')
    for (const person of ['mai', 'son', 'lan'] as const)
      expect((await of(householdId, person)).statusCode, person).toBeGreaterThanOrEqual(403)
    expect((await tamHong('merge', 'hung')).json()).toMatchObject({ code: 'access.denied' })
  })
})

describe('a room that forbids', () => {
  const benefitProblem = defineProblems({
    'test.paid_here': { status: 409, vi: 'Hộ đang được chi trả.', en: 'The household is being paid.' },
  })
  const asked: Intent[] = []
  const forbids = async (_db: unknown, intent: Intent) => {
    asked.push(intent)
    return benefitProblem('test.paid_here')
  }
  const paying: Room = {
    name: 'paying',
    routes: () => [],
    touches: (['household', 'unit', 'round', 'official'] as const).map((of) => ({ of, forbids })),
  }
  let app: FastifyInstance
  beforeAll(async () => {
    app = await buildApp(world.host, routesOf([...rooms, paying], { library: loadStandards() }))
  })

  it('is heard inside the act, which leaves nothing, and before it by who asks', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Ở')
    const [village] = demoAreas.villages.tamHong
    const other = await settle(world, thon1, 'Lò Thị Yên')
    const { members } = (await world.as('hung').get(`/api/households/${householdId}`)).json()
    const memberId = members.find((m: { relation: string }) => m.relation !== 'head').memberId
    const round = await openRound(world, 'ad_hoc')
    const on = '2026-11-20'
    const place = { villageId: village, address: 'Khác', number: '' }
    const going = [{ memberId, relation: 'head' }]
    const acts = [
      ['hung', `/api/households/${householdId}/split`, { on, newHouseholdId: newId(), ...place, members: going }],
      ['hung', `/api/households/${householdId}/merge`, { on, intoHouseholdId: other.householdId, relations: [] }],
      ['hung', `/api/households/${householdId}/head`, { on, newHeadId: memberId, sure: 'Bố mẹ đi làm xa' }],
      ['hung', `/api/households/${householdId}/members/${memberId}/leave`, { on, reason: 'died' }],
      [
        'hung',
        `/api/households/${householdId}/members`,
        {
          memberId: newId(),
          on,
          reason: 'moved_in',
          relation: 'other',
          person: { name: 'Lò Văn Đến', sex: 'male', birth: { year: 1990 }, ethnicity: '01' },
        },
      ],
      ['hung', `/api/rounds/${round.roundId}/cancel`, { because: 'Mở nhầm' }],
      ['hung', `/api/households/${householdId}/end`, { on: '2026-11-20', reason: 'moved_away' }],
      [
        'hung',
        `/api/households/${householdId}/residence`,
        { on: '2026-11-20', villageId: village, address: 'Khác', number: '' },
      ],
      [
        'quantri',
        '/api/area-events',
        {
          change: { kind: 'abolish', areaId: village, successors: [{ areaId: thon2, share: 1 }] },
          day: '2026-11-20',
          legalBasis: 'NQ 1',
          mark: 'text',
        },
      ],
    ] as const
    for (const [person, url, body] of acts) {
      const reply = await world.as(person, app).post(url, body)
      expect(reply.json(), url).toMatchObject({ code: 'test.paid_here' })
    }
    expect(asked.map(({ act }) => act)).toEqual([
      'household.split',
      'household.merged',
      'household.head_changed',
      'household.member_left',
      'household.member_joined',
      'round.cancelled',
      'household.ended',
      'household.moved',
      'area.abolish',
    ])
    const { rows } = await world.owner.query('select ended_on, address from household where household_id = $1', [
      householdId,
    ])
    expect(rows).toEqual([{ ended_on: null, address: '' }])
    const before = (
      await world.as('hung', app).get(`/api/households/${householdId}/touched?act=household.ended`)
    ).json()
    expect(before.forbidden).toMatchObject({ vi: 'Hộ đang được chi trả.' })
  })

  it('is heard before a role ends; what is in the hands of its holder is told to who may end it, and to nobody else', async () => {
    const { caseId, householdId } =
      (await roundAtSurveying(world, [await settle(world, thon1, 'Lò Thị Chiến')])).cases[0] ?? {}
    const { rows } = await world.owner.query(
      `select g.id, c.account_id from review_case c join access_grant g on g.account_id = c.account_id
        where c.household_id = $1 and c.id = $2 limit 1`,
      [householdId, caseId],
    )
    const url = `/api/grants/${rows[0].id}`
    for (const person of ['hung', 'mai', 'lan', 'son'] as const)
      expect((await world.as(person).get(`${url}/touched`)).json().code, person).toBe('access.denied')
    const { held } = (await world.as('quantri').get(`${url}/touched`)).json()
    expect(held.map((one: Held) => one.what.vi)).toContain('Hộ đang giao khảo sát trong "Rà soát tháng 11/2026"')
    // Who administers may not open the round, so no link leads there.
    expect(held.map(({ opens }: Held) => opens)).toEqual(held.map(() => null))
    expect((await world.as('quantri', app).post(`${url}/end`, {})).json()).toMatchObject({ code: 'test.paid_here' })
    expect((await world.owner.query('select valid_until from access_grant where id = $1', [rows[0].id])).rows).toEqual([
      { valid_until: null },
    ])
  })

  it('tells of rounds that nobody else there could carry on, or sign for', async () => {
    const { round } = await roundAtSurveying(world, [await settle(world, thon1, 'Lò Thị Cuối')])
    const grantOf = async (person: 'hung' | 'bich') =>
      (
        await world.owner.query(
          `select id from access_grant where account_id = $1 and area_id = $2 and valid_until is null`,
          [world.idOf(person), demoAreas.tamHongToday],
        )
      ).rows[0].id
    const told = async (person: 'hung' | 'bich') =>
      (await world.as('quantri').get(`/api/grants/${await grantOf(person)}/touched`))
        .json()
        .held.map((held: Held) => held.what.vi)
        .join('; ')
    expect(await told('hung')).toContain('không còn công chức nào khác làm tiếp: "Rà soát tháng 11/2026"')
    expect(await told('bich')).toContain('không còn ai khác giữ quyền Chủ tịch để ký: "Rà soát tháng 11/2026"')
    const gift = { role: 'commune_official', areaId: demoAreas.tamHongToday, from: '2026-11-01', until: null }
    const { grantId } = await round.must('quantri', `/api/accounts/${world.idOf('dao')}/grants`, gift)
    expect(await told('hung')).not.toContain('không còn công chức nào khác')
    await round.must('quantri', `/api/grants/${grantId}/end`, {})
  })

  it('counts what only the grant that ends reaches, of its own duty', async () => {
    const [first, second] = await Promise.all([
      settle(world, thon1, 'Lò Thị Pánh'),
      settle(world, thon2, 'Lò Thị Pâng'),
    ])
    const { round } = await roundAtSurveying(world, [first, second])
    const give = async (role: string, areaId: string) =>
      (
        await round.must('quantri', `/api/accounts/${world.idOf('xem')}/grants`, {
          role,
          areaId,
          from: '2026-11-01',
          until: null,
        })
      ).grantId
    const [one, two] = [await give('enumerator', thon1), await give('enumerator', thon2)]
    const sees = await give('viewer', demoAreas.tamHongToday)
    await round.assign(thon1, 'xem')
    await round.assign(thon2, 'xem')
    const inHands = async (grantId: string) =>
      (await world.as('quantri').get(`/api/grants/${grantId}/touched`)).json().held.map((held: Held) => held.count)
    expect([await inHands(one), await inHands(two), await inHands(sees)]).toEqual([[1], [1], []])
    const both = await give('commune_official', demoAreas.tamHongToday)
    expect([await inHands(one), await inHands(two), await inHands(both)]).toEqual([[], [], []])
    await round.must('quantri', `/api/grants/${two}/end`, {})
    expect([await inHands(one), await inHands(both)]).toEqual([[], [1]])
  })

  it('is heard before a decision is printed, before it is signed, and before its round is reopened', async () => {
    const { round } = await deciding(world, [await settle(world, thon1, 'Lò Thị Mai')])
    asked.length = 0
    const reopening = await world.as('hung', app).post(`/api/rounds/${round.roundId}/reopen`, { because: 'Xem lại' })
    expect(reopening.json()).toMatchObject({ code: 'test.paid_here' })
    const decisionId = newId<'decision'>()
    const { contentHash } = await round.must('hung', `/api/rounds/${round.roundId}/decision`, { decisionId })
    await tried(world, decisionId)
    const printing = await world.as('hung', app).post(`/api/decisions/${decisionId}/print`, { contentHash })
    expect(printing.json()).toMatchObject({ code: 'test.paid_here' })
    expect((await world.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })).statusCode).toBe(200)
    const signing = await world.as('bich', app).upload(`/api/decisions/${decisionId}/enforce`, signature(), scan())
    expect(signing.json()).toMatchObject({ code: 'test.paid_here' })
    expect(asked.map(({ act }) => act)).toEqual(['round.reopened', 'decision.printed', 'decision.in_force'])
    const { rows } = await world.owner.query('select state from decision where id = $1', [decisionId])
    expect(rows).toEqual([{ state: 'printed' }])
  })
})
