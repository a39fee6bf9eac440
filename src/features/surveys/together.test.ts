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

const keptOfGone = expect.objectContaining({
  state: 'ended',
  told: expect.objectContaining({ vi: expect.stringContaining('đã kết thúc') }),
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

  it('is kept once the household has ended, and says so', async () => {
    const of = await ready()
    const [ended, sent] = await meetingAt(world, 'household_event', [end(of), of.send])
    expect([ended?.statusCode, sent?.json()]).toEqual([200, keptOfGone])
    const late = await ready()
    await end(late)()
    expect((await late.send()).json()).toEqual(keptOfGone)
    expect(await stateOf(late)).toBe('ended')
  })

  it('stands where it came first', async () => {
    const of = await ready()
    expect(answersIn(await meetingAt(world, 'audit_line', [of.send, end(of)]))).toEqual(['ok', 'ok'])
  })

  it('is taken from who has just lost the household to another, who is told', async () => {
    const of = await ready()
    await makeEnumerator(world, 'thang', thon1)
    const give = post(`/api/rounds/${of.round.roundId}/assign`, {
      householdIds: [of.one.householdId],
      accountId: world.idOf('thang'),
    })
    const [given, sent] = await meetingAt(world, 'audit_line', [give, of.send])
    expect(given?.statusCode).toBe(200)
    expect(sent?.json()).toMatchObject({ state: 'submitted', told: { vi: expect.stringContaining('người khác') } })
  })

  it('and moves to the village of another: before or after, it arrives', async () => {
    for (const at of ['household_event', 'audit_line', 'case_count']) {
      const of = await ready()
      const move = post(`/api/households/${of.one.householdId}/residence`, {
        ...{ on: '2026-11-19', villageId: thon2, address: '', number: '' },
      })
      expect(answersIn(await meetingAt(world, at, [move, of.send])), at).toEqual(['ok', 'ok'])
      const other = await ready()
      const moves = post(`/api/households/${other.one.householdId}/residence`, {
        ...{ on: '2026-11-19', villageId: thon2, address: '', number: '' },
      })
      expect(answersIn(await meetingAt(world, at, [other.send, moves])), at).toEqual(['ok', 'ok'])
    }
  })
})

describe('surveys of one household in the same instant under commands of their own', () => {
  /** Forms finished on two phones of Mai and at the desk of Hùng, ready to be sent. */
  async function finished(from: readonly ('mai' | 'hung')[]) {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const { round, cases } = await roundAtSurveying(world, [family])
    const [one] = cases as [CaseOf]
    const url = `/api/households/${one.householdId}/cases/${one.caseId}`
    const forms = await Promise.all(
      from.map((person, n) => round.surveyOf(one, lackingAnswers(family, 1_000_000 * (n + 1)), person)),
    )
    const acts = from.map((person, n) => post(`${url}/surveys`, forms[n] as object, person))
    return { url, forms, acts }
  }
  type Finished = Awaited<ReturnType<typeof finished>>

  /** One stands, the others wait beside it, and each was answered what it became. */
  async function mustStand({ url, forms }: Finished, replies: Awaited<ReturnType<typeof meetingAt>>) {
    expect(answersIn(replies)).toEqual(forms.map(() => 'ok'))
    const shown = (await world.as('hung').get(url)).json()
    const toldOf = new Map(replies.map((reply) => [reply.json().surveyId, reply.json().told]))
    expect(shown.case.state).toBe('submitted')
    expect(toldOf.get(shown.survey.surveyId)).toBeNull()
    const beside: string[] = shown.beside.map((later: { surveyId: string }) => later.surveyId)
    expect([shown.survey.surveyId, ...beside].toSorted()).toEqual(forms.map((form) => form.surveyId).toSorted())
    for (const id of beside) expect(toldOf.get(id)?.vi).toContain('giữ bên cạnh')
  }

  it.each(['survey', 'verdict', 'review_case', 'case_count', 'command', 'audit_line'])(
    'brought to one line at %s: one stands, the other beside it',
    async (table) => {
      for (const from of [
        ['mai', 'mai'],
        ['mai', 'hung'],
        ['hung', 'mai'],
      ] as const) {
        const of = await finished(from)
        await mustStand(of, await meetingAt(world, table, of.acts))
      }
    },
  )

  it('let go without a hand on them, forty times of two and ten times of four', async () => {
    for (let time = 0; time < 50; time += 1) {
      const of = await finished(time % 5 === 4 ? ['mai', 'mai', 'hung', 'hung'] : ['mai', time % 2 ? 'hung' : 'mai'])
      await mustStand(of, await Promise.all(of.acts.map((act) => act())))
    }
  })

  it('one form under two commands is one survey, answered the same', async () => {
    for (let time = 0; time < 10; time += 1) {
      const { url, forms, acts } = await finished(['mai'])
      const [send] = acts as [(typeof acts)[number]]
      const [one, other] = await Promise.all([send(), post(`${url}/surveys`, forms[0] as object, 'mai')()])
      expect([one?.statusCode, other?.json()]).toEqual([200, one?.json()])
    }
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
