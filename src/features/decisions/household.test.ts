/** One household's own story: the classes it held, why, in which rounds, by which papers; told only where it may be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { deciding, inForce } from '#test/decisions.ts'
import { answersOf, type CaseOf, type Family, lackingAnswers, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const reviewUrl = (householdId: string, day = '') => `/api/households/${householdId}/review${day && `?day=${day}`}`
const review = async ({ householdId }: Family, person: PersonName = 'hung', day = '') =>
  (await world.as(person).get(reviewUrl(householdId, day))).json()

async function certified(family: Family): Promise<string> {
  const { round } = await deciding(world, [family])
  const { decisionId } = await round.printed()
  await inForce(world, decisionId)
  return decisionId
}

describe('a household', () => {
  it('that was never reviewed has no class, no verdict, no case and no paper', async () => {
    expect(await review(await settle(world, thon1, 'Nguyễn Thị Nhẫn'))).toMatchObject({
      day: '2026-11-20',
      now: null,
      classes: [],
      verdicts: [],
      cases: [],
      papers: [],
    })
  })

  it('holds no class by its verdict alone: only a decision in force gives one', async () => {
    const family = await settle(world, thon1, 'Trần Thị Ước')
    const { round } = await deciding(world, [family])
    await round.printed()
    const told = await review(family)
    expect([told.now, told.classes, told.papers]).toEqual([null, [], []])
    expect(told.verdicts).toMatchObject([{ purpose: 'opens', undecidable: null, verdict: { class: 'poor' } }])
  })

  it('names of each class the decision and the verdict it stands on, which can be read', async () => {
    const family = await settle(world, thon1, 'Lê Thị Cúc')
    const decisionId = await certified(family)
    const told = await review(family)
    expect(told.classes).toMatchObject([
      { class: 'poor', decisionId, standardId: 'vn-2022-2025', from: '2026-11-20', until: null },
    ])
    const verdict = told.verdicts.find((v: { verdictId: string }) => v.verdictId === told.classes[0].verdictId)
    expect(verdict.verdict).toMatchObject({ class: 'poor', standardId: 'vn-2022-2025' })
    expect(
      verdict.verdict.indicators.filter((i: { state: string }) => i.state === 'lacking').length,
    ).toBeGreaterThanOrEqual(3)
    expect(told.papers).toMatchObject([{ decisionId, class: 'poor', year: 2026 }])
  })

  it('keeps every verdict of every survey, the newest first, also those that came back', async () => {
    const family = await settle(world, thon1, 'Đỗ Thị Ánh')
    const { round, cases } = await roundAtSurveying(world, [family])
    const [one] = cases as [CaseOf]
    const first = await round.send(one, lackingAnswers(family, 1_000_000))
    const notes = [{ question: '', person: null, note: 'Hỏi lại' }]
    const url = `/api/households/${one.householdId}/cases/${one.caseId}/return`
    await round.must('hung', url, { surveyId: first.surveyId, notes })
    const second = await round.send(one, answersOf(family, 9_000_000))
    const { verdicts, cases: stood } = await review(family)
    expect(verdicts.map((v: { surveyId: string }) => v.surveyId)).toEqual([second.surveyId, first.surveyId])
    expect(verdicts.map((v: { verdict: { class: string } }) => v.verdict.class)).toEqual(['not_poor', 'poor'])
    expect(stood).toMatchObject([{ caseId: one.caseId, state: 'submitted' }])
  })

  it('has nothing of its neighbour of the same name', async () => {
    const [family, neighbour] = [await settle(world, thon1, 'Bùi Thị Mẵn'), await settle(world, thon1, 'Bùi Thị Mẵn')]
    await certified(neighbour)
    expect(await review(family)).toMatchObject({ now: null, classes: [], verdicts: [], cases: [], papers: [] })
  })
})

describe('the story of a household is not told', () => {
  it.each(['xem', 'dao', 'quantri', 'la'] as const)('to %s', async (person) => {
    const { householdId } = await settle(world, thon1, 'Vũ Thị Hợi')
    expect(await refusal(world, () => world.as(person).get(reviewUrl(householdId)))).toBe('access.denied')
  })

  it('to the neighbour’s official, an enumerator of other villages, or who has not signed in', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Mỉ')
    for (const person of ['son', 'thang'] as const)
      expect(await refusal(world, () => world.as(person).get(reviewUrl(householdId)))).toBe('surveys.case_not_found')
    expect(await refusal(world, () => world.nobody.get(reviewUrl(householdId)))).toBe('access.sign_in_needed')
  })

  it('of a household that is not, or of a day that is none', async () => {
    const { householdId } = await settle(world, thon1, 'Lò Thị Mẩy')
    expect(await refusal(world, () => world.as('hung').get(reviewUrl(newId())))).toBe('surveys.case_not_found')
    for (const day of ['2026-02-30', 'today', '20/11/2026'])
      expect(await refusal(world, () => world.as('hung').get(reviewUrl(householdId, day)))).toBe('input.invalid')
  })

  it('but to Hùng, Bích, Lan and Kiểm alike, and to Mai without the number of a decision that she may not read', async () => {
    const family = await settle(world, thon1, 'Chíu Thị Múi')
    await certified(family)
    const byHung = await review(family)
    const [paper] = byHung.papers
    expect(paper.can).toEqual(['correct'])
    const told = { ...byHung, papers: [{ ...paper, can: [] }] }
    for (const person of ['bich', 'lan', 'kiem'] as const) expect(await review(family, person)).toEqual(told)
    const [held] = told.classes
    expect(await review(family, 'mai')).toEqual({ ...told, classes: [{ ...held, decisionNumber: null }] })
  })
})
