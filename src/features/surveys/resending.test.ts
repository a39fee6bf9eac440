/** The same id again: of a survey, of a command. What came first stands, and nothing is written twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  makeEnumerator,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
} from '#test/rounds.ts'
import { refusal, rowsNow } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await makeEnumerator(world, 'thang', thon1)
})
afterAll(() => world.close())

type Ready = { readonly round: RoundInHand; readonly family: Family; readonly one: CaseOf }

/** A household given to Mai, in a round that takes surveys. */
async function ready(): Promise<Ready> {
  const family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
  const { round, cases } = await roundAtSurveying(world, [family])
  return { round, family, one: cases[0] as CaseOf }
}

const surveysUrl = ({ householdId, caseId }: CaseOf) => `/api/households/${householdId}/cases/${caseId}/surveys`
const bodyOf = ({ round, family, one }: Ready, income = 1_000_000) => round.surveyOf(one, answersOf(family, income))
const send = (one: CaseOf, body: object, by: { person?: PersonName; command?: string } = {}) =>
  world.as(by.person ?? 'mai').post(surveysUrl(one), body, by.command)
const count = async (table: string, household: string) =>
  (
    await world.owner.query<{ n: number }>(`select count(*)::int as n from ${table} where household_id = $1`, [
      household,
    ])
  ).rows[0]?.n

describe('one id twice', () => {
  it('the id of a survey may stand at two households: each keeps its own', async () => {
    const [of, other] = [await ready(), await ready()]
    const [mine, theirs] = [await bodyOf(of), await bodyOf(other, 5_000_000)]
    await send(of.one, mine)
    const reply = await send(other.one, { ...theirs, surveyId: mine.surveyId })
    expect(reply.json()).toMatchObject({ caseId: other.one.caseId, verdicts: [{ class: 'not_poor' }] })
    const { rows } = await world.owner.query('select household_id, class from verdict where survey_id = $1', [
      mine.surveyId,
    ])
    expect(new Map(rows.map((r) => [r.household_id, r.class]))).toEqual(
      new Map([
        [of.one.householdId, 'near_poor'],
        [other.one.householdId, 'not_poor'],
      ]),
    )
  })

  it('at one household it names one survey: what came first stands', async () => {
    const of = await ready()
    const first = await bodyOf(of)
    await send(of.one, first)
    const notes = [{ question: '', person: null, note: 'Hỏi lại' }]
    await of.round.must('hung', surveysUrl(of.one).replace('surveys', 'return'), { surveyId: first.surveyId, notes })
    const second = { ...(await bodyOf(of, 5_000_000)), surveyId: first.surveyId }
    expect(await refusal(world, () => send(of.one, second))).toBe('surveys.survey_id_used')
    const { rows } = await world.owner.query('select income from survey where id = $1', [first.surveyId])
    expect(rows).toEqual([{ income: 1_000_000 }])
  })

  it('the same survey by another command is answered as the first and nothing is written, whatever came of it since', async () => {
    const of = await ready()
    const body = await bodyOf(of)
    const first = await send(of.one, body)
    const again = async () => {
      const before = await rowsNow(world)
      const reply = await send(of.one, body, { command: newId() })
      expect(await rowsNow(world)).toEqual(before)
      return reply
    }
    expect((await again()).json()).toEqual(first.json())
    const notes = [{ question: '', person: null, note: 'Hỏi lại' }]
    await of.round.must('hung', surveysUrl(of.one).replace('surveys', 'return'), { surveyId: body.surveyId, notes })
    expect((await again()).json()).toEqual(first.json())
    for (const other of [{ surveyedOn: '2026-11-19' }, { facts: answersOf(of.family, 9_000_000) }])
      expect(await refusal(world, () => send(of.one, { ...body, ...other }))).toBe('surveys.survey_id_used')
    expect(await refusal(world, () => send(of.one, body, { person: 'hung' }))).toBe('surveys.survey_id_used')
    expect([await count('survey', of.one.householdId), await count('verdict', of.one.householdId)]).toEqual([1, 1])
  })

  it('a command whose reply was lost is answered although the role has ended since; nothing new is taken', async () => {
    const of = await ready()
    const [body, command] = [await bodyOf(of), newId()]
    const first = await send(of.one, body, { command })
    const grants = `account_id = '${world.idOf('mai')}' and valid_until is null`
    const { rows: ended } = await world.owner.query<{ id: string }>(
      `update access_grant set valid_until = '2026-11-20' where ${grants} returning id`,
    )
    expect(ended.length).toBeGreaterThan(0)
    const again = await send(of.one, body, { command })
    expect([again.statusCode, again.json()]).toEqual([200, first.json()])
    const richer = { ...body, facts: answersOf(of.family, 9_000_000) }
    expect(await refusal(world, () => send(of.one, richer, { command }))).toBe('access.denied')
    expect(await refusal(world, () => send(of.one, body, { command: newId() }))).toBe('access.denied')
    expect(await refusal(world, () => send(of.one, {}, { command }))).toBe('access.denied')
    await world.owner.query('update access_grant set valid_until = null where id = any ($1)', [ended.map((g) => g.id)])
  })

  it('a command resent with other bytes, to another household or by another person is refused; the same is answered', async () => {
    const [of, other] = [await ready(), await ready()]
    const body = await bodyOf(of)
    const command = newId()
    const answer = (await send(of.one, body, { command })).json()
    const richer = { ...body, facts: answersOf(of.family, 9_000_000) }
    expect(await refusal(world, () => send(of.one, richer, { command }))).toBe('command.reused')
    expect(await refusal(world, () => send(other.one, body, { command }))).toBe('command.reused')
    expect(await refusal(world, () => send(of.one, body, { command, person: 'thang' }))).toBe('surveys.not_yours')
    expect((await send(of.one, body, { command })).json()).toEqual(answer)
    expect(await count('survey', of.one.householdId)).toBe(1)
    expect(await count('verdict', of.one.householdId)).toBe(1)
  })

  it('no command at all, or one that is no id', async () => {
    const of = await ready()
    const body = await bodyOf(of)
    for (const command of ['', 'x', '123'])
      expect(await refusal(world, () => send(of.one, body, { command }))).toBe('input.invalid')
  })
})
