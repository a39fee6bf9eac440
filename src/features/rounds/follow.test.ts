/** What happens to households in the middle of a round: their cases go along, leave it or come back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import {
  type CaseOf,
  type Family,
  kyThuong,
  lackingAnswers,
  openRound,
  type RoundInHand,
  settle,
  tamHong,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A round over Thôn 1 (Mai's) and Thôn 4 (Thắng's) that takes surveys. */
async function surveying(families: readonly Family[]): Promise<{ round: RoundInHand; cases: CaseOf[] }> {
  const round = await openRound(world, 'ad_hoc', [thon1, thon4])
  const cases = await round.list(families)
  await round.finish('listing')
  await round.assign(thon1, 'mai')
  await round.assign(thon4, 'thang')
  await round.finish('assigning')
  return { round, cases }
}
const move = async ({ householdId }: { householdId: string }, villageId: AreaId) => {
  const body = { on: '2026-11-20', villageId, address: '', number: '' }
  const reply = await world.as('hung').post(`/api/households/${householdId}/residence`, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const undoLast = async ({ householdId }: { householdId: string }) => {
  const { timeline } = (await world.as('hung').get(`/api/households/${householdId}`)).json()
  const acts = timeline.map(({ actId }: { actId: string | null }) => actId ?? '').toSorted()
  const url = `/api/households/${householdId}/events/${acts.at(-1)}/undo`
  const reply = await world.as('hung').post(url, { because: 'Ghi nhầm' })
  expect(reply.statusCode, reply.body).toBe(200)
}
const mine = async (person: PersonName) => (await world.as(person).get('/api/my-surveys')).json()
const onPhone = async (person: PersonName, { caseId }: CaseOf) =>
  (await mine(person)).cases.find((row: { caseId: string }) => row.caseId === caseId)
const told = async (person: PersonName, { caseId }: CaseOf) =>
  (await mine(person)).handedOn.find((row: { caseId: string }) => row.caseId === caseId)
const listed = async (round: RoundInHand, { caseId }: CaseOf) =>
  (await world.as('hung').get(`/api/rounds/${round.roundId}/cases`))
    .json()
    .cases.find((row: { caseId: string }) => row.caseId === caseId)

describe('a household that moves in the middle of a round', () => {
  it('is on the phone of who surveys there, and the one who had it is told', async () => {
    const family = await settle(world, thon1, 'Lò Thị Yên')
    const { cases } = await surveying([family])
    const [one] = cases as [CaseOf]
    await move(family, thon4)
    expect(await onPhone('thang', one)).toMatchObject({
      state: 'assigned',
      villageName: 'Thôn 4',
      handedOn: '2026-11-20',
    })
    expect(await onPhone('mai', one)).toBeUndefined()
    expect(await told('mai', one)).toMatchObject({ headName: 'Lò Thị Yên', villageName: 'Thôn 4', since: '2026-11-20' })
    expect((await told('mai', one)).takenBy).toBeTruthy()
    await undoLast(family)
    expect(await onPhone('mai', one)).toMatchObject({ state: 'assigned', villageName: 'Thôn 1', handedOn: null })
    expect(await onPhone('thang', one)).toBeUndefined()
    expect([await told('mai', one), await told('thang', one)]).toEqual([undefined, undefined])
  })

  it('keeps the survey already sent; returned, it comes to who surveys there, filled in; decided, under its village', async () => {
    const family = await settle(world, thon1, 'Lò Thị Mẩy')
    const { round, cases } = await surveying([family])
    const [one] = cases as [CaseOf]
    const { surveyId } = await round.send(one, lackingAnswers(family, 1_000_000))
    await move(family, thon4)
    expect(await listed(round, one)).toMatchObject({ state: 'submitted', surveyId, villageId: thon4 })
    const notes = [{ question: '', person: null, note: 'Hỏi lại' }]
    await round.must('hung', `/api/households/${one.householdId}/cases/${one.caseId}/return`, { surveyId, notes })
    expect(await onPhone('thang', one)).toMatchObject({ state: 'returned', surveyId })
    const form = (await world.as('thang').get(`/api/households/${one.householdId}/cases/${one.caseId}/form`)).json()
    expect(form).toMatchObject({ from: { kind: 'this_round', surveyId }, facts: { water: { source: 'surface' } } })
    const again = await round.send(one, lackingAnswers(family, 1_000_000), 'thang')
    await round.accept(one, again.surveyId)
    for (const step of ['surveying', 'checking'])
      await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
    await round.pastPaperSteps()
    const { decisionId } = await round.printed()
    const { entries } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
    expect(entries).toMatchObject([{ householdId: one.householdId, villageName: 'Thôn 4' }])
  })

  it('not assigned yet, is given to who surveys there; where nobody does, it waits to be assigned', async () => {
    const family = await settle(world, thon1, 'Lò Thị Vui')
    const { round, cases } = await surveying([family])
    const [one] = cases as [CaseOf]
    await world.owner.query('update round_village set account_id = null where round_id = $1 and village_id = $2', [
      round.roundId,
      thon4,
    ])
    await move(family, thon4)
    expect(await listed(round, one)).toMatchObject({ state: 'listed', enumeratorId: null, villageId: thon4 })
    expect((await round.show()).blocked).toMatchObject([{ code: 'not_assigned' }])
    await round.must('hung', `/api/rounds/${round.roundId}/assign`, {
      householdIds: [one.householdId],
      accountId: world.idOf('thang'),
    })
    expect(await onPhone('thang', one)).toMatchObject({ state: 'assigned' })
  })

  it('out of its villages leaves it with the reason and blocks no step; back there it is where it stood', async () => {
    const family = await settle(world, thon1, 'Lò Thị Xa')
    const { round, cases } = await surveying([family])
    const [one] = cases as [CaseOf]
    const { surveyId } = await round.send(one, lackingAnswers(family, 1_000_000))
    await round.accept(one, surveyId)
    await move(family, thon2)
    const left = { state: 'ended', leftBecause: 'moved', leftOn: '2026-11-20' }
    expect(await listed(round, one)).toMatchObject(left)
    expect((await round.show()).blocked).toEqual([])
    expect(await told('mai', one)).toMatchObject({ takenBy: null, villageName: 'Thôn 2' })
    const accepting = () => round.accept(one, surveyId)
    expect(await refusal(world, accepting)).toMatch(/^surveys\./)
    await undoLast(family)
    expect(await listed(round, one)).toMatchObject({ state: 'accepted', leftBecause: null, leftOn: null })
  })

  it('into another commune is offered to the open round there, to who runs it alone', async () => {
    const family = await settle(world, thon1, 'Lò Thị Đi')
    const { round, cases } = await surveying([family])
    const [one] = cases as [CaseOf]
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
      [newId(), world.idOf('hung'), demoAreas.kyThuongToday],
    )
    const there = newId()
    const body = { roundId: there, areaId: demoAreas.kyThuongToday, kind: 'ad_hoc', name: 'Rà soát' }
    const window = { windowFrom: '2026-11-15', windowUntil: '2026-12-14', villages: [kyThuong] }
    expect((await world.as('son').post('/api/rounds', { ...body, ...window })).statusCode).toBe(200)
    const arrivals = (person: PersonName) => world.as(person).get(`/api/rounds/${there}/arrivals`)
    expect((await arrivals('son')).json().households).toEqual([])
    await move(family, kyThuong)
    expect(await listed(round, one)).toMatchObject({ state: 'ended', leftBecause: 'moved' })
    expect((await arrivals('son')).json().households).toMatchObject([
      { householdId: family.householdId, headName: 'Lò Thị Đi', since: '2026-11-20', how: 'moved' },
    ])
    for (const person of ['mai', 'bich', 'lan', 'la'] as const)
      expect((await arrivals(person)).statusCode, person).toBeGreaterThanOrEqual(403)
    const added = await world.as('son').post(`/api/rounds/${there}/list`, { householdId: family.householdId })
    expect(added.statusCode, added.body).toBe(200)
    expect((await arrivals('son')).json().households).toEqual([])
  })
})

describe('a household that ends or parts in the middle of a round', () => {
  it('leaves it with the reason, blocks no step and is not decided; undone, it is where it stood', async () => {
    const [gone, stays] = [await settle(world, thon1, 'Lò Thị Cuối'), await settle(world, thon1, 'Lò Thị Đầu')]
    const { round, cases } = await surveying([gone, stays])
    const [one, other] = cases as [CaseOf, CaseOf]
    for (const [of, family] of [
      [one, gone],
      [other, stays],
    ] as const)
      await round.accept(of, (await round.send(of, lackingAnswers(family, 1_000_000))).surveyId)
    await round.must('hung', `/api/households/${gone.householdId}/end`, { on: '2026-11-19', reason: 'moved_away' })
    expect(await listed(round, one)).toMatchObject({ state: 'ended', leftBecause: 'household', leftOn: '2026-11-19' })
    for (const step of ['surveying', 'checking'])
      await round.must('hung', `/api/rounds/${round.roundId}/finish`, { step })
    await round.pastPaperSteps()
    const decisionId = newId()
    await round.must('hung', `/api/rounds/${round.roundId}/decision`, { decisionId })
    const { entries } = (await world.as('hung').get(`/api/decisions/${decisionId}`)).json()
    expect(entries.map((e: { householdId: string }) => e.householdId)).toEqual([other.householdId])
    // The draft left it out, and says so; withdrawn, the household is reviewed again.
    await undoLast(gone)
    await round.must('hung', `/api/decisions/${decisionId}/withdraw`, { because: 'Hộ vẫn còn' })
    expect(await listed(round, one)).toMatchObject({ state: 'accepted', leftBecause: null })
  })

  it('a household that it founds, or that is entered, is offered to the list', async () => {
    const family = await settle(world, thon1, 'Lò Thị Tách')
    const { round } = await surveying([family])
    const { members } = (await world.as('hung').get(`/api/households/${family.householdId}`)).json()
    const newHouseholdId = newId()
    await round.must('hung', `/api/households/${family.householdId}/split`, {
      ...{ newHouseholdId, on: '2026-11-18', villageId: thon4, address: '', number: '' },
      members: [{ memberId: members[1].memberId, relation: 'head' }],
    })
    const person = { name: 'Lò Thị Mới', sex: 'female', birth: { year: 1990 }, ethnicity: '01' }
    const entered = newId()
    await round.must('hung', '/api/households', {
      ...{ householdId: entered, villageId: thon1, number: '', address: '', on: '2026-11-19', reason: 'moved_in' },
      members: [{ memberId: newId(), relation: 'head', person }],
    })
    const { households } = (await world.as('hung').get(`/api/rounds/${round.roundId}/arrivals`)).json()
    expect(households.map((h: { householdId: string; how: string }) => [h.householdId, h.how])).toEqual(
      expect.arrayContaining([
        [entered, 'moved_in'],
        [newHouseholdId, 'split'],
      ]),
    )
  })
})

describe('a village of the round that becomes another', () => {
  it('takes its households along: moved into the new one they stay in the round, and it can be assigned', async () => {
    const [, , , , thon5, thon6] = tamHong as [AreaId, AreaId, AreaId, AreaId, AreaId, AreaId]
    const family = await settle(world, thon5, 'Lò Thị Nhập')
    const late = await settle(world, thon6, 'Lò Thị Muộn')
    const round = await openRound(world, 'ad_hoc', [thon5, thon6])
    const [one] = (await round.list([family])) as [CaseOf]
    const into = { name: 'Thôn Năm Sáu', kind: 'thon', code: null, parentId: demoAreas.tamHongToday }
    const change = { kind: 'merge', areaIds: [thon5, thon6], into }
    await round.must('quantri', '/api/area-events', {
      ...{ change, day: '2026-11-18', legalBasis: 'Nghị quyết 1/NQ-HĐND', mark: 'text' },
    })
    const { rows } = await world.owner.query<{ id: AreaId }>(
      `select area_id as id from area_version where name = 'Thôn Năm Sáu'`,
    )
    const [{ id: merged }] = rows as [{ id: AreaId }]
    await move(family, merged)
    expect(await listed(round, one)).toMatchObject({ state: 'listed', villageId: merged })
    await move(late, merged)
    await round.list([late])
    await round.finish('listing')
    await world.owner.query(
      `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'enumerator', $3, '2026-01-01')`,
      [newId(), world.idOf('dao'), merged],
    )
    await round.assign(merged, 'dao')
    await round.finish('assigning')
    expect((await mine('dao')).cases).toHaveLength(2)
    expect((await round.show()).round.state).toBe('surveying')
  })
})
