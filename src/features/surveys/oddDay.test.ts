/** A phone's clock stands anywhere. What was filled in arrives, and Hùng asks of which day it is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersOf, type CaseOf, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** The round began on 15/11/2026; today is 20/11/2026. */
async function given() {
  const family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
  const { round, cases } = await roundAtSurveying(world, [family])
  const one = cases[0] as CaseOf
  const url = `/api/households/${one.householdId}/cases/${one.caseId}`
  const post = (path: string, body: object, who: PersonName = 'hung') => world.as(who).post(`${url}/${path}`, body)
  const survey = await round.surveyOf(one, answersOf(family, 1_000_000))
  const on = (surveyedOn: string) => post('surveys', { ...survey, surveyedOn }, 'mai')
  const settleOn = (day: string, who?: PersonName) => post('day', { surveyId: survey.surveyId, on: day }, who)
  const accept = () => post('accept', { surveyId: survey.surveyId })
  const show = async () => (await world.as('hung').get(url)).json()
  return { family, one, survey, on, settleOn, accept, show, post }
}

describe('a survey of a day that cannot be', () => {
  it.each(['1970-01-01', '2026-11-14', '2026-11-21', '2028-11-20'])(
    '%s arrives, by the day of receipt',
    async (said) => {
      const { on, show, accept, survey } = await given()
      const reply = await on(said)
      expect(reply.statusCode, reply.body).toBe(200)
      expect(reply.json().told.vi).toContain('Ngày trên máy không đúng')
      const shown = await show()
      expect([shown.survey.surveyId, shown.survey.surveyedOn]).toEqual([survey.surveyId, '2026-11-20'])
      expect(shown.oddDay).toEqual({ said })
      expect(await refusal(world, accept)).toBe('surveys.day_open')
    },
  )

  it('is the same survey when it is sent once more, also after the day was said', async () => {
    const { on, settleOn, show, survey } = await given()
    const first = (await on('2028-11-20')).json()
    expect((await on('2028-11-20')).json().surveyId).toBe(survey.surveyId)
    await settleOn('2026-11-17')
    const again = await on('2028-11-20')
    expect(again.statusCode, again.body).toBe(200)
    expect(again.json().caseId).toBe(first.caseId)
    expect((await show()).survey.surveyedOn).toBe('2026-11-17')
    const { rows } = await world.owner.query('select count(*)::int as n from survey where id = $1', [survey.surveyId])
    expect(rows).toEqual([{ n: 1 }])
  })

  it('is accepted once Hùng has said the day, which Nhật ký tells', async () => {
    const { one, on, settleOn, accept, show } = await given()
    await on('2028-11-20')
    const done = await settleOn('2026-11-17')
    expect(done.statusCode, done.body).toBe(200)
    const shown = await show()
    expect(shown.oddDay).toMatchObject({ said: '2028-11-20', settled: { by: expect.stringContaining('Hùng') } })
    expect((await accept()).statusCode).toBe(200)
    const { rows } = await world.owner.query(
      `select facts from audit_line where subject_id = $1 and what = 'survey.day_settled'`,
      [one.caseId],
    )
    expect(rows).toMatchObject([{ facts: { said: '2028-11-20', was: '2026-11-20', on: '2026-11-17' } }])
  })

  it('has its verdicts of the day that was said: who was a child then is one', async () => {
    const { family, one, survey, post, settleOn } = await given()
    const members = answersOf(family, 1).members ?? []
    const turning = members.map((m, at) =>
      at === members.length - 1 ? { ...m, birth: { year: 2010, month: 11, day: 19 } } : m,
    )
    const facts = { ...survey.facts, members: turning }
    const sent = await post('surveys', { ...survey, facts, surveyedOn: '2028-11-20' }, 'mai')
    expect(sent.statusCode, sent.body).toBe(200)
    const codes = async () =>
      (
        await world.owner.query('select id, codes as text from verdict where household_id = $1 order by purpose', [
          one.householdId,
        ])
      ).rows
    const before = await codes()
    expect((await settleOn('2026-11-18')).statusCode).toBe(200)
    const after = await codes()
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after.map(({ text }) => text)).not.toEqual(before.map(({ text }) => text))
  })

  it('is said by who checks alone, of a day of the round, and only where the phone was wrong', async () => {
    const { on, settleOn } = await given()
    await on('2028-11-20')
    for (const day of ['2026-11-14', '2026-11-21', '2028-11-20'])
      expect(await refusal(world, () => settleOn(day))).toBe('surveys.not_of_round')
    expect(await refusal(world, () => settleOn('2026-11-17', 'mai'))).toBe('access.denied')
    expect((await settleOn('2026-11-17', 'son')).statusCode).toBeGreaterThanOrEqual(403)
    const right = await given()
    await right.on('2026-11-19')
    expect((await right.show()).oddDay).toBeNull()
    expect(await refusal(world, () => right.settleOn('2026-11-17'))).toBe('surveys.day_stands')
  })

  it('leaves no accepted survey to be dated anew, and none that another has followed', async () => {
    const { on, settleOn, accept } = await given()
    await on('2028-11-20')
    await settleOn('2026-11-20')
    expect((await accept()).statusCode).toBe(200)
    expect(await refusal(world, () => settleOn('2026-11-17'))).toBe('surveys.step_not_allowed')
  })
})
