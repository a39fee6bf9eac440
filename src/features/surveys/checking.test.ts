/** Checking surveys: who may not, what is not there to be checked, and what a comment may speak of. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import { answersOf, type CaseOf, type Family, type RoundInHand, roundAtSurveying, settle, thon1 } from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Sent = { readonly round: RoundInHand; readonly family: Family; readonly one: CaseOf; readonly surveyId: string }

async function sentIn(round: RoundInHand, one: CaseOf, family: Family): Promise<Sent> {
  const { surveyId } = await round.send(one, answersOf(family, 1_000_000))
  return { round, family, one, surveyId }
}

/** A household whose survey waits to be checked. */
async function sent(): Promise<Sent> {
  const family = await settle(world, thon1, 'Bùi Thị Mẵn')
  const { round, cases } = await roundAtSurveying(world, [family])
  return sentIn(round, cases[0] as CaseOf, family)
}

const urlOf = ({ one }: Sent) => `/api/households/${one.householdId}/cases/${one.caseId}`
const note = (question: string, said = 'Đo lại', person: string | null = null) => ({ question, person, note: said })
const accept = (of: Sent, person: PersonName = 'hung', surveyId = of.surveyId) =>
  world.as(person).post(`${urlOf(of)}/accept`, { surveyId })
const giveBack = (of: Sent, notes: object[], person: PersonName = 'hung', surveyId = of.surveyId) =>
  world.as(person).post(`${urlOf(of)}/return`, { surveyId, notes })
const show = async (of: Sent, person: PersonName = 'hung') => (await world.as(person).get(urlOf(of))).json()

describe('a survey is not checked', () => {
  it.each(['mai', 'thang', 'bich', 'lan', 'kiem', 'xem', 'dao', 'quantri', 'la'] as const)(
    'by %s, whose roles do not check, whatever of it they may read',
    async (person) => {
      const of = await sent()
      expect(await refusal(world, () => accept(of, person))).toBe('access.denied')
      expect(await refusal(world, () => giveBack(of, [note('')], person))).toBe('access.denied')
      expect((await show(of)).case.state).toBe('submitted')
    },
  )

  it('by the official of the next commune, who is not even told that it is there', async () => {
    const of = await sent()
    expect(await refusal(world, () => accept(of, 'son'))).toBe('surveys.case_not_found')
    expect(await refusal(world, () => giveBack(of, [note('')], 'son'))).toBe('surveys.case_not_found')
    expect((await show(of, 'son')).code).toBe('surveys.case_not_found')
  })

  it('by nobody', async () => {
    const of = await sent()
    for (const act of ['accept', 'return'])
      expect(await refusal(world, () => world.nobody.post(`${urlOf(of)}/${act}`, { surveyId: of.surveyId }))).toBe(
        'access.sign_in_needed',
      )
  })

  it('by an id that is another household’s survey, an earlier one of this household, or none', async () => {
    const [of, other] = [await sent(), await sent()]
    expect(await refusal(world, () => accept(of, 'hung', other.surveyId))).toBe('surveys.moved_on')
    expect(await refusal(world, () => accept(of, 'hung', newId()))).toBe('surveys.moved_on')
    await giveBack(of, [note('')])
    const newer = await sentIn(of.round, of.one, of.family)
    expect(await refusal(world, () => accept(of))).toBe('surveys.moved_on')
    expect((await accept(newer)).json()).toMatchObject({ state: 'accepted' })
  })

  it('in one round by the survey of another: each round has its own', async () => {
    const of = await sent()
    const { round, cases } = await roundAtSurveying(world, [of.family])
    const second = await sentIn(round, cases[0] as CaseOf, of.family)
    expect(await refusal(world, () => accept(second, 'hung', of.surveyId))).toBe('surveys.moved_on')
    expect(await refusal(world, () => accept(of, 'hung', second.surveyId))).toBe('surveys.moved_on')
    await accept(of)
    expect([(await show(of)).case.state, (await show(second)).case.state]).toEqual(['accepted', 'submitted'])
  })

  it('twice: what is accepted is not accepted again, what came back is neither accepted nor returned again', async () => {
    const of = await sent()
    await accept(of)
    expect(await refusal(world, () => accept(of))).toBe('surveys.step_not_allowed')
    await giveBack(of, [note('')])
    expect(await refusal(world, () => accept(of))).toBe('surveys.step_not_allowed')
    expect(await refusal(world, () => giveBack(of, [note('')]))).toBe('surveys.step_not_allowed')
  })

  it('before it was sent', async () => {
    const family = await settle(world, thon1, 'Đỗ Thị Ánh')
    const { round, cases } = await roundAtSurveying(world, [family])
    const of = { round, family, one: cases[0] as CaseOf, surveyId: newId() }
    expect(await refusal(world, () => accept(of))).toBe('surveys.moved_on')
    expect(await refusal(world, () => giveBack(of, [note('')]))).toBe('surveys.moved_on')
  })

  it('after the checking has ended: only going back to it, with its reason, opens it', async () => {
    const of = await sent()
    await accept(of)
    for (const step of ['surveying', 'checking'])
      await of.round.must('hung', `/api/rounds/${of.round.roundId}/finish`, { step })
    expect(await refusal(world, () => giveBack(of, [note('')]))).toBe('surveys.step_not_allowed')
    // Why survey and register differ may still be said, until the decision.
    expect((await show(of)).can).toEqual(['explain'])
    await of.round.must('hung', `/api/rounds/${of.round.roundId}/reopen`, { because: 'Có khiếu nại' })
    expect((await giveBack(of, [note('')])).json()).toMatchObject({ state: 'returned' })
  })
})

describe('a comment', () => {
  it.each([
    ['without a word', [note('housing.wall', '')]],
    ['of spaces alone', [note('housing.wall', ' \n\u00a0 ')]],
    ['of more than a page', [note('housing.wall', 'x'.repeat(1001))]],
    ['among more than fifty', Array.from({ length: 51 }, () => note(''))],
    ['that is none', []],
  ] as [string, object[]][])('%s is not taken', async (_why, notes) => {
    const of = await sent()
    expect(await refusal(world, () => giveBack(of, notes))).toBe('input.invalid')
  })

  it('on a question that the form does not have takes the good ones beside it down too', async () => {
    const of = await sent()
    for (const question of ['housing.glass', 'constructor', 'Members', 'members[].name'])
      expect(await refusal(world, () => giveBack(of, [note('housing.wall'), note(question)]))).toBe(
        'surveys.unknown_question',
      )
  })

  it('is shown with who made it, to Mai with the form, and only the latest round of comments there', async () => {
    const of = await sent()
    await giveBack(of, [note('housing.wall', 'Tường bằng gì?'), note('', 'Xem lại cả phiếu')])
    const newer = await sentIn(of.round, of.one, of.family)
    await giveBack(newer, [note('water.source', 'Nước giếng hay nước suối?')])
    const said = (notes: { note: string }[]) => notes.map((n) => n.note)
    const form = (await world.as('mai').get(`${urlOf(of)}/form`)).json()
    expect(said(form.comments)).toEqual(['Nước giếng hay nước suối?'])
    expect(form.comments[0]).toMatchObject({ by: 'Lê Văn Hùng', question: 'water.source', surveyId: newer.surveyId })
    const all = ['Tường bằng gì?', 'Xem lại cả phiếu', 'Nước giếng hay nước suối?']
    expect(said((await show(of)).comments)).toEqual(all)
    expect((await show(of)).case.notes).toBe(1)
  })

  it('speaks to nobody of another household: Mai’s other form has none of it', async () => {
    const families = [await settle(world, thon1, 'Vàng Thị Sai'), await settle(world, thon1, 'Vàng Thị Dí')]
    const { round, cases } = await roundAtSurveying(world, families)
    const [one, other] = cases as [CaseOf, CaseOf]
    const of = await sentIn(round, one, families[0] as Family)
    await giveBack(of, [note('housing.wall')])
    const mine = (await world.as('mai').get('/api/my-surveys')).json().cases
    const commentsOf = ({ caseId }: CaseOf) => mine.find((c: CaseOf) => c.caseId === caseId).comments
    expect([commentsOf(one).length, commentsOf(other).length]).toEqual([1, 0])
    const form = await world.as('mai').get(`/api/households/${other.householdId}/cases/${other.caseId}/form`)
    expect(form.json().comments).toEqual([])
  })

  it('counts once a section as a need for training of who filled the form in, and an accepted form counts as none', async () => {
    const [of, good] = [await sent(), await sent()]
    await giveBack(of, [note('housing.wall'), note('housing.roof'), note('water.source'), note('')])
    await accept(good)
    const { rows } = await world.owner.query(
      'select topic, account_id from training_need where source_id in ($1, $2) order by topic',
      [of.surveyId, good.surveyId],
    )
    expect(rows.map((r) => r.topic)).toEqual(['housing', 'living', 'whole_form'])
    expect(new Set(rows.map((r) => r.account_id))).toEqual(new Set([world.idOf('mai')]))
  })
})

describe('the next one to check', () => {
  it('is another that waits in the same village, never one that was accepted, came back, or is of another round', async () => {
    const families = []
    for (const name of ['Bùi Thị An', 'Bùi Thị Bình', 'Bùi Thị Cúc']) families.push(await settle(world, thon1, name))
    const { round, cases } = await roundAtSurveying(world, families)
    const all: Sent[] = []
    for (const [at, one] of cases.entries()) all.push(await sentIn(round, one, families[at] as Family))
    const [an, binh, cuc] = all as [Sent, Sent, Sent]
    await sent()
    expect((await show(cuc)).next).toEqual(an.one)
    await accept(an)
    expect((await show(cuc)).next).toEqual(binh.one)
    await giveBack(binh, [note('')])
    expect((await show(cuc)).next).toBeNull()
  })
})

describe('a survey sent again', () => {
  it('stands beside what was answered when it was commented on', async () => {
    const of = await sent()
    const form = (await world.as('mai').get(`${urlOf(of)}/form`)).json()
    const law = (await world.as('hung').get(`/api/law/${form.form.hash}`)).json()
    const asked: { id: string; path: string }[] = law.document.sections.flatMap((s: { groups: { questions: [] }[] }) =>
      s.groups.flatMap((g) => g.questions),
    )
    const idOf = (path: string) => asked.find((one) => one.path === path)?.id ?? ''
    await giveBack(of, [note(idOf('housing.areaM2')), note(idOf('water.source')), note('')])
    expect((await show(of)).comments.map((one: { answered: boolean }) => one.answered)).toEqual([false, false, false])
    const facts = { ...answersOf(of.family, 1_000_000), housing: { wall: 'durable', pillar: 'durable', areaM2: 75 } }
    await of.round.send(of.one, facts as ReturnType<typeof answersOf>)
    const { comments, survey } = await show(of)
    const told = comments.map((one: { question: string; answered: boolean; was: unknown }) => [
      one.question,
      one.answered,
      one.was,
    ])
    expect(told).toContainEqual([idOf('housing.areaM2'), true, 60])
    expect(told).toContainEqual([idOf('water.source'), true, 'tap'])
    expect(told).toContainEqual(['', false, null])
    expect(survey.facts.housing.areaM2).toBe(75)
  })
})
