/** Households that refuse or are never met: Hùng lets them go with a reason, the round goes on without them, and they may come back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { mustAddUp } from '#test/parts.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  openRound,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Ground = { readonly round: RoundInHand; readonly cases: readonly CaseOf[]; readonly families: readonly Family[] }
/** Households of Thôn 1 in Mai's hands. */
async function ground(...mothers: string[]): Promise<Ground> {
  const families: Family[] = []
  for (const mother of mothers) families.push(await settle(world, thon1, mother))
  return { ...(await roundAtSurveying(world, families)), families }
}
const at = ({ round }: Pick<Ground, 'round'>, path = '') => `/api/rounds/${round.roundId}/unsurveyed${path}`
const rowsOf = async ({ round }: Pick<Ground, 'round'>, query = '', person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/rounds/${round.roundId}/cases${query}`)).json()
const rowOf = async (of: Pick<Ground, 'round'>, { caseId }: CaseOf) =>
  (await rowsOf(of)).cases.find((row: { caseId: string }) => row.caseId === caseId)
const seen = ({ caseId, householdId }: CaseOf, more: object = {}) => ({
  ...{ caseId, householdId, state: 'assigned', surveyId: null },
  ...more,
})
const body = (cases: readonly CaseOf[], more: object = {}) => ({
  ...{ households: cases.map((one) => seen(one)), kind: 'refuses', because: 'Không cho vào nhà' },
  ...more,
})
const record = (of: Pick<Ground, 'round'>, given: object, person: PersonName = 'hung', command?: string) =>
  world.as(person).post(at(of), given, command)
const takeBack = (of: Pick<Ground, 'round'>, cases: readonly CaseOf[], person: PersonName = 'hung') =>
  world.as(person).post(at(of, '/back'), {
    households: cases.map(({ caseId, householdId }) => ({ caseId, householdId })),
    because: 'Hộ đã đồng ý',
  })
const done = async (reply: Promise<{ statusCode: number; body: string; json: () => unknown }>) => {
  const { statusCode, body: text, json } = await reply
  expect(statusCode, text).toBe(200)
  return json()
}
const code = async (reply: Promise<{ json: () => { code?: string } }>) => (await reply).json().code
const lines = async (what: string, subject: string) =>
  (
    await world.owner.query('select facts from audit_line where what = $1 and subject_id = $2 order by id', [
      what,
      subject,
    ])
  ).rows
const mine = async ({ caseId }: CaseOf) =>
  (await world.as('mai').get('/api/my-surveys')).json().cases.find((one: { caseId: string }) => one.caseId === caseId)
const notice = async ({ round }: Pick<Ground, 'round'>, one: CaseOf, more: object = {}) => {
  const surveyNoticeId = newId()
  await done(
    world.as('mai').post(`/api/rounds/${round.roundId}/notices`, {
      ...{ surveyNoticeId, kind: 'absent', villageId: thon1, madeOn: '2026-11-20' },
      ...{ householdId: one.householdId, caseId: one.caseId, details: { days: ['2026-11-18', '2026-11-19'] } },
      ...more,
    }),
  )
  return surveyNoticeId
}
const noticeOf = async (id: string) => (await world.as('hung').get(`/api/notices/${id}`)).json().notice
const countsOf = async ({ round }: Pick<Ground, 'round'>) => (await round.show()).round.counts

describe('a household that cannot be surveyed', () => {
  it('leaves its round with a reason, and the others are surveyed, checked and decided', async () => {
    const of = await ground('Lò Thị Từ', 'Lò Thị Ở')
    const [one, two] = of.cases as [CaseOf, CaseOf]
    expect((await of.round.finish('surveying')).json().code).toBe('rounds.blocked')
    const told = { minutesNumber: '05/BB', minutesOn: '2026-11-19' }
    expect(await done(record(of, body([one], told)))).toEqual({ households: 1, notices: 0 })
    expect(await rowOf(of, one)).toMatchObject({
      ...{ state: 'ended', leftBecause: 'not_surveyed', leftOn: '2026-11-20' },
      leftTold: {
        ...{ kind: 'refuses', because: 'Không cho vào nhà', number: '05/BB', day: '2026-11-19' },
        ...{ by: expect.stringContaining('Hùng'), surveyCame: false },
      },
    })
    expect(await lines('survey.not_taken', one.caseId)).toMatchObject([
      { facts: { why: 'refuses', because: 'Không cho vào nhà', minutes: '05/BB', minutesOn: '2026-11-19' } },
    ])
    // Mai reads why on her phone.
    expect(await mine(one)).toMatchObject({ state: 'ended', leftTold: { because: 'Không cho vào nhà' } })
    expect(await countsOf(of)).toMatchObject({ total: 2, assigned: 1, ended: 1 })
    await mustAddUp(world, of.round.roundId, ['hung', 'lan', 'mai'])
    // Nothing draws it back, and nobody is told to take it back.
    expect((await world.as('hung').get(`/api/rounds/${of.round.roundId}/arrivals`)).json().households).toEqual([])
    expect(
      await code(world.as('hung').post(`/api/rounds/${of.round.roundId}/list`, { householdId: one.householdId })),
    ).toBe('rounds.household_listed')
    await of.round.toDeciding([two], [of.families[1] as Family])
    expect((await of.round.standing()).blocked).toEqual([])
    const { decisionId } = await of.round.printed()
    const { entries } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
    expect(entries).toMatchObject([{ headName: 'Lò Thị Ở' }])
    // Past checking nobody leaves or comes back so.
    expect(await refusal(world, () => takeBack(of, [one]))).toBe('rounds.step_not_allowed')
    expect((await rowsOf(of, '?state=not_surveyed')).total).toBe(1)
  })

  it('is found by a filter, as a file and a paper, by every number that counts it, and on its own page', async () => {
    const of = await ground('Lò Thị Lọc', 'Lò Thị Kia', 'Lò Thị Nọ')
    await done(record(of, body(of.cases.slice(0, 2), { kind: 'absent', because: 'Cả nhà đi làm xa\nhỏi hàng xóm' })))
    const { total, cases } = await rowsOf(of, '?state=not_surveyed')
    expect([total, cases.length]).toEqual([2, 2])
    const rounds = async (query = '', person: PersonName = 'hung') =>
      (await world.as(person).get(`/api/work/unsurveyed${query}`)).json().rounds
    expect(await rounds(`?roundId=${of.round.roundId}`)).toMatchObject([{ left: 2, came: 0 }])
    expect(await rounds()).toContainEqual(expect.objectContaining({ roundId: of.round.roundId, left: 2, came: 0 }))
    expect(await rounds('', 'son')).not.toContainEqual(expect.objectContaining({ roundId: of.round.roundId }))
    const file = (as: string) =>
      world
        .as('hung')
        .get(`/api/rounds/${of.round.roundId}/cases/file?state=not_surveyed&as=${as}&columns=head,state,left`)
    expect((await file('csv')).body).toContain('không khảo sát được')
    expect((await file('csv')).body).toContain('Cả nhà đi làm xa')
    expect((await file('pdf')).statusCode).toBe(200)
    const [{ householdId, caseId }] = of.cases as [CaseOf]
    const page = (await world.as('hung').get(`/api/households/${householdId}/cases/${caseId}`)).json()
    expect(page.can).toContain('ask_again')
    expect(page.can).not.toContain('leave')
    const review = (await world.as('hung').get(`/api/households/${householdId}/review`)).json()
    expect(review.cases).toMatchObject([{ state: 'ended', leftBecause: 'not_surveyed' }])
    const { villages } = await of.round.show()
    for (const { counts } of villages)
      expect(counts.total).toBe(
        counts.listed + counts.assigned + counts.submitted + counts.returned + counts.accepted + counts.ended,
      )
  })

  it('is recorded by nobody else, and by nobody twice', async () => {
    const of = await ground('Lò Thị Quyền')
    for (const person of ['mai', 'bich', 'son', 'kiem', 'xem', 'thang'] as const) {
      expect(await refusal(world, () => record(of, body(of.cases), person)), person).toMatch(
        /^(access\.denied|rounds\.not_found)$/,
      )
      expect(await refusal(world, () => takeBack(of, of.cases, person)), person).toMatch(
        /^(access\.denied|rounds\.not_found)$/,
      )
    }
    const command = newId()
    const first = await done(record(of, body(of.cases), 'hung', command))
    expect(await done(record(of, body(of.cases), 'hung', command))).toEqual(first)
    expect(await refusal(world, () => record(of, body(of.cases)))).toBe('unsurveyed.left')
    expect(await lines('survey.not_taken', of.cases[0]?.caseId ?? '')).toHaveLength(1)
  })

  it('is not recorded over a survey, a change that was not seen, or without a reason on a day that can be', async () => {
    const of = await ground('Lò Thị Phiếu', 'Lò Thị Trả', 'Lò Thị Chờ')
    const [sends, returned, waits] = of.cases as [CaseOf, CaseOf, CaseOf]
    await of.round.send(sends, answersOf(of.families[0] as Family, 1_000_000))
    expect(await refusal(world, () => record(of, body([sends, waits])))).toBe('unsurveyed.survey_came')
    // One that was returned may leave, as it was seen.
    const { surveyId } = await of.round.send(returned, answersOf(of.families[1] as Family, 1_000_000))
    const url = `/api/households/${returned.householdId}/cases/${returned.caseId}`
    await done(
      world.as('hung').post(`${url}/return`, { surveyId, notes: [{ question: '', person: null, note: 'Hỏi lại' }] }),
    )
    const as = (more: object) => ({ ...body([]), households: [seen(returned, more)] })
    expect(await refusal(world, () => record(of, as({})))).toBe('unsurveyed.survey_came')
    expect(await refusal(world, () => record(of, as({ surveyId })))).toBe('unsurveyed.changed')
    expect(
      await refusal(world, () => record(of, body([waits], { households: [seen(waits, { state: 'listed' })] }))),
    ).toBe('unsurveyed.changed')
    for (const because of ['', '   ', '\u200b', '\u202eabc', 'x'.repeat(501), '😀'])
      expect((await record(of, body([waits], { because }))).statusCode, because).toBeGreaterThanOrEqual(400)
    expect(await refusal(world, () => record(of, body([waits], { minutesOn: '1899-12-31' })))).toBe(
      'unsurveyed.minutes_early',
    )
    expect(await refusal(world, () => record(of, body([waits], { minutesOn: '2026-11-14' })))).toBe(
      'unsurveyed.minutes_early',
    )
    expect(await refusal(world, () => record(of, body([waits], { minutesOn: '2026-11-21' })))).toBe(
      'unsurveyed.minutes_ahead',
    )
    expect((await record(of, body([waits], { minutesOn: '2026-02-31' }))).statusCode).toBe(400)
    const hostile = `'); drop table review_case; -- <b>${'"'}{day}`
    await done(record(of, as({ state: 'returned', surveyId })))
    await done(record(of, body([waits], { because: hostile })))
    expect((await rowOf(of, waits)).leftTold.because).toBe(hostile)
    await done(takeBack(of, [returned]))
    expect(await rowOf(of, returned)).toMatchObject({ state: 'returned', surveyId })
  })

  it('is not recorded while the list is drawn up', async () => {
    const family = await settle(world, thon1, 'Lò Thị Sớm')
    const round = await openRound(world, 'ad_hoc')
    const cases = await round.list([family])
    const early = body([], { households: [seen(cases[0] as CaseOf, { state: 'listed' })] })
    expect(await refusal(world, () => record({ round }, early))).toBe('rounds.step_not_allowed')
    expect((await round.show()).can).not.toContain('not_surveyed')
  })
})

describe('what the village told', () => {
  it('says why, and is answered by the same act; taking back is answered too', async () => {
    const of = await ground('Lò Thị Vắng', 'Lò Thị Chối')
    const [absent, refuses] = of.cases as [CaseOf, CaseOf]
    const id = await notice(of, absent)
    const { villages } = (await world.as('hung').get(`/api/rounds/${of.round.roundId}/notices`)).json()
    expect(villages).toMatchObject([{ name: 'Thôn 1', open: 1 }])
    expect(await done(record(of, body([absent, refuses], { because: 'Đã báo hai lần' })))).toEqual({
      households: 2,
      notices: 1,
    })
    expect([(await rowOf(of, absent)).leftTold.kind, (await rowOf(of, refuses)).leftTold.kind]).toEqual([
      'absent',
      'refuses',
    ])
    expect(await noticeOf(id)).toMatchObject({
      state: 'settled',
      answers: [{ outcome: 'stands', words: 'Đã báo hai lần' }],
      leftBecause: 'not_surveyed',
    })
    expect(await lines('notice.settled', id)).toHaveLength(1)
    await done(takeBack(of, [absent]))
    expect((await noticeOf(id)).answers).toMatchObject([
      { outcome: 'stands' },
      { outcome: 'back', words: 'Hộ đã đồng ý' },
    ])
    expect(
      await code(world.as('hung').post(`/api/notices/${id}/settle`, { outcome: 'back', words: '', seen: 2 })),
    ).toBe('notices.outcome_unfit')
  })
})

describe('a household that comes back', () => {
  it('stands as it stood, with who had it; with nobody where he surveys there no more', async () => {
    const of = await ground('Lò Thị Về', 'Lò Thị Mất')
    const [one, two] = of.cases as [CaseOf, CaseOf]
    await done(record(of, body([one, two])))
    expect(await refusal(world, () => takeBack(of, []))).toBeTruthy()
    await done(takeBack(of, [one]))
    expect(await rowOf(of, one)).toMatchObject({
      ...{ state: 'assigned', enumeratorName: expect.stringContaining('Mai') },
      ...{ leftBecause: null, leftOn: null, leftTold: null },
    })
    expect(await lines('survey.asked_again', one.caseId)).toMatchObject([{ facts: { because: 'Hộ đã đồng ý' } }])
    expect(await refusal(world, () => takeBack(of, [one]))).toBe('unsurveyed.not_left')
    const ends = (until: string | null) =>
      world.owner.query(`update access_grant set valid_until = $2 where account_id = $1 and role = 'enumerator'`, [
        world.idOf('mai'),
        until,
      ])
    await ends('2026-11-20')
    await done(takeBack(of, [two]))
    await ends(null)
    expect(await rowOf(of, two)).toMatchObject({ state: 'listed', enumeratorId: null })
    await mustAddUp(world, of.round.roundId, ['hung', 'lan'])
  })

  it('brings the survey that a phone sent meanwhile, which is told and then checked as any', async () => {
    const of = await ground('Lò Thị Muộn')
    const [one] = of.cases as [CaseOf]
    const facts = lackingAnswers(of.families[0] as Family, 1_000_000)
    // Filled in before, without a connection.
    const survey = await of.round.surveyOf(one, facts)
    await done(record(of, body([one])))
    const url = `/api/households/${one.householdId}/cases/${one.caseId}`
    const answer = (await done(world.as('mai').post(`${url}/surveys`, survey))) as {
      state: string
      told: { vi: string }
    }
    expect([answer.state, answer.told.vi]).toEqual(['ended', expect.stringContaining('giữ lại')])
    expect(await rowOf(of, one)).toMatchObject({ state: 'ended', leftTold: { surveyCame: true } })
    expect((await rowsOf(of, '?state=came_since')).total).toBe(1)
    const { items } = (await world.as('hung').get('/api/work/surveys')).json()
    expect(items).toContainEqual(expect.objectContaining({ kind: 'came_since', roundId: of.round.roundId, count: 1 }))
    await mustAddUp(world, of.round.roundId, ['hung', 'mai'])
    await done(takeBack(of, [one]))
    expect(await rowOf(of, one)).toMatchObject({ state: 'submitted', surveyId: survey.surveyId })
    expect((await of.round.accept(one, survey.surveyId)).statusCode).toBe(200)
    expect((await rowsOf(of, '?state=came_since')).total).toBe(0)
  })
})

describe('a survey and the act in the same second', () => {
  it('end in one of two ways: the survey is kept beside a household that is out, or nobody leaves over it', async () => {
    const of = await ground('Lò Thị Kịp', 'Lò Thị Sát', 'Lò Thị Cùng', 'Lò Thị Lúc')
    for (const [n, one] of of.cases.entries()) {
      const survey = await of.round.surveyOf(one, lackingAnswers(of.families[n] as Family, 1_000_000))
      const [left, sent] = await Promise.all([
        record(of, body([one])),
        world.as('mai').post(`/api/households/${one.householdId}/cases/${one.caseId}/surveys`, survey),
      ])
      expect(sent.statusCode, sent.body).toBe(200)
      const row = await rowOf(of, one)
      expect(row.surveyId).toBe(survey.surveyId)
      if (left.statusCode === 200) expect(row).toMatchObject({ state: 'ended', leftTold: { surveyCame: true } })
      else {
        expect(left.json().code).toMatch(/^unsurveyed\.(survey_came|changed)$/)
        expect(row).toMatchObject({ state: 'submitted', leftTold: null })
      }
    }
    await mustAddUp(world, of.round.roundId, ['hung', 'lan', 'mai'])
  })
})

describe('what happens to it elsewhere', () => {
  const moves = ({ householdId }: CaseOf, villageId: AreaId) =>
    done(
      world
        .as('hung')
        .post(`/api/households/${householdId}/residence`, { villageId, address: '', number: '', on: '2026-11-20' }),
    )
  const stays = { state: 'ended', leftBecause: 'not_surveyed', leftOn: '2026-11-20' }

  it('moves within the round and out of it: it stays out, and comes back only where the round asks', async () => {
    const of = await ground('Lò Thị Dời')
    const [one] = of.cases as [CaseOf]
    await done(record(of, body([one])))
    await moves(one, thon2)
    expect(await rowOf(of, one)).toMatchObject(stays)
    await moves(one, thon4)
    expect(await rowOf(of, one)).toMatchObject(stays)
    expect(await refusal(world, () => takeBack(of, [one]))).toBe('unsurveyed.elsewhere')
    await moves(one, thon2)
    expect(await rowOf(of, one)).toMatchObject(stays)
    await done(takeBack(of, [one]))
    expect(await rowOf(of, one)).toMatchObject({ state: 'assigned', villageId: thon2 })
    await mustAddUp(world, of.round.roundId, ['hung', 'lan', 'mai'])
  })

  it('ends, is merged, and stands again: the reason holds', async () => {
    const of = await ground('Lò Thị Hết', 'Lò Thị Nhập')
    const [ends, joins] = of.cases as [CaseOf, CaseOf]
    const into = await settle(world, thon1, 'Lò Thị Nhận')
    await done(record(of, body([ends, joins])))
    await done(
      world.as('hung').post(`/api/households/${ends.householdId}/end`, { on: '2026-11-20', reason: 'moved_away' }),
    )
    expect(await rowOf(of, ends)).toMatchObject(stays)
    expect(await refusal(world, () => takeBack(of, [ends]))).toBe('unsurveyed.elsewhere')
    const { members } = (await world.as('hung').get(`/api/households/${joins.householdId}`)).json()
    const relations = members.map(({ memberId }: { memberId: string }) => ({ memberId, relation: 'other' }))
    const merged = { intoHouseholdId: into.householdId, on: '2026-11-20', relations, because: 'Ở chung' }
    await done(world.as('hung').post(`/api/households/${joins.householdId}/merge`, merged))
    expect(await rowOf(of, joins)).toMatchObject(stays)
    await mustAddUp(world, of.round.roundId, ['hung', 'lan', 'mai'])
    for (const { householdId } of [ends, joins]) {
      const { rows } = await world.owner.query(
        `select id from household_event where household_id = $1 and undone_by is null order by id desc limit 1`,
        [householdId],
      )
      await done(
        world.as('hung').post(`/api/households/${householdId}/events/${rows[0].id}/undo`, { because: 'Ghi nhầm' }),
      )
    }
    expect([await rowOf(of, ends), await rowOf(of, joins)]).toMatchObject([stays, stays])
    await done(takeBack(of, [ends, joins]))
    expect(await rowOf(of, joins)).toMatchObject({ state: 'assigned' })
    await mustAddUp(world, of.round.roundId, ['hung', 'lan', 'mai'])
  })

  it('is out while its village is handed over, and when that is undone, until it is taken back itself', async () => {
    const families = [await settle(world, thon1, 'Lò Thị Ngồi'), await settle(world, thon2, 'Lò Thị Giao')]
    const of = { ...(await roundAtSurveying(world, families)), families }
    const [, one] = of.cases as [CaseOf, CaseOf]
    const post = (person: PersonName, url: string, given: object) => done(world.as(person).post(url, given))
    await done(record(of, body([one])))
    const { eventId } = (await post('quantri', '/api/area-events', {
      change: { kind: 'move', areaId: thon2, parentId: demoAreas.kyThuongToday },
      ...{ day: '2026-11-18', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' },
    })) as { eventId: string }
    const url = `/api/rounds/${of.round.roundId}`
    expect(await refusal(world, () => takeBack(of, [one]))).toBe('surveys.case_not_found')
    expect(await post('hung', `${url}/hand-over`, { because: 'Thôn về Kỳ Thượng' })).toEqual({
      households: 0,
      villages: 1,
    })
    await post('quantri', `/api/area-events/${eventId}/undo`, { because: 'Ghi nhầm' })
    expect(await rowOf(of, one)).toMatchObject(stays)
    // Its village is asked in again with it, as with whatever is added.
    await done(takeBack(of, [one]))
    expect(await rowOf(of, one)).toMatchObject({ state: 'assigned', leftBecause: null })
    await mustAddUp(world, of.round.roundId, ['hung', 'lan', 'mai'])
  })

  it('splits: who parts from it is told as one that came, and is not out with it', async () => {
    const of = await ground('Lò Thị Tách')
    const [one] = of.cases as [CaseOf]
    await done(record(of, body([one])))
    const [, , boy] = (of.families[0] as Family).people
    const { rows } = await world.owner.query('select id from member where household_id = $1 and person_id = $2', [
      one.householdId,
      boy,
    ])
    const newHouseholdId = newId()
    await done(
      world.as('hung').post(`/api/households/${one.householdId}/split`, {
        ...{ newHouseholdId, on: '2026-11-20', address: '', number: '' },
        ...{ villageId: thon1, members: [{ memberId: rows[0].id, relation: 'head' }] },
      }),
    )
    expect(await rowOf(of, one)).toMatchObject(stays)
    const { households } = (await world.as('hung').get(`/api/rounds/${of.round.roundId}/arrivals`)).json()
    expect(households).toMatchObject([{ householdId: newHouseholdId, how: 'split' }])
    await mustAddUp(world, of.round.roundId, ['hung', 'lan', 'mai'])
  })
})
