/** A survey that must not be taken: of a case in another hand or another state, on another form, of an impossible day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStandards } from '#features/standards/library.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  makeEnumerator,
  openRound,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon4,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
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

describe('a household that is not the sender’s to survey', () => {
  it('given to somebody else of the same village: who never had it is refused, who had it is taken and told', async () => {
    const of = await ready()
    await makeEnumerator(world, 'dao', thon1)
    await of.round.must('hung', `/api/rounds/${of.round.roundId}/assign`, {
      householdIds: [of.one.householdId],
      accountId: world.idOf('thang'),
    })
    const body = await bodyOf(of)
    expect(await refusal(world, () => send(of.one, body, { person: 'dao' }))).toBe('surveys.not_yours')
    expect((await send(of.one, body, { person: 'thang' })).json()).toMatchObject({ state: 'submitted', told: null })
    const hers = await send(of.one, { ...body, surveyId: newId(), facts: answersOf(of.family, 2_000_000) })
    expect(hers.json().told.vi).toContain('giữ bên cạnh')
  })

  it('given to nobody: Mai is told that it is not hers, Hùng that it must be given first', async () => {
    const family = await settle(world, thon4, 'Trần Thị Ước')
    const round = await openRound(world, 'ad_hoc', [thon1, thon4])
    await round.list([await settle(world, thon1, 'Lê Thị Cúc')])
    await round.finish('listing')
    await round.assign(thon1, 'mai')
    await round.finish('assigning')
    const [one] = (await round.list([family])) as [CaseOf]
    const body = await round.surveyOf(one, answersOf(family, 1_000_000), 'hung')
    await makeEnumerator(world, 'mai', thon4)
    expect(await refusal(world, () => send(one, body))).toBe('surveys.not_yours')
    expect(await refusal(world, () => send(one, body, { person: 'hung' }))).toBe('surveys.step_not_allowed')
  })

  it('given to Mai, whose grant over the village has ended since', async () => {
    const of = await ready()
    const body = await of.round.surveyOf(of.one, answersOf(of.family, 1_000_000))
    const grant = `account_id = '${world.idOf('mai')}' and area_id = '${thon1}'`
    await world.owner.query(`update access_grant set valid_until = '2026-11-20' where ${grant}`)
    expect(await refusal(world, () => send(of.one, body))).toBe('surveys.case_not_found')
    await world.owner.query(`update access_grant set valid_until = null where ${grant}`)
    expect((await send(of.one, body)).statusCode).toBe(200)
  })

  it('without signing in', async () => {
    const of = await ready()
    const body = await bodyOf(of)
    expect(await refusal(world, () => world.nobody.post(surveysUrl(of.one), body))).toBe('access.sign_in_needed')
  })

  it('of a case that is another household’s, or nobody’s', async () => {
    const [of, other] = [await ready(), await ready()]
    const body = await bodyOf(of)
    const crossed = { householdId: other.one.householdId, caseId: of.one.caseId }
    expect(await refusal(world, () => send(crossed, body))).toBe('surveys.case_not_found')
    const unknown = { householdId: of.one.householdId, caseId: newId() }
    expect(await refusal(world, () => send(unknown, body))).toBe('surveys.case_not_found')
  })
})

describe('a case that waits for no survey', () => {
  it('is with the checker: once returned it takes the next one', async () => {
    const of = await ready()
    const { surveyId } = await of.round.send(of.one, answersOf(of.family, 1_000_000))
    const again = await bodyOf(of)
    const notes = [{ question: '', person: null, note: 'Hỏi lại thu nhập' }]
    await of.round.must('hung', surveysUrl(of.one).replace('surveys', 'return'), { surveyId, notes })
    expect((await send(of.one, again)).json()).toMatchObject({ surveyId: again.surveyId, state: 'submitted' })
    expect(await count('survey', of.one.householdId)).toBe(2)
  })

  it('is of a round that has not begun to survey, or has ended its checking', async () => {
    const family = await settle(world, thon1, 'Đỗ Thị Ánh')
    const early = await openRound(world, 'ad_hoc', [thon1])
    const [one] = (await early.list([family])) as [CaseOf]
    await early.finish('listing')
    await early.assign(thon1, 'mai')
    const body = await early.surveyOf(one, answersOf(family, 1_000_000))
    expect(await refusal(world, () => send(one, body))).toBe('surveys.step_not_allowed')

    const late = await ready()
    const { surveyId } = await late.round.send(late.one, answersOf(late.family, 1_000_000))
    await late.round.accept(late.one, surveyId)
    for (const step of ['surveying', 'checking'])
      await late.round.must('hung', `/api/rounds/${late.round.roundId}/finish`, { step })
    const after = await bodyOf(late)
    expect(await refusal(world, () => send(late.one, after))).toBe('surveys.step_not_allowed')
  })

  it('is of a round that was cancelled', async () => {
    const family = await settle(world, thon1, 'Vũ Thị Hợi')
    const round = await openRound(world, 'ad_hoc', [thon1])
    const [one] = (await round.list([family])) as [CaseOf]
    await round.finish('listing')
    await round.assign(thon1, 'mai')
    const body = await round.surveyOf(one, answersOf(family, 1_000_000))
    await round.must('hung', `/api/rounds/${round.roundId}/cancel`, { because: 'Mở nhầm' })
    expect(await refusal(world, () => send(one, body))).toBe('surveys.step_not_allowed')
  })
})

describe('a survey on the wrong paper or of the wrong day', () => {
  it('on the form of another year, whose hash is known to the house, or of none', async () => {
    const of = await ready()
    const body = await bodyOf(of)
    const others = loadStandards().forms.filter((form) => form.hash !== body.formHash)
    expect(others.length).toBeGreaterThan(0)
    for (const { hash } of [...others, { hash: 'f'.repeat(64) }, { hash: '' }])
      expect(await refusal(world, () => send(of.one, { ...body, formHash: hash }))).toBe('surveys.wrong_form')
  })

  it('on no day at all', async () => {
    const of = await ready()
    const body = await bodyOf(of)
    for (const surveyedOn of ['2026-11-31', '2026-02-30', '20/11/2026', ''])
      expect(await refusal(world, () => send(of.one, { ...body, surveyedOn }))).toBe('input.invalid')
    expect((await send(of.one, { ...body, surveyedOn: '2026-11-15' })).statusCode).toBe(200)
  })
})

describe('answers that contradict themselves', () => {
  const contradictions: [string, (facts: Facts) => object, string][] = [
    ['two heads', (f) => ({ members: f.members?.map((m) => ({ ...m, relation: 'head' })) }), 'members'],
    ['one person twice', (f) => ({ members: [...(f.members ?? []), f.members?.[2]] }), 'members['],
    ['born after the survey', (f) => ({ members: f.members?.map((m) => ({ ...m, birth: { year: 2027 } })) }), '.birth'],
    [
      'born on the 31st of April',
      (f) => ({ members: f.members?.map((m) => ({ ...m, birth: { year: 1985, month: 4, day: 31 } })) }),
      '.birth',
    ],
    [
      'a day without its month',
      (f) => ({ members: f.members?.map((m) => ({ ...m, birth: { year: 1985, day: 3 } })) }),
      '.birth',
    ],
    ['another number of members', () => ({ memberCount: 4 }), 'memberCount'],
    ['a town that is rural', () => ({ region: 'THANH_THI' }), 'region'],
  ]
  it.each(contradictions)('%s', async (_why, spoiled, where) => {
    const of = await ready()
    const body = await bodyOf(of)
    const wrong = { ...body, facts: { ...body.facts, ...spoiled(body.facts) } }
    expect(await refusal(world, () => send(of.one, wrong))).toBe('surveys.facts_contradict')
    expect((await send(of.one, wrong)).json().facts.where).toContain(where)
    expect((await send(of.one, body)).statusCode).toBe(200)
  })

  it.each([
    ['an answer the form does not know', { housing: { wall: 'glass' } }],
    ['an income below nothing', { income: { perPersonMonth: -1 } }],
    ['an income of half a đồng', { income: { perPersonMonth: 1.5 } }],
    ['a question nobody asks', { rumours: true }],
    ['a member without an id', { members: [{ name: 'Mẹ' }] }],
    ['a hundred and one members', { members: Array.from({ length: 101 }, (_, n) => ({ id: `p${n}` })) }],
  ])('or are none: %s', async (_why, facts) => {
    const of = await ready()
    const body = await bodyOf(of)
    expect(await refusal(world, () => send(of.one, { ...body, facts: { ...body.facts, ...facts } }))).toBe(
      'input.invalid',
    )
  })
})
