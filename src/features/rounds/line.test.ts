/** A round from its list to its decision: who moves it on, and what it says of steps done on paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answersOf,
  type CaseOf,
  type Family,
  openRound,
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

describe('a round', () => {
  it('waits for who runs it, one thing after another', async () => {
    const other = await openRound(world, 'ad_hoc', [thon1])
    const waiting = async (person: 'hung' | 'son' | 'mai') =>
      (await world.as(person).get('/api/work/rounds'))
        .json()
        .items.map((i: { kind: string; roundId: string }) => [i.kind, i.roundId === other.roundId])
    expect(await waiting('hung')).toEqual([['to_list', true]])
    await other.list([families[0] as Family])
    await other.finish('listing')
    expect(await waiting('hung')).toEqual([['to_assign', true]])
    expect([await waiting('son'), await waiting('mai')]).toEqual([[], []])
    await other.must('hung', `/api/rounds/${other.roundId}/cancel`, { because: 'Mở nhầm' })
    expect(await waiting('hung')).toEqual([])
    const shown = (await world.as('hung').get(`/api/rounds/${other.roundId}`)).json()
    expect(shown.cancelled).toMatchObject({ step: 'assigning', because: 'Mở nhầm', by: expect.stringMatching(/Hùng/) })
  })

  it('does not finish a step before its work is done', async () => {
    for (const [at, one] of cases.entries()) await round.send(one, answersOf(families[at] as Family, 1_000_000))
    expect((await round.finish('surveying')).json()).toMatchObject({ state: 'checking' })
    const early = await round.finish('checking')
    expect(early.json()).toMatchObject({
      code: 'rounds.blocked',
      facts: { blocked: [{ code: 'not_accepted', count: 3 }] },
    })
  })

  it('passes the steps on paper openly, and says so', async () => {
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
})
