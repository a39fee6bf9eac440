/** A survey, its household and its round: two people in the same second. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  makeEnumerator,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Sent = { readonly round: RoundInHand; readonly family: Family; readonly one: CaseOf; readonly surveyId: string }

/** A round with one household whose survey waits to be checked. */
async function sent(): Promise<Sent> {
  const family = await settle(world, thon1, 'Bùi Thị Mẵn')
  const { round, cases } = await roundAtSurveying(world, [family])
  const [one] = cases as [CaseOf]
  const { surveyId } = await round.send(one, lackingAnswers(family, 1_000_000))
  return { round, family, one, surveyId }
}

const post =
  (url: string, body: object, person: 'hung' | 'mai' = 'hung') =>
  () =>
    world.as(person).post(url, body)
const urlOf = ({ one }: Sent) => `/api/households/${one.householdId}/cases/${one.caseId}`
const accept = (of: Sent) => post(`${urlOf(of)}/accept`, { surveyId: of.surveyId })
const giveBack = (of: Sent) =>
  post(`${urlOf(of)}/return`, { surveyId: of.surveyId, notes: [{ question: '', person: null, note: 'Hỏi lại' }] })
const end = ({ one }: Sent) =>
  post(`/api/households/${one.householdId}/end`, { on: '2026-11-20', reason: 'moved_away' })
const finish = ({ round }: Sent, step: string) => post(`/api/rounds/${round.roundId}/finish`, { step })
const stateOf = async (of: Sent) => (await world.as('hung').get(urlOf(of))).json().case.state

describe('a survey is checked while its household ends', () => {
  it('is not accepted, nor returned, once the household has ended, ten times out of ten', async () => {
    for (let time = 0; time < 10; time += 1) {
      const of = await sent()
      const check = time % 2 ? accept(of) : giveBack(of)
      const replies = await meetingAt(world, 'household_event', [end(of), check])
      expect(answersIn(replies)).toEqual(['ok', 'surveys.household_ended'])
      expect(replies[1]?.json().title.vi).toContain('Hộ này đã kết thúc')
      const { rows } = await world.owner.query('select state from review_case where id = $1', [of.one.caseId])
      expect(rows).toEqual([{ state: 'submitted' }])
      expect(await stateOf(of)).toBe('ended')
    }
  })

  it('is accepted first where the checker came first, and the household ends after', async () => {
    const of = await sent()
    expect(answersIn(await meetingAt(world, 'audit_line', [accept(of), end(of)]))).toEqual(['ok', 'ok'])
    expect(await stateOf(of)).toBe('ended')
  })
})

describe('a survey is sent while its household ends', () => {
  /** Mai's sending, made ready but not sent. */
  async function ready(): Promise<Sent & { send: ReturnType<typeof post> }> {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const { round, cases } = await roundAtSurveying(world, [family])
    const [one] = cases as [CaseOf]
    const survey = await round.surveyOf(one, lackingAnswers(family, 1_000_000))
    const of = { round, family, one, surveyId: survey.surveyId }
    return { ...of, send: post(`${urlOf(of)}/surveys`, survey, 'mai') }
  }

  it('is refused once the household has ended', async () => {
    const of = await ready()
    const replies = await meetingAt(world, 'household_event', [end(of), of.send])
    expect(answersIn(replies)).toEqual(['ok', 'surveys.household_ended'])
    const late = await ready()
    await end(late)()
    expect(answersIn([await late.send()])).toEqual(['surveys.household_ended'])
  })

  it('is refused of a household that moved to another village and then ended, not of one that only moved', async () => {
    const [one, other] = [await ready(), await ready()]
    for (const of of [one, other])
      await post(`/api/households/${of.one.householdId}/residence`, {
        on: '2026-11-19',
        villageId: thon2,
        address: '',
        number: '',
      })()
    await end(other)()
    expect(answersIn([await one.send(), await other.send()])).toEqual(['ok', 'surveys.household_ended'])
  })

  it('stands where it came first', async () => {
    const of = await ready()
    expect(answersIn(await meetingAt(world, 'audit_line', [of.send, end(of)]))).toEqual(['ok', 'ok'])
  })

  it('is taken once of two who surveyed the same household', async () => {
    const of = await ready()
    const other = await of.round.surveyOf(of.one, answersOf(of.family, 1_000_000), 'hung')
    const replies = await meetingAt(world, 'audit_line', [of.send, post(`${urlOf(of)}/surveys`, other)])
    expect(answersIn(replies)).toEqual(['ok', 'surveys.moved_on'])
  })

  it('is not taken from who has just lost the household to another', async () => {
    const of = await ready()
    await makeEnumerator(world, 'thang', thon1)
    const give = post(`/api/rounds/${of.round.roundId}/assign`, {
      householdIds: [of.one.householdId],
      accountId: world.idOf('thang'),
    })
    expect(answersIn(await meetingAt(world, 'audit_line', [give, of.send]))).toEqual(['ok', 'surveys.moved_on'])
  })
})

describe('one survey, two people', () => {
  it('is checked once', async () => {
    for (const [first, second] of [
      [accept, accept],
      [accept, giveBack],
      [giveBack, accept],
    ] as const) {
      const of = await sent()
      expect(answersIn(await meetingAt(world, 'audit_line', [first(of), second(of)]))).toEqual([
        'ok',
        'surveys.moved_on',
      ])
    }
  })

  it('is not returned while the checking is finished, nor is the checking finished over one returned', async () => {
    const of = await sent()
    await accept(of)()
    await finish(of, 'surveying')()
    expect(answersIn(await meetingAt(world, 'audit_line', [giveBack(of), finish(of, 'checking')]))).toEqual([
      'ok',
      'rounds.blocked',
    ])
    const { surveyId } = await of.round.send(of.one, answersOf(of.family, 1_000_000))
    const again = { ...of, surveyId }
    await accept(again)()
    expect(answersIn(await meetingAt(world, 'audit_line', [finish(of, 'checking'), giveBack(again)]))).toEqual([
      'ok',
      'surveys.step_not_allowed',
    ])
  })

  it('leaves a step finished once', async () => {
    const of = await sent()
    await accept(of)()
    const both = [finish(of, 'surveying'), finish(of, 'surveying')]
    expect(answersIn(await meetingAt(world, 'audit_line', both))).toEqual(['ok', 'rounds.moved_on'])
  })
})

describe('a household that ended in the middle of a round', () => {
  it('holds nothing up, is in no decision, and the round keeps saying so', async () => {
    const families = [await settle(world, thon1, 'Đỗ Thị Ánh'), await settle(world, thon1, 'Vũ Thị Hợi')]
    const { round, cases } = await roundAtSurveying(world, families)
    const [stays, ends] = cases as [CaseOf, CaseOf]
    await round.must('hung', `/api/households/${ends.householdId}/end`, { on: '2026-11-19', reason: 'moved_away' })
    const { surveyId } = await round.send(stays, lackingAnswers(families[0] as Family, 1_000_000))
    await round.accept(stays, surveyId)
    const mine = (await world.as('mai').get('/api/my-surveys')).json().cases
    expect(mine.find((c: CaseOf) => c.caseId === ends.caseId).state).toBe('ended')
    for (const step of ['surveying', 'checking'])
      await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
    await round.pastPaperSteps()
    const { decisionId } = await round.printed()
    const decision = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
    expect(decision.entries.map((e: { householdId: string }) => e.householdId)).toEqual([stays.householdId])
    const { counts } = (await round.show()).round
    expect(counts).toMatchObject({ accepted: 1, ended: 1, assigned: 0, total: 2 })
    await world.owner.query("update round set state = 'completed' where id = $1", [round.roundId])
    expect((await round.show()).round.counts).toEqual(counts)
    const listed = (await world.as('hung').get(`/api/rounds/${round.roundId}/cases?state=ended`)).json()
    expect(listed).toMatchObject({ total: 1, cases: [{ caseId: ends.caseId }] })
  })
})
