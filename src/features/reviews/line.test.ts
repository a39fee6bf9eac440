/** The straight line, by hand through every door: from a list to certificates in force. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeSigned, verifySigned } from '#kernel/signed.ts'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  scan,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let families: Family[]
let round: RoundInHand
let cases: CaseOf[]
const decisionId = newId<'decision'>()
const enforce = {
  number: '12/QĐ-UBND',
  signedOn: '2026-11-20',
  signerName: 'Phạm Thị Bích',
  signerPost: 'Chủ tịch',
}

beforeAll(async () => {
  world = await openWorld()
  families = [
    await settle(world, thon1, 'Nguyễn Thị Nhẫn'),
    await settle(world, thon1, 'Trần Thị Ước'),
    await settle(world, thon2, 'Đỗ Thị Ánh'),
  ]
  const opened = await roundAtSurveying(world, families)
  round = opened.round
  cases = opened.cases
})
afterAll(() => world.close())

const ofCase = (at: number): CaseOf => cases[at] as CaseOf
const familyOf = (at: number): Family => families[at] as Family

describe('the straight line', () => {
  it('shows Mai her three families, prefilled from the register', async () => {
    const mine = (await world.as('mai').get('/api/my-surveys')).json()
    const heads = mine.cases.map((c: { headName: string }) => c.headName)
    expect(heads).toEqual(['Nguyễn Thị Nhẫn', 'Trần Thị Ước', 'Đỗ Thị Ánh'])
    expect(mine.rounds).toMatchObject([{ state: 'surveying', takesSurveys: true, communeName: 'Xã Tam Hồng' }])
    const { householdId, caseId } = ofCase(0)
    const form = (await world.as('mai').get(`/api/households/${householdId}/cases/${caseId}/form`)).json()
    expect(form.facts.settlement).toBe('rural')
    expect(form.facts.members[0]).toMatchObject({ name: 'Nguyễn Thị Nhẫn', relation: 'head', birth: { year: 1985 } })
    expect(form.opens.standardId).toBe('vn-2022-2025')
    expect(form.closes).toBeNull()
    const law = (await world.as('mai').get(`/api/law/${form.form.hash}`)).json()
    expect(law).toMatchObject({ kind: 'form', id: form.form.id })
  })

  it('scores each survey as it comes and tells why', async () => {
    const poor = await round.send(ofCase(0), lackingAnswers(familyOf(0), 1_000_000))
    expect(poor.answer).toMatchObject({
      state: 'submitted',
      verdicts: [{ purpose: 'opens', class: 'poor', b2: 40, undecidable: null }],
    })
    const near = await round.send(ofCase(1), answersOf(familyOf(1), 1_400_000))
    expect(near.answer.verdicts[0].class).toBe('near_poor')
    const out = await round.send(ofCase(2), answersOf(familyOf(2), 5_000_000))
    expect(out.answer.verdicts[0].class).toBe('not_poor')
    const { rows } = await world.owner.query(`select what, account_id from audit_line where subject_id = $1`, [
      poor.surveyId,
    ])
    expect(rows).toEqual([{ what: 'survey.submitted', account_id: world.idOf('mai') }])
  })

  it('lets Hùng return one with a comment, which Mai sees, and counts it as a need for training', async () => {
    const { householdId, caseId } = ofCase(1)
    const seen = (await world.as('hung').get(`/api/households/${householdId}/cases/${caseId}`)).json()
    expect(seen.can).toEqual(['return', 'accept'])
    const notes = [{ question: 'housing.areaM2', person: null, note: 'Đo lại diện tích' }]
    const surveyId = seen.survey.surveyId
    const url = `/api/households/${householdId}/cases/${caseId}/return`
    expect((await world.as('hung').post(url, { surveyId, notes })).json()).toEqual({ caseId, state: 'returned' })
    const mine = (await world.as('mai').get('/api/my-surveys')).json()
    expect(mine.cases[0]).toMatchObject({ caseId, state: 'returned', comments: [{ question: 'housing.areaM2' }] })
    const needs = await world.owner.query('select topic, cause, account_id from training_need')
    expect(needs.rows).toEqual([{ topic: 'housing', cause: 'returned_form', account_id: world.idOf('mai') }])
    const form = (await world.as('mai').get(`/api/households/${householdId}/cases/${caseId}/form`)).json()
    expect(form.from.kind).toBe('this_round')
    expect(form.facts).toEqual(answersOf(familyOf(1), 1_400_000))
    expect(form.changed).toEqual([])
    const boy = await world.owner.query(`select id from member where household_id = $1 and relation = 'child'`, [
      householdId,
    ])
    await round.must('hung', `/api/households/${householdId}/members/${boy.rows[0].id}/change`, { name: 'Lê Văn Út' })
    const again = (await world.as('mai').get(`/api/households/${householdId}/cases/${caseId}/form`)).json()
    expect(again.changed).toMatchObject([{ what: 'corrected', name: 'Lê Văn Út', paths: ['members[].name'] }])
    await round.send(ofCase(1), {
      ...answersOf(familyOf(1), 1_400_000),
      housing: { wall: 'durable', pillar: 'durable', roof: 'durable', areaM2: 58 },
    })
  })

  it('will not finish checking before every survey is accepted, nor draft before', async () => {
    expect((await round.finish('surveying')).json()).toMatchObject({ state: 'checking' })
    const early = await round.finish('checking')
    expect(early.json()).toMatchObject({
      code: 'reviews.blocked',
      facts: { blocked: [{ code: 'not_accepted', count: 3 }] },
    })
    expect((await round.draft()).json()).toMatchObject({ code: 'reviews.blocked' })
  })

  it('accepts, passes the steps on paper openly, and says so', async () => {
    for (const one of cases) {
      const seen = (await world.as('hung').get(`/api/households/${one.householdId}/cases/${one.caseId}`)).json()
      expect((await round.accept(one, seen.survey.surveyId)).json()).toMatchObject({ state: 'accepted' })
    }
    await round.finish('checking')
    await round.pastPaperSteps()
    const shown = await round.show()
    expect(shown.round.state).toBe('deciding')
    const meeting = shown.steps.find((s: { step: string }) => s.step === 'village_meeting')
    expect(meeting).toMatchObject({ state: 'skipped', built: false, by: 'Lê Văn Hùng' })
    expect(meeting.because).toContain('chưa có trong phần mềm: làm trên giấy, ghi lại ở đây')
    expect(shown.steps.map((s: { step: string }) => s.step)).not.toContain('district_opinion')
    expect(shown.blocked).toEqual([])
  })

  it('drafts, prints and puts in force; Bích enters what she signed', async () => {
    const drafted = await round.draft(decisionId)
    const { contentHash } = drafted.json()
    expect((await world.as('hung').get(`/api/decisions/${decisionId}/quyet-dinh.pdf`)).statusCode).toBe(200)
    const soon = await world.as('bich').upload(`/api/decisions/${decisionId}/enforce`, enforce, scan())
    expect(soon.json()).toMatchObject({ code: 'reviews.decision_state' })
    const printed = await world.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })
    expect(printed.json()).toEqual({ decisionId, state: 'printed' })
    const done = await world.as('bich').upload(`/api/decisions/${decisionId}/enforce`, enforce, scan())
    expect(done.json()).toEqual({ decisionId, state: 'in_force', classesHoldFrom: '2026-11-20', certificates: 2 })
    const { rows } = await world.owner.query(
      `select class, valid_from, valid_until from household_class where decision_id = $1 order by class`,
      [decisionId],
    )
    expect(rows).toEqual([
      { class: 'near_poor', valid_from: '2026-11-20', valid_until: null },
      { class: 'not_poor', valid_from: '2026-11-20', valid_until: null },
      { class: 'poor', valid_from: '2026-11-20', valid_until: null },
    ])
  })

  it('prints every paper, and the certificate proves itself', async () => {
    for (const [path, type] of [
      ['quyet-dinh.pdf', 'application/pdf'],
      ['quyet-dinh.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['giay-chung-nhan.pdf', 'application/pdf'],
      ['danh-sach.pdf?class=poor', 'application/pdf'],
      ['danh-sach.xlsx?class=near_poor', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['ban-ky', 'application/pdf'],
    ] as const) {
      const reply = await world.as('bich').get(`/api/decisions/${decisionId}/${path}`)
      expect([path, reply.statusCode, reply.headers['content-type']]).toEqual([path, 200, type])
      expect(reply.rawPayload.length).toBeGreaterThan(10)
    }
    const { rows } = await world.owner.query('select id, number, signed from certificate order by number')
    expect(rows.map((r) => r.number)).toEqual(['0001/GCN-2026', '0002/GCN-2026'])
    const decoded = decodeSigned(rows[0].signed)
    const { keys } = (await world.nobody.get('/api/public/keys')).json()
    expect(decoded?.paper).toMatchObject({ holder: 'Nguyễn Thị Nhẫn', states: 'poor', id: rows[0].id })
    if (!decoded) throw new Error('not a signed paper')
    expect(await verifySigned(decoded, keys, crypto.subtle as never)).toBe('genuine')
    const status = (await world.nobody.get(`/api/public/papers/${rows[0].id}`)).json()
    expect(status).toEqual({
      known: true,
      kind: 'certificate',
      inForce: true,
      from: '2026-11-20',
      until: null,
      replacedBy: null,
      day: '2026-11-20',
    })
    expect((await world.nobody.get(`/api/public/papers/${newId()}`)).json()).toMatchObject({
      known: false,
      inForce: false,
    })
  })

  it('shows figures that open what they count, and the household its own story', async () => {
    const figures = (await world.as('lan').get(`/api/rounds/${round.roundId}/figures`)).json()
    expect(figures.opens.poor).toEqual({ count: 1, opens: { roundId: round.roundId, class: 'poor' } })
    expect(figures.denominators.register.households).toBe(3)
    const list = (await world.as('lan').get(`/api/rounds/${round.roundId}/cases?class=poor`)).json()
    expect(list).toMatchObject({ total: 1, cases: [{ headName: 'Nguyễn Thị Nhẫn' }], can: [] })
    const own = (await world.as('hung').get(`/api/households/${familyOf(0).householdId}/review`)).json()
    expect(own).toMatchObject({
      now: 'poor',
      classes: [{ class: 'poor', decisionNumber: '12/QĐ-UBND' }],
      papers: [{ class: 'poor' }],
    })
    expect(own.verdicts[0].verdict.indicators.length).toBe(12)
  })

  it('counts classes from poor to not poor, and movements in one order, whatever the alphabet says', async () => {
    const { counts, movements } = (await world.as('bich').get(`/api/decisions/${decisionId}`)).json()
    expect(counts.map((c: { class: string }) => c.class)).toEqual(['poor', 'near_poor', 'not_poor'])
    expect(movements).toEqual([
      { movement: 'newly', count: 2 },
      { movement: 'other', count: 1 },
    ])
  })

  it('ends with the certificates handed over', async () => {
    const work = (await world.as('hung').get('/api/work')).json()
    expect(work.items).toMatchObject([{ kind: 'to_hand_over', roundId: round.roundId }])
    expect((await round.finish('certificates')).json()).toMatchObject({ state: 'completed' })
    expect((await world.as('hung').get('/api/work')).json()).toEqual({ items: [] })
  })
})
