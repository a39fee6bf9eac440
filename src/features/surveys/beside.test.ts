/** Two surveys of one household: both are kept, what differs is shown with who and when, and a person says which stands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { answersOf, type CaseOf, type Family, lackingAnswers, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { answersIn, meetingAt } from '#test/together.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Mai has sent a survey of a household of hers. */
async function sent() {
  const family: Family = await settle(world, thon1, 'Nguyễn Thị Nhẫn')
  const { round, cases } = await roundAtSurveying(world, [family])
  const one = cases[0] as CaseOf
  const url = `/api/households/${one.householdId}/cases/${one.caseId}`
  const first = await round.surveyOf(one, answersOf(family, 1_000_000))
  expect((await world.as('mai').post(`${url}/surveys`, first)).statusCode).toBe(200)
  const post =
    (path: string, body: object, person: PersonName = 'hung', command?: string) =>
    () =>
      world.as(person).post(`${url}/${path}`, body, command)
  const later = async (income: number) => round.surveyOf(one, lackingAnswers(family, income), 'hung')
  const show = async () => (await world.as('hung').get(url)).json()
  const accept = (surveyId: string) => post('accept', { surveyId })
  const choose = (surveyId: string, laterId: string, take: boolean) =>
    post('choose', { surveyId, laterId, take, because: 'Đã hỏi lại gia đình' })
  return { family, round, one, first, post, later, show, accept, choose }
}

describe('a survey that arrives when another stands', () => {
  it('is kept beside it, differences named; the later one is taken, and both stay', async () => {
    const { one, first, later, post, show, choose, accept } = await sent()
    const second = await later(5_000_000)
    expect((await post('surveys', second)()).json()).toMatchObject({ surveyId: second.surveyId, state: 'submitted' })
    const shown = await show()
    expect(shown.survey).toMatchObject({ surveyId: first.surveyId, by: expect.stringContaining('Mai') })
    expect(shown.beside).toMatchObject([{ surveyId: second.surveyId, by: expect.stringContaining('Hùng') }])
    // Mai holds her village, Hùng the commune: both offices are said.
    expect(shown.stands).toMatchObject({ where: { vi: expect.stringMatching(/^Rà soát viên, Thôn/) } })
    expect(shown.beside[0].where.vi).toMatch(/^Công chức xã, .*Tam Hồng/)
    const income = shown.beside[0].differences.find((row: { path: string }) => row.path === 'income.perPersonMonth')
    expect(income).toMatchObject({ before: 1_000_000, now: 5_000_000 })
    expect(await refusal(world, accept(first.surveyId))).toBe('surveys.decide_first')
    expect((await choose(first.surveyId, second.surveyId, true)()).statusCode).toBe(200)
    const after = await show()
    expect([after.survey.surveyId, after.beside]).toEqual([second.surveyId, []])
    expect(await refusal(world, accept(first.surveyId))).toBe('surveys.moved_on')
    expect((await accept(second.surveyId)()).statusCode).toBe(200)
    const { rows } = await world.owner.query('select id, taken from survey where household_id = $1 order by taken', [
      one.householdId,
    ])
    expect(rows).toEqual([
      { id: first.surveyId, taken: false },
      { id: second.surveyId, taken: true },
    ])
  })

  it('takes an accepted case back to the checker, who keeps what stood', async () => {
    const { first, later, post, show, choose, accept } = await sent()
    await accept(first.surveyId)()
    const second = await later(4_000_000)
    expect((await post('surveys', second)()).statusCode).toBe(200)
    expect((await show()).case).toMatchObject({ state: 'submitted' })
    expect((await choose(first.surveyId, second.surveyId, false)()).statusCode).toBe(200)
    expect(await refusal(world, choose(first.surveyId, second.surveyId, true))).toBe('surveys.moved_on')
    expect((await accept(first.surveyId)()).statusCode).toBe(200)
  })

  it('with the same answers leaves nothing to decide', async () => {
    const { first, post, show, accept } = await sent()
    expect((await post('surveys', { ...first, surveyId: newId() }, 'mai')()).statusCode).toBe(200)
    expect((await show()).beside).toEqual([])
    expect((await accept(first.surveyId)()).statusCode).toBe(200)
  })

  it('a week late and sent again is one survey beside, answered the same', async () => {
    const { later, post, show } = await sent()
    const command = newId<'command'>()
    const send = post('surveys', await later(3_000_000), 'hung', command)
    const answer = (await send()).json()
    expect((await send()).json()).toEqual(answer)
    expect((await show()).beside).toHaveLength(1)
  })

  it('in the same second as the accepting is not accepted over unseen', async () => {
    const { first, later, post, show, accept } = await sent()
    const second = await later(2_000_000)
    const replies = await meetingAt(world, 'audit_line', [post('surveys', second), accept(first.surveyId)])
    expect(answersIn(replies)).toEqual(['ok', 'surveys.decide_first'])
    expect((await show()).case).toMatchObject({ state: 'submitted' })
    const other = await sent()
    const third = await other.later(2_000_000)
    const both = await meetingAt(world, 'audit_line', [
      other.accept(other.first.surveyId),
      other.post('surveys', third),
    ])
    expect(answersIn(both)).toEqual(['ok', 'ok'])
    expect((await other.show()).case).toMatchObject({ state: 'submitted' })
  })

  it('is the sixth that waits: refused in words', async () => {
    const { later, post } = await sent()
    for (const n of [1, 2, 3, 4, 5]) expect((await post('surveys', await later(n * 100_000))()).statusCode).toBe(200)
    expect(await refusal(world, post('surveys', await later(900_000)))).toBe('surveys.beside_full')
  })

  it('is decided on by who checks there, not by who surveys nor by the next commune', async () => {
    const { first, later, post } = await sent()
    const second = await later(6_000_000)
    await post('surveys', second)()
    const body = { surveyId: first.surveyId, laterId: second.surveyId, take: true, because: 'Đã hỏi lại' }
    // As a page of the build before sends it: it has no field to look over, and is told to reload.
    const { because: _because, ...before } = body
    expect(await refusal(world, post('choose', before))).toBe('input.invalid')
    expect((await post('choose', before)()).json().title.vi).toContain('tải lại trang')
    expect(await refusal(world, post('choose', body, 'mai'))).toBe('access.denied')
    expect(await refusal(world, post('choose', body, 'son'))).toBe('surveys.case_not_found')
  })
})
