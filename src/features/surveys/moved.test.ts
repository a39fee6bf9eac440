/** A form was finished on a phone while its household went into other hands: it arrives, and a person decides on it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { AreaId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  kyThuong,
  lackingAnswers,
  makeEnumerator,
  openRound,
  type RoundInHand,
  settle,
  thon1,
  thon2,
  thon4,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'commune_official', $3, '2026-01-01')`,
    [newId(), world.idOf('hung'), demoAreas.kyThuongToday],
  )
})
afterAll(() => world.close())

type OnPhone = {
  readonly round: RoundInHand
  readonly family: Family
  readonly one: CaseOf
  readonly url: string
  readonly form: Awaited<ReturnType<RoundInHand['surveyOf']>>
}

/** A household of Thôn 1 in a round over Thôn 1 (Mai's) and Thôn 4 (Thắng's); Mai has finished its form without a line. */
async function onPhone(mother = 'Lò Thị Yên'): Promise<OnPhone> {
  const family = await settle(world, thon1, mother)
  const round = await openRound(world, 'ad_hoc', [thon1, thon4])
  const [one] = (await round.list([family])) as [CaseOf]
  await round.finish('listing')
  await round.assign(thon1, 'mai')
  await round.assign(thon4, 'thang')
  await round.finish('assigning')
  const form = await round.surveyOf(one, lackingAnswers(family, 1_000_000))
  return { round, family, one, form, url: `/api/households/${one.householdId}/cases/${one.caseId}` }
}

const move = async ({ round, one }: OnPhone, villageId: AreaId, on = '2026-11-20') =>
  round.must('hung', `/api/households/${one.householdId}/residence`, { on, villageId, address: '', number: '' })
const undoLast = async ({ round, one }: OnPhone) => {
  const { timeline } = (await world.as('hung').get(`/api/households/${one.householdId}`)).json()
  const acts: string[] = timeline.map(({ actId }: { actId: string | null }) => actId ?? '').toSorted()
  await round.must('hung', `/api/households/${one.householdId}/events/${acts.at(-1)}/undo`, { because: 'Ghi nhầm' })
}
const send = (of: OnPhone, body: object = of.form, person: PersonName = 'mai', command?: string) =>
  world.as(person).post(`${of.url}/surveys`, body, command)
const sent = async (...asked: Parameters<typeof send>) => {
  const reply = await send(...asked)
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json()
}
const show = async ({ url }: Pick<OnPhone, 'url'>, person: PersonName = 'hung') =>
  (await world.as(person).get(url)).json()
const listOf = async (person: PersonName, { one }: OnPhone) =>
  (await world.as(person).get('/api/my-surveys')).json().cases.find((c: CaseOf) => c.caseId === one.caseId)
const giveBack = ({ round, url }: OnPhone, surveyId: string) =>
  round.must('hung', `${url}/return`, { surveyId, notes: [{ question: '', person: null, note: 'Nhà mới thế nào?' }] })
const surveysKept = async ({ one }: OnPhone) =>
  (await world.owner.query('select id from survey where household_id = $1', [one.householdId])).rows.length

describe('a household that moved to the village of another enumerator of the round', () => {
  it('Mai is told in a sentence; Hùng sees who, when and from where, and accepts', async () => {
    const of = await onPhone()
    await move(of, thon4)
    const { told, state } = await sent(of)
    expect([state, told.vi]).toEqual(['submitted', expect.stringContaining('nay giao cho người khác')])
    const shown = await show(of)
    expect(shown.survey).toMatchObject({ surveyId: of.form.surveyId, by: expect.stringContaining('Mai') })
    expect(shown.stands).toMatchObject({ cameFrom: expect.stringMatching(/^Thôn 1, .*Tam Hồng/) })
    expect(shown.case).toMatchObject({ villageName: 'Thôn 4', enumeratorName: expect.stringContaining('Thắng') })
    expect(await listOf('thang', of)).toMatchObject({ state: 'submitted', sentBy: expect.any(String) })
    expect((await of.round.accept(of.one, of.form.surveyId)).statusCode).toBe(200)
  })

  it('Hùng gives it back: Thắng, who surveys there, goes on with the answers of Mai', async () => {
    const of = await onPhone()
    await move(of, thon4)
    await sent(of)
    await giveBack(of, of.form.surveyId)
    const { rows } = await world.owner.query('select account_id from training_need where source_id = $1', [
      of.form.surveyId,
    ])
    expect(rows).toEqual([{ account_id: world.idOf('mai') }])
    expect(await listOf('thang', of)).toMatchObject({ state: 'returned', comments: [{ note: 'Nhà mới thế nào?' }] })
    const form = (await world.as('thang').get(`${of.url}/form`)).json()
    expect(form).toMatchObject({ from: { kind: 'this_round' }, facts: { water: { source: 'surface' } } })
    const again = await of.round.send(of.one, answersOf(of.family, 1_000_000), 'thang')
    expect(again.answer).toMatchObject({ state: 'submitted', told: null })
  })

  it('Thắng had sent his: that of Mai is kept beside it and Hùng chooses', async () => {
    const of = await onPhone()
    await move(of, thon4)
    const his = await of.round.send(of.one, answersOf(of.family, 5_000_000), 'thang')
    expect((await sent(of)).told.vi).toContain('giữ bên cạnh')
    const shown = await show(of)
    expect(shown.survey.surveyId).toBe(his.surveyId)
    expect(shown.beside).toMatchObject([{ surveyId: of.form.surveyId, cameFrom: expect.stringContaining('Thôn 1') }])
    const chosen = { surveyId: his.surveyId, laterId: of.form.surveyId, take: true, because: 'Đã hỏi gia đình' }
    await of.round.must('hung', `${of.url}/choose`, chosen)
    expect((await of.round.accept(of.one, of.form.surveyId)).statusCode).toBe(200)
  })

  it('that of Thắng comes after that of Mai: it stands beside', async () => {
    const of = await onPhone()
    await move(of, thon4)
    const his = await of.round.surveyOf(of.one, answersOf(of.family, 5_000_000), 'thang')
    await sent(of)
    expect((await sent(of, his, 'thang')).told.vi).toContain('giữ bên cạnh')
    expect((await show(of)).beside).toMatchObject([{ surveyId: his.surveyId, cameFrom: null }])
  })

  it('that of Thắng was given back to him: that of Mai takes nothing from him', async () => {
    const of = await onPhone()
    await move(of, thon4)
    const his = await of.round.send(of.one, answersOf(of.family, 5_000_000), 'thang')
    await giveBack(of, his.surveyId)
    expect((await sent(of)).told.vi).toContain('giữ bên cạnh')
    expect(await listOf('thang', of)).toMatchObject({ state: 'returned', surveyId: his.surveyId })
    const again = await of.round.send(of.one, answersOf(of.family, 6_000_000), 'thang')
    const shown = await show(of)
    expect([shown.survey.surveyId, shown.beside.length]).toEqual([again.surveyId, 1])
  })

  it('Mai corrects what was given back to her before the move', async () => {
    const of = await onPhone()
    await sent(of)
    await giveBack(of, of.form.surveyId)
    const again = await of.round.surveyOf(of.one, answersOf(of.family, 1_000_000))
    await move(of, thon4)
    expect(await sent(of, again)).toMatchObject({ state: 'submitted' })
    expect((await show(of)).survey.surveyId).toBe(again.surveyId)
  })

  it('is one survey, answered the same, where the answer was lost: by the same command and by another', async () => {
    const of = await onPhone()
    await move(of, thon4)
    const command = newId<'command'>()
    const first = await sent(of, of.form, 'mai', command)
    expect(await sent(of, of.form, 'mai', command)).toEqual(first)
    expect(await sent(of, of.form, 'mai', newId<'command'>())).toEqual(first)
    expect(await surveysKept(of)).toBe(1)
    const other = { ...of.form, facts: answersOf(of.family, 9_000_000) }
    expect(await refusal(world, () => send(of, other))).toBe('surveys.survey_id_used')
  })

  it('surveyed before, on or after the day of the move', async () => {
    for (const surveyedOn of ['2026-11-17', '2026-11-18', '2026-11-20']) {
      const of = await onPhone()
      await move(of, thon4, '2026-11-18')
      await sent(of, { ...of.form, surveyedOn })
      expect((await show(of)).survey).toMatchObject({ surveyedOn })
    }
  })

  it('moved there and back: it is Mai’s as before; what Thắng finished meanwhile arrives too', async () => {
    const of = await onPhone()
    await move(of, thon4, '2026-11-18')
    const his = await of.round.surveyOf(of.one, answersOf(of.family, 5_000_000), 'thang')
    await move(of, thon1, '2026-11-20')
    expect(await sent(of)).toMatchObject({ state: 'submitted', told: null })
    expect((await sent(of, his, 'thang')).told.vi).toContain('giữ bên cạnh')
    expect((await show(of)).beside).toMatchObject([{ cameFrom: expect.stringContaining('Thôn 4') }])
  })

  it('its case accepted, then moved: a second form of Mai still arrives', async () => {
    const of = await onPhone()
    await sent(of)
    await of.round.accept(of.one, of.form.surveyId)
    await move(of, thon4)
    const second = { ...of.form, surveyId: newId(), facts: answersOf(of.family, 7_000_000) }
    expect((await sent(of, second)).told.vi).toContain('giữ bên cạnh')
    expect((await show(of)).case).toMatchObject({ state: 'submitted' })
  })

  it('where nobody surveys: it waits for Hùng, and given back it waits to be assigned', async () => {
    const of = await onPhone()
    const here = [of.round.roundId, thon4]
    await world.owner.query('update round_village set account_id = null where round_id = $1 and village_id = $2', here)
    await move(of, thon4)
    expect(await sent(of)).toMatchObject({ state: 'submitted' })
    await giveBack(of, of.form.surveyId)
    await of.round.must('hung', `/api/rounds/${of.round.roundId}/assign`, {
      householdIds: [of.one.householdId],
      accountId: world.idOf('thang'),
    })
    expect(await listOf('thang', of)).toMatchObject({ state: 'returned' })
  })
})

describe('a household that left the round', () => {
  it('out of its villages: kept and said; back again, it waits for the checker', async () => {
    const of = await onPhone()
    await move(of, thon2)
    const answer = await sent(of)
    expect([answer.state, answer.told.vi]).toEqual(['ended', expect.stringContaining('đã ra khỏi kỳ')])
    const left = await show(of)
    expect(left.case).toMatchObject({ state: 'ended', leftBecause: 'moved' })
    expect(left.survey).toMatchObject({ surveyId: of.form.surveyId })
    expect((await of.round.show()).blocked).toEqual([])
    await undoLast(of)
    expect((await show(of)).case).toMatchObject({ state: 'submitted', surveyId: of.form.surveyId })
    expect((await of.round.accept(of.one, of.form.surveyId)).statusCode).toBe(200)
  })

  it('an accepted survey stands, and the one that came while it was away is beside it', async () => {
    const of = await onPhone()
    await sent(of)
    await of.round.accept(of.one, of.form.surveyId)
    await move(of, thon2)
    const second = { ...of.form, surveyId: newId(), facts: answersOf(of.family, 7_000_000) }
    expect((await sent(of, second)).told.vi).toContain('đã ra khỏi kỳ')
    await undoLast(of)
    const back = await show(of)
    expect([back.case.state, back.survey.surveyId]).toEqual(['submitted', of.form.surveyId])
    expect(back.beside).toHaveLength(1)
  })

  it('to a commune that asks it in a round of its own: the official there decides, nobody here', async () => {
    const of = await onPhone('Lò Thị Xa')
    await move(of, kyThuong)
    const there = newId()
    const round = {
      roundId: there,
      areaId: demoAreas.kyThuongToday,
      kind: 'ad_hoc',
      name: 'Rà soát',
      villages: [kyThuong],
    }
    const window = { windowFrom: '2026-11-15', windowUntil: '2026-12-14' }
    await of.round.must('son', '/api/rounds', { ...round, ...window })
    const listed = await of.round.must('son', `/api/rounds/${there}/list`, { householdId: of.one.householdId })
    await world.owner.query("update round set state = 'surveying' where id = $1", [there])
    const first = await sent(of)
    expect(first).toMatchObject({ caseId: listed.caseId, state: 'submitted' })
    expect(await sent(of, of.form, 'mai', newId<'command'>())).toEqual(first)
    const url = of.url.replace(of.one.caseId, listed.caseId)
    const shown = await show({ url }, 'son')
    expect(shown.survey).toMatchObject({ by: expect.stringContaining('Mai') })
    expect(shown.stands).toMatchObject({ cameFrom: expect.stringMatching(/^Thôn 1, .*Tam Hồng/) })
    const accept = (person: PersonName) => world.as(person).post(`${url}/accept`, { surveyId: of.form.surveyId })
    expect(await refusal(world, () => accept('mai'))).toMatch(/access.denied|case_not_found/)
    expect((await accept('son')).statusCode).toBe(200)
  })

  it('ended or merged into another: kept and said; undone, it waits for the checker', async () => {
    const of = await onPhone()
    await of.round.must('hung', `/api/households/${of.one.householdId}/end`, { on: '2026-11-19', reason: 'moved_away' })
    expect((await sent(of)).told.vi).toContain('đã kết thúc')
    await undoLast(of)
    expect((await show(of)).case).toMatchObject({ state: 'submitted', surveyId: of.form.surveyId })
    const [merged, into] = [await onPhone('Lò Thị Gộp'), await settle(world, thon4, 'Lò Thị Đón')]
    const { members } = (await world.as('hung').get(`/api/households/${merged.one.householdId}`)).json()
    await merged.round.must('hung', `/api/households/${merged.one.householdId}/merge`, {
      ...{ intoHouseholdId: into.householdId, on: '2026-11-19' },
      relations: members.map((m: { memberId: string }) => ({ memberId: m.memberId, relation: 'other' })),
    })
    expect((await sent(merged)).told.vi).toContain('đã kết thúc')
    expect(await surveysKept(merged)).toBe(1)
    // Both pages lead to the other household, and Mai reads into which it went.
    const on = '2026-11-19'
    const there = { householdId: into.householdId, name: 'Lò Thị Đón', on, caseId: null }
    expect(await show(merged)).toMatchObject({ mergedInto: there, mergedFrom: [] })
    expect(await listOf('mai', merged)).toMatchObject({ state: 'ended', mergedInto: 'Lò Thị Đón' })
    const [other] = (await merged.round.list([into])) as [CaseOf]
    const page = await show({ url: `/api/households/${other.householdId}/cases/${other.caseId}` })
    const from = { householdId: merged.one.householdId, name: 'Lò Thị Gộp', on, caseId: merged.one.caseId }
    expect(page).toMatchObject({ mergedInto: null, mergedFrom: [from] })
    expect((await show(merged)).mergedInto.caseId).toBe(other.caseId)
  })

  it('moved to another village and then ended', async () => {
    const of = await onPhone()
    await move(of, thon4, '2026-11-18')
    await of.round.must('hung', `/api/households/${of.one.householdId}/end`, { on: '2026-11-19', reason: 'moved_away' })
    expect((await sent(of)).told.vi).toContain('đã kết thúc')
  })
})

describe('who may not', () => {
  it('who never had it on a list, although he surveys in the village that it left or came to', async () => {
    const of = await onPhone()
    await makeEnumerator(world, 'dao', thon1)
    await move(of, thon4)
    expect(await refusal(world, () => send(of, of.form, 'dao'))).toBe('surveys.case_not_found')
    await makeEnumerator(world, 'dao', thon4)
    expect(await refusal(world, () => send(of, of.form, 'dao'))).toBe('surveys.not_yours')
  })

  it('who had it and surveys nowhere any more', async () => {
    const of = await onPhone()
    await move(of, thon4)
    const grants = `account_id = '${world.idOf('mai')}' and valid_until is null`
    const { rows } = await world.owner.query(
      `update access_grant set valid_until = '2026-11-20' where ${grants} returning id`,
    )
    expect(await refusal(world, () => send(of))).toBe('access.denied')
    await world.owner.query('update access_grant set valid_until = null where id = any ($1)', [rows.map((g) => g.id)])
    expect((await sent(of)).state).toBe('submitted')
  })

  it('anybody once the round has passed its checking, or with answers that contradict themselves', async () => {
    const of = await onPhone()
    await move(of, thon4)
    const wrong = { ...of.form, facts: { ...of.form.facts, memberCount: 4 } }
    expect(await refusal(world, () => send(of, wrong))).toBe('surveys.facts_contradict')
    await world.owner.query("update round set state = 'village_meeting' where id = $1", [of.round.roundId])
    expect(await refusal(world, () => send(of))).toBe('surveys.step_not_allowed')
  })
})
