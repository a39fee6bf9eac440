/** Decisions that must not be made: with open cases, twice, by whom it is not for, from a list that is not the one seen. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { deciding } from '#test/decisions.ts'
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
import { tried } from '#test/tried.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Deciding = { readonly round: RoundInHand; readonly families: readonly Family[]; readonly cases: readonly CaseOf[] }

/** A round at its decision over two poor families. */
async function decided(names = ['Nguyễn Thị Nhẫn', 'Trần Thị Ước']): Promise<Deciding> {
  const families: Family[] = []
  for (const [at, name] of names.entries()) families.push(await settle(world, at % 2 ? thon2 : thon1, name))
  return { families, ...(await deciding(world, families)) }
}

const draft = ({ round }: Pick<Deciding, 'round'>, by: { person?: PersonName; id?: string; command?: string } = {}) =>
  world
    .as(by.person ?? 'hung')
    .post(`/api/rounds/${round.roundId}/decision`, { decisionId: by.id ?? newId() }, by.command)
const withdraw = (decisionId: string, because = 'In sai tên', person: PersonName = 'hung') =>
  world.as(person).post(`/api/decisions/${decisionId}/withdraw`, { because })
const print = (decisionId: string, contentHash: string, person: PersonName = 'hung') =>
  world.as(person).post(`/api/decisions/${decisionId}/print`, { contentHash })
async function drafted(of: Deciding): Promise<{ decisionId: string; contentHash: string }> {
  const answer = (await draft(of)).json()
  await tried(world, answer.decisionId)
  return answer
}
const show = async (decisionId: string, person: PersonName = 'hung') =>
  (await world.as(person).get(`/api/decisions/${decisionId}`)).json()
const codesIn = (reply: { json(): { facts: { blocked: { code: string; count: number }[] } } }) =>
  reply.json().facts.blocked.map((b) => [b.code, b.count])

describe('a decision is not drafted', () => {
  it.each(['mai', 'thang', 'bich', 'lan', 'kiem', 'xem', 'dao', 'quantri', 'la'] as const)(
    'by %s, whose roles prepare none',
    async (person) => {
      const of = await decided(['Nguyễn Thị Nhẫn'])
      expect(await refusal(world, () => draft(of, { person }))).toBe('access.denied')
    },
  )

  it('by the official of the next commune, nor without signing in, nor of a round that is not', async () => {
    const of = await decided(['Nguyễn Thị Nhẫn'])
    expect(await refusal(world, () => draft(of, { person: 'son' }))).toBe('rounds.not_found')
    const url = `/api/rounds/${of.round.roundId}/decision`
    expect(await refusal(world, () => world.nobody.post(url, { decisionId: newId() }))).toBe('access.sign_in_needed')
    const nowhere = `/api/rounds/${newId()}/decision`
    expect(await refusal(world, () => world.as('hung').post(nowhere, { decisionId: newId() }))).toBe('rounds.not_found')
  })

  it('at any step before its own, and says what is open there', async () => {
    const family = await settle(world, thon1, 'Lê Thị Cúc')
    const { round, cases } = await roundAtSurveying(world, [family])
    const [one] = cases as [CaseOf]
    const of = { round }
    const blocked = async () => {
      expect(await refusal(world, () => draft(of))).toBe('decisions.blocked')
      return codesIn(await draft(of))
    }
    expect(await blocked()).toEqual([
      ['step_open', 0],
      ['not_accepted', 1],
    ])
    const { surveyId } = await round.send(one, lackingAnswers(family, 1_000_000))
    expect(await blocked()).toEqual([
      ['step_open', 0],
      ['not_accepted', 1],
    ])
    await round.accept(one, surveyId)
    for (const step of ['surveying', 'checking']) {
      expect(await blocked()).toEqual([['step_open', 0]])
      await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
    }
    for (const step of ['village_meeting', 'posting', 'objections']) {
      expect(await blocked()).toEqual([['step_open', 0]])
      await round.must('hung', `/api/rounds/${round.roundId}/skip`, { step })
    }
    expect((await draft(of)).json()).toMatchObject({ state: 'drafted' })
  })

  it('with a household whose class its answers leave open, which is named and can be opened', async () => {
    const families = [await settle(world, thon1, 'Đỗ Thị Ánh'), await settle(world, thon1, 'Bùi Thị Mẵn')]
    const { round, cases } = await roundAtSurveying(world, families)
    const { income: _measured, settlement: _place, ...unknown } = answersOf(families[1] as Family, 0)
    for (const [at, facts] of [lackingAnswers(families[0] as Family, 1_000_000), unknown].entries()) {
      const { surveyId } = await round.send(cases[at] as CaseOf, facts)
      await round.accept(cases[at] as CaseOf, surveyId)
    }
    for (const step of ['surveying', 'checking'])
      await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
    await round.pastPaperSteps()
    expect(await refusal(world, () => draft({ round }))).toBe('decisions.blocked')
    const { blocked } = (await draft({ round })).json().facts
    expect(blocked).toHaveLength(1)
    expect(blocked[0].households).toEqual([{ ...cases[1], headName: 'Bùi Thị Mẵn' }])
  })

  it('twice, by the same id or another; the same command is answered as before', async () => {
    const of = await decided(['Vũ Thị Hợi'])
    const [id, command] = [newId(), newId()]
    const first = (await draft(of, { id, command })).json()
    expect(await refusal(world, () => draft(of))).toBe('decisions.exists')
    expect(await refusal(world, () => draft(of, { id }))).toBe('decisions.exists')
    expect((await draft(of, { id, command })).json()).toEqual(first)
    const other = await decided(['Vũ Thị Hợi'])
    expect(await refusal(world, () => draft(other, { id }))).toBe('decisions.exists')
  })

  it('by two presses in the same second: one is made, the other told', async () => {
    const of = await decided(['Lò Thị Mỉ'])
    const replies = await Promise.all([draft(of), draft(of), draft(of)])
    const codes = replies.map((reply) => (reply.statusCode === 200 ? 'ok' : reply.json().code)).sort()
    expect(codes).toEqual(['decisions.exists', 'decisions.exists', 'ok'])
    const { rows } = await world.owner.query('select count(*)::int as n from decision where round_id = $1', [
      of.round.roundId,
    ])
    expect(rows).toEqual([{ n: 1 }])
  })
})

describe('a decision that was withdrawn', () => {
  it('makes room for another with the same households, the same list and the same hash', async () => {
    const of = await decided()
    const first = await drafted(of)
    await withdraw(first.decisionId)
    const second = await drafted(of)
    expect(second.decisionId).not.toBe(first.decisionId)
    expect(second.contentHash).toBe(first.contentHash)
    const [was, is] = [await show(first.decisionId), await show(second.decisionId)]
    expect([was.state, is.state, was.can, is.can.includes('print')]).toEqual(['withdrawn', 'drafted', [], true])
    expect(was.entries).toEqual(is.entries)
    const ofRound = (await world.as('lan').get(`/api/rounds/${of.round.roundId}/decision`)).json()
    expect(ofRound.decision).toEqual({ decisionId: second.decisionId, state: 'drafted' })
  })

  it('and drafted anew after a survey was taken again has another hash, and the first print is not taken for it', async () => {
    const of = await decided(['Lò Thị Mẩy'])
    const [one] = of.cases as [CaseOf]
    const first = await drafted(of)
    await withdraw(first.decisionId)
    await of.round.must('hung', `/api/rounds/${of.round.roundId}/reopen`, { because: 'Có khiếu nại' })
    const url = `/api/households/${one.householdId}/cases/${one.caseId}`
    const { surveyId } = (await world.as('hung').get(url)).json().survey
    await of.round.must('hung', `${url}/return`, { surveyId, notes: [{ question: '', person: null, note: 'Hỏi lại' }] })
    const again = await of.round.send(one, answersOf(of.families[0] as Family, 1_400_000))
    await of.round.accept(one, again.surveyId)
    await of.round.must('hung', `/api/rounds/${of.round.roundId}/finish`, { step: 'checking' })
    await of.round.pastPaperSteps()
    const second = await drafted(of)
    expect(second.contentHash).not.toBe(first.contentHash)
    expect(await refusal(world, () => print(second.decisionId, first.contentHash))).toBe('decisions.list_changed')
    expect((await show(second.decisionId)).entries).toMatchObject([{ class: 'near_poor' }])
    expect((await show(first.decisionId)).entries).toMatchObject([{ class: 'poor' }])
  })

  it('is neither printed, put in force nor withdrawn again', async () => {
    const of = await decided(['Chíu Thị Múi'])
    const { decisionId, contentHash } = await drafted(of)
    await withdraw(decisionId)
    expect(await refusal(world, () => print(decisionId, contentHash))).toBe('decisions.state_not_allowed')
    expect(await refusal(world, () => withdraw(decisionId))).toBe('decisions.state_not_allowed')
    const fields = { number: '1/QĐ-UBND', signedOn: '2026-11-20', signerName: 'Phạm Thị Bích' }
    const url = `/api/decisions/${decisionId}/enforce`
    expect(await refusal(world, () => world.as('bich').upload(url, fields, scan()))).toBe('decisions.state_not_allowed')
  })

  it('is so with a reason, by who prepares it', async () => {
    const of = await decided(['Lý Thị Dợ'])
    const { decisionId } = await drafted(of)
    expect(await refusal(world, () => withdraw(decisionId, ''))).toBe('input.invalid')
    expect(await refusal(world, () => withdraw(decisionId, 'x'.repeat(501)))).toBe('input.invalid')
    expect(await refusal(world, () => withdraw(decisionId, '   '))).toBe('input.invalid')
    for (const person of ['bich', 'lan', 'mai', 'kiem'] as const)
      expect(await refusal(world, () => withdraw(decisionId, 'thử', person))).toBe('access.denied')
    expect(await refusal(world, () => withdraw(decisionId, 'thử', 'son'))).toBe('decisions.not_found')
    expect(await refusal(world, () => withdraw(newId()))).toBe('decisions.not_found')
  })
})

describe('the print that goes to be signed', () => {
  it('is fixed once, of the list that was seen, by who prepares it', async () => {
    const of = await decided(['Hoàng Thị Én'])
    const { decisionId, contentHash } = await drafted(of)
    for (const hash of ['', 'f'.repeat(64), contentHash.toUpperCase(), contentHash.slice(1)])
      expect(await refusal(world, () => print(decisionId, hash))).toBe('decisions.list_changed')
    for (const person of ['bich', 'lan', 'mai'] as const)
      expect(await refusal(world, () => print(decisionId, contentHash, person))).toBe('access.denied')
    expect((await print(decisionId, contentHash)).json()).toEqual({ decisionId, state: 'printed' })
    expect(await refusal(world, () => print(decisionId, contentHash))).toBe('decisions.state_not_allowed')
  })
})
