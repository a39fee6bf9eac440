/** What Mai tells the commune of its list: once, as she wrote it, wherever its household and village go; and what Hùng answers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { stored, toldOf } from '#test/brought.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  makeEnumerator,
  openRound,
  type RoundInHand,
  roundAtSurveying,
  settle,
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

type Told = { readonly round: RoundInHand; readonly family: Family; readonly one: CaseOf }

/** A household of Thôn 1 in Mai's hands. */
async function asked(mother = 'Lò Thị Yên'): Promise<Told> {
  const family = await settle(world, thon1, mother)
  const { round, cases } = await roundAtSurveying(world, [family])
  return { round, family, one: cases[0] as CaseOf }
}

const refusal = ({ one }: Pick<Told, 'one'>, more: object = {}) => ({
  ...{ surveyNoticeId: newId(), kind: 'refuses', villageId: thon1, madeOn: '2026-11-20' },
  ...{ householdId: one.householdId, caseId: one.caseId },
  details: { words: 'Không muốn khai thu nhập', met: 'Con trai' },
  ...more,
})
const unlisted = (more: object = {}) => ({
  ...{ surveyNoticeId: newId(), kind: 'unlisted', villageId: thon1, madeOn: '2026-11-20', headName: 'Giàng A Páo' },
  details: {
    address: 'Đầu bản, gần suối',
    people: 4,
    birthYear: 1979,
    words: 'Mới tách hộ, nhà tạm',
    phone: '0912 345 678',
  },
  ...more,
})
const post = ({ round }: Pick<Told, 'round'>, body: object, person: PersonName = 'mai', command?: string) =>
  world.as(person).post(`/api/rounds/${round.roundId}/notices`, body, command)
const sent = async (...given: Parameters<typeof post>) => {
  const reply = await post(...given)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const code = async (reply: Promise<{ json: () => { code?: string } }>) => (await reply).json().code
const mine = async (id: string, person: PersonName = 'mai') =>
  (await world.as(person).get('/api/my-notices'))
    .json()
    .notices.find((n: { surveyNoticeId: string }) => n.surveyNoticeId === id)
const listed = async ({ round }: Pick<Told, 'round'>, query = '', person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/rounds/${round.roundId}/notices${query}`)).json()
const settleIt = (id: string, body: object, person: PersonName = 'hung') =>
  world.as(person).post(`/api/notices/${id}/settle`, body)
const withdraw = (id: string, person: PersonName = 'mai') => world.as(person).post(`/api/notices/${id}/withdraw`)
const kept = async () => (await world.owner.query('select count(*)::int as n from survey_notice')).rows[0].n

describe('a notice from a phone', () => {
  it('comes home with others, once, and both sides read it', async () => {
    const of = await asked()
    const path = `/api/rounds/${of.round.roundId}/notices`
    const [a, b] = [refusal(of), unlisted()]
    const items = [stored(path, a), stored(path, b)]
    expect((await toldOf(world.as('mai'), items)).map(({ status }) => status)).toEqual([200, 200])
    const before = await kept()
    expect((await toldOf(world.as('mai'), items)).map(({ status }) => status)).toEqual([200, 200])
    // The same under another command: a phone that lost its answer.
    expect(await sent(of, a)).toMatchObject({ state: 'open', told: null })
    expect(await kept()).toBe(before)
    expect(await mine(a.surveyNoticeId)).toMatchObject({
      kind: 'refuses',
      headName: 'Lò Thị Yên',
      state: 'open',
      answers: [],
    })
    const { rows, open, unsurveyed, total } = await listed(of)
    expect([total, open, unsurveyed]).toEqual([2, 2, 1])
    expect(rows.map((r: { headName: string }) => r.headName).sort()).toEqual(['Giàng A Páo', 'Lò Thị Yên'])
    expect(rows[0]).toMatchObject({ makerName: expect.stringContaining('Mai'), villageName: 'Thôn 1' })
    expect((await listed(of, '?kind=unlisted')).total).toBe(1)
    expect((await listed(of, `?q=${encodeURIComponent('giang a pao')}`)).total).toBe(1)
    expect((await listed(of, '?state=settled')).total).toBe(0)
    for (const as of ['xlsx', 'csv', 'pdf'])
      expect((await world.as('hung').get(`${path}/file?as=${as}`)).statusCode).toBe(200)
    // The villages of the round as a file have their number beside what is surveyed, as the page has it.
    const villages = (await world.as('hung').get(`/api/rounds/${of.round.roundId}/villages/file?as=csv`)).body
    const [head = [], first = []] = villages
      .split('\n')
      .filter((line: string) => /^"?Thôn\b/.test(line.replace('\ufeff', '')))
      .map((line: string) => line.trim().split(','))
    expect([head.at(-2), first.at(-2)]).toEqual(['Tin báo chờ', '2'])
    const { items: work } = (await world.as('hung').get('/api/work/surveys')).json()
    expect(work).toContainEqual(expect.objectContaining({ kind: 'notices', roundId: of.round.roundId, count: 2 }))
  })

  it('is refused under its id with other words, and by whoever did not make it', async () => {
    const of = await asked()
    const a = refusal(of)
    await sent(of, a)
    expect(await code(post(of, { ...a, details: { words: 'Đồng ý' } }))).toBe('notices.id_used')
    expect(await code(post(of, a, 'hung'))).toBe('notices.id_used')
    expect(await mine(a.surveyNoticeId)).toMatchObject({ details: { words: 'Không muốn khai thu nhập' } })
  })

  it('comes by two ways in one second, and stands once', async () => {
    const of = await asked()
    const [a, before] = [refusal(of), await kept()]
    const replies = await Promise.all([post(of, a), post(of, a), post(of, a)])
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(await kept()).toBe(before + 1)
  })

  it('says what it must, on a day that can be', async () => {
    const of = await asked()
    expect(await code(post(of, refusal(of, { details: {} })))).toBe('notices.incomplete')
    expect(await code(post(of, unlisted({ headName: ' ' })))).toBe('notices.incomplete')
    expect(await code(post(of, unlisted({ kind: 'moved' })))).toBe('notices.kind_unfit')
    const absent = { kind: 'absent', details: { days: ['2026-11-19', '2026-11-25'] } }
    expect(await code(post(of, refusal(of, absent)))).toBe('notices.odd')
    for (const details of [{ birthYear: 2099 }, { phone: 'abc<>' }, { on: '1900-01-01' }])
      expect(await code(post(of, unlisted({ details: { address: 'Cuối bản', words: 'Mới đến', ...details } })))).toBe(
        'notices.odd',
      )
    // A name as they say it need not be one of the register.
    const called = unlisted({ headName: 'Bà Tư (mẹ ông Sáu), 2 con' })
    expect(await sent(of, called)).toMatchObject({ state: 'open' })
    // Of a clock that stands in another year the days are kept as they were told.
    const odd = refusal(of, {
      madeOn: '2031-01-01',
      kind: 'absent',
      details: { days: ['2031-01-01'], words: 'Hai\nlần' },
    })
    expect((await sent(of, odd)).told.vi).toContain('ngày nhận')
    expect(await mine(odd.surveyNoticeId)).toMatchObject({ madeOn: '2026-11-20', saidOn: '2031-01-01' })
    expect((await sent(of, odd)).told.vi).toContain('ngày nhận')
  })

  it('is not taken from a neighbour, of another commune, or who reads only', async () => {
    const of = await asked()
    for (const person of ['thang', 'son', 'kiem', 'xem', 'bich', 'la'] as const) {
      expect((await post(of, refusal(of), person)).statusCode, person).toBeGreaterThanOrEqual(403)
      expect((await post(of, unlisted(), person)).statusCode, person).toBeGreaterThanOrEqual(403)
    }
    const a = refusal(of)
    await sent(of, a)
    for (const person of ['thang', 'son', 'la'] as const) {
      expect((await world.as(person).get(`/api/notices/${a.surveyNoticeId}`)).statusCode, person).not.toBe(200)
      expect((await withdraw(a.surveyNoticeId, person)).statusCode, person).toBeGreaterThanOrEqual(403)
      expect((await settleIt(a.surveyNoticeId, { outcome: 'stands', seen: 0 }, person)).statusCode, person).not.toBe(
        200,
      )
    }
    expect((await listed(of, '', 'kiem')).total).toBe(1)
    expect(await code(settleIt(a.surveyNoticeId, { outcome: 'stands', seen: 0 }, 'kiem'))).toBe('access.denied')
    expect(await mine(a.surveyNoticeId)).toMatchObject({ state: 'open' })
  })

  it('of a household that has moved meanwhile, or was surveyed, is taken and says so', async () => {
    const family = await settle(world, thon1, 'Lò Thị Chuyển')
    const round = await openRound(world, 'ad_hoc', [thon1, thon4])
    const [one] = (await round.list([family])) as [CaseOf]
    await round.finish('listing')
    await round.assign(thon1, 'mai')
    await round.assign(thon4, 'thang')
    await round.finish('assigning')
    const early = refusal({ one })
    await sent({ round }, early)
    const to = { on: '2026-11-20', villageId: thon4, address: '', number: '' }
    await round.must('hung', `/api/households/${one.householdId}/residence`, to)
    expect(await mine(early.surveyNoticeId)).toMatchObject({ villageName: 'Thôn 4' })
    expect((await sent({ round }, refusal({ one }))).told.vi).toContain('giao cho người khác')
    await round.send(one, answersOf(family, 1_000_000), 'thang')
    expect((await sent({ round }, refusal({ one }), 'thang')).told.vi).toContain('đã có phiếu')
    expect((await listed({ round })).rows.map((r: { surveyedOn: string }) => r.surveyedOn)).toEqual(
      Array(3).fill('2026-11-20'),
    )
  })

  it('is refused in a sentence once the round takes no surveys, and after its last day', async () => {
    const family = await settle(world, thon2, 'Lò Thị Muộn')
    const round = await openRound(world, 'ad_hoc', [thon2])
    const [one] = (await round.list([family])) as [CaseOf]
    expect(await code(post({ round }, refusal({ one }, { villageId: thon2 }), 'hung'))).toBe('notices.round_closed')
    const of = await asked()
    const waits = refusal(of)
    const put = (what: string) => world.owner.query(`update round set ${what} where id = $1`, [of.round.roundId])
    await put(`window_until = '2026-11-19'`)
    expect(await code(post(of, waits))).toBe('notices.round_over')
    await put(`window_until = '2026-12-14', state = 'village_meeting'`)
    expect(await code(post(of, waits))).toBe('notices.round_closed')
    // The checking is opened again: what lay on the phone is taken as it was.
    await put(`state = 'checking'`)
    expect(await sent(of, waits)).toMatchObject({ state: 'open', told: null })
  })
})

describe('who made it', () => {
  it('withdraws it once, and not after the answer', async () => {
    const of = await asked()
    const [a, b] = [refusal(of), unlisted()]
    await sent(of, a)
    await sent(of, b)
    expect((await withdraw(a.surveyNoticeId)).json()).toMatchObject({ state: 'withdrawn' })
    expect((await withdraw(a.surveyNoticeId)).json()).toMatchObject({ state: 'withdrawn' })
    expect(await code(settleIt(a.surveyNoticeId, { outcome: 'stands', seen: 0 }))).toBe('notices.withdrawn')
    expect(await code(withdraw(b.surveyNoticeId, 'hung'))).toBe('notices.not_yours')
    await settleIt(b.surveyNoticeId, { outcome: 'not_of_village', words: 'Hộ của bản bên', seen: 0 })
    expect(await code(withdraw(b.surveyNoticeId))).toBe('notices.answered')
    expect(await mine(b.surveyNoticeId)).toMatchObject({
      state: 'settled',
      answers: [{ outcome: 'not_of_village', words: 'Hộ của bản bên', by: expect.stringContaining('Hùng') }],
    })
  })
})

describe('the commune', () => {
  it('answers by an outcome of its kind, anew and openly, and never over a colleague', async () => {
    const of = await asked()
    const a = refusal(of)
    await sent(of, a)
    const id = a.surveyNoticeId
    expect(await code(settleIt(id, { outcome: 'added', seen: 0 }))).toBe('notices.outcome_unfit')
    expect((await settleIt(id, { outcome: 'convinced', seen: 0 })).statusCode).toBe(200)
    expect(await code(settleIt(id, { outcome: 'stands', seen: 0 }))).toBe('notices.answered_since')
    const both = [settleIt(id, { outcome: 'other_person', seen: 1 }), settleIt(id, { outcome: 'convinced', seen: 1 })]
    expect((await Promise.all(both)).map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect((await settleIt(id, { outcome: 'stands', words: 'Hỏi lại vẫn từ chối', seen: 2 })).statusCode).toBe(200)
    const { notice } = (await world.as('hung').get(`/api/notices/${id}`)).json()
    expect(notice.answers).toHaveLength(3)
    expect(notice.answers.at(-1)).toMatchObject({ outcome: 'stands', words: 'Hỏi lại vẫn từ chối' })
    const { rows } = await world.owner.query('select what from audit_line where subject_id = $1 order by at', [id])
    expect(rows.map(({ what }) => what)).toEqual(['notice.sent', ...Array(3).fill('notice.settled')])
  })

  it('says that a household was added only once the list has it, or by which name it stands there', async () => {
    const of = await asked('Lò Thị Ba')
    const [a, b] = [unlisted({ headName: 'Lò Thị Bốn' }), unlisted({ headName: 'Bà Năm' })]
    await sent(of, a)
    await sent(of, b)
    const added = (id: string, words = '') => settleIt(id, { outcome: 'added', seen: 0, ...(words && { words }) })
    expect(await code(added(a.surveyNoticeId))).toBe('notices.not_added')
    expect(await mine(a.surveyNoticeId)).toMatchObject({ state: 'open' })
    const family = await settle(world, thon1, 'Lò Thị Bốn')
    expect(await code(added(a.surveyNoticeId))).toBe('notices.not_added')
    await of.round.must('hung', `/api/rounds/${of.round.roundId}/list/many`, { householdIds: [family.householdId] })
    expect((await added(a.surveyNoticeId)).statusCode).toBe(200)
    expect(await code(added(b.surveyNoticeId))).toBe('notices.not_added')
    expect((await added(b.surveyNoticeId, 'Ghi là Lò Thị Bốn')).statusCode).toBe(200)
  })

  it('says that a household left or was merged only once the register says so', async () => {
    const of = await asked('Lò Thị Hai')
    const other = await settle(world, thon1, 'Lò Thị  Hai')
    const a = refusal(of, { kind: 'moved', details: { to: 'Tỉnh khác', on: '2026-11-01' } })
    const b = refusal(of, { kind: 'double', details: { otherId: other.householdId, otherName: 'Lò Thị Hai' } })
    await sent(of, a)
    await sent(of, b)
    const { alike } = (await world.as('hung').get(`/api/notices/${b.surveyNoticeId}`)).json()
    expect(alike).toMatchObject([{ householdId: other.householdId, birthYear: 1985 }])
    expect(await code(settleIt(a.surveyNoticeId, { outcome: 'departed', seen: 0 }))).toBe('notices.not_recorded')
    expect(await code(settleIt(b.surveyNoticeId, { outcome: 'merged', seen: 0 }))).toBe('notices.not_recorded')
    await of.round.must('hung', `/api/households/${of.one.householdId}/end`, { on: '2026-11-10', reason: 'moved_away' })
    expect((await settleIt(a.surveyNoticeId, { outcome: 'departed', seen: 0 })).statusCode).toBe(200)
    expect(await mine(a.surveyNoticeId)).toMatchObject({ leftBecause: 'household', state: 'settled' })
    const late = await sent(of, refusal(of))
    expect(late.told.vi).toContain('ra khỏi kỳ')
    const { notices } = (await world.as('hung').get(`/api/households/${of.one.householdId}/notices`)).json()
    expect(notices).toHaveLength(3)
  })
})

describe('a village that ends', () => {
  const event = async (change: object, day: string) => {
    const body = { change, day, legalBasis: 'Nghị quyết 5/NQ-HĐND', mark: 'text' }
    const reply = await world.as('quantri').post('/api/area-events', body)
    expect(reply.statusCode, reply.body).toBe(200)
    return reply.json() as { eventId: string; began: AreaId[] }
  }
  const village = async (name: string) => {
    const unit = { name, kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    return (await event({ kind: 'create', unit }, '2025-07-15')).began[0] as AreaId
  }
  const placeOf = async (id: string) => (await world.as('hung').get(`/api/notices/${id}`)).json().notice.villageName

  it('leaves what was told of it to the village that succeeds it, and has it back when that is undone', async () => {
    const [a, b] = [await village('Thôn Báo A'), await village('Thôn Báo B')]
    await makeEnumerator(world, 'mai', a)
    await makeEnumerator(world, 'thang', b)
    const family = await settle(world, thon1, 'Lò Thị Gộp')
    const to = { on: '2025-09-01', villageId: a, address: '', number: '' }
    await world.as('hung').post(`/api/households/${family.householdId}/residence`, to)
    const round = await openRound(world, 'ad_hoc', [a, b])
    const [one] = (await round.list([family])) as [CaseOf]
    await round.finish('listing')
    await round.assign(a, 'mai')
    await round.assign(b, 'thang')
    await round.finish('assigning')
    const before = [refusal({ one }, { villageId: a }), unlisted({ villageId: a })]
    for (const body of before) await sent({ round }, body)
    const names = () => Promise.all(before.map(({ surveyNoticeId }) => placeOf(surveyNoticeId)))
    expect(await names()).toEqual(['Thôn Báo A', 'Thôn Báo A'])
    const { eventId } = await event({ kind: 'abolish', areaId: a, successors: [{ areaId: b, share: 1 }] }, '2026-11-20')
    expect(await names()).toEqual(['Thôn Báo B', 'Thôn Báo B'])
    // Made before Mai knew of it, it arrives all the same.
    const late = unlisted({ villageId: a, headName: 'Giàng A Muộn' })
    await sent({ round }, late)
    expect(await placeOf(late.surveyNoticeId)).toBe('Thôn Báo B')
    expect((await listed({ round })).total).toBe(3)
    const undone = await world.as('quantri').post(`/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect(undone.statusCode, undone.body).toBe(200)
    expect(await names()).toEqual(['Thôn Báo A', 'Thôn Báo A'])
  })
})
