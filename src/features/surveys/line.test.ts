/** From the form on Mai's phone to what Hùng returns: by hand through the doors. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
let families: Family[]
let round: RoundInHand
let cases: CaseOf[]
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

describe('surveys', () => {
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
    expect(seen.can).toEqual(['return', 'accept', 'explain'])
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

  it('wait for Mai, then for Hùng, and for nobody else', async () => {
    const waiting = async (person: 'mai' | 'hung' | 'lan' | 'son') =>
      (await world.as(person).get('/api/work/surveys'))
        .json()
        .items.map((i: { kind: string; count: number }) => [i.kind, i.count])
    expect(await waiting('hung')).toEqual([['to_check', 3]])
    expect([await waiting('mai'), await waiting('lan'), await waiting('son')]).toEqual([[], [], []])
  })
})
