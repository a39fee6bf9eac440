/** What stands in a form before anybody asks: the family's own register and its own last answers, and nobody else's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  type RoundInHand,
  roundAtSurveying,
  settle,
  thon1,
  thon2,
} from '#test/rounds.ts'
import { refusal } from '#test/untouched.ts'
import { openWorld, type PersonName, type World } from '#test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Given = { readonly round: RoundInHand; readonly family: Family; readonly one: CaseOf }

async function given(family: Family): Promise<Given> {
  const { round, cases } = await roundAtSurveying(world, [family])
  return { round, family, one: cases[0] as CaseOf }
}

const formUrl = ({ householdId, caseId }: CaseOf) => `/api/households/${householdId}/cases/${caseId}/form`
const formOf = async ({ one }: Pick<Given, 'one'>, person: PersonName = 'mai') =>
  (await world.as(person).get(formUrl(one))).json()
const namesIn = (form: { facts: { members: { name: string }[] } }) => form.facts.members.map((m) => m.name)
const memberOf = async ({ householdId }: Family, relation: string): Promise<string> =>
  (
    await world.owner.query<{ id: string }>('select id from member where household_id = $1 and relation = $2', [
      householdId,
      relation,
    ])
  ).rows[0]?.id ?? ''
const act = async (family: Family, path: string, body: object) => {
  const reply = await world.as('hung').post(`/api/households/${family.householdId}/${path}`, body)
  expect(reply.statusCode, reply.body).toBe(200)
}
const person = (name: string, sex: 'male' | 'female', year: number) => ({ name, sex, birth: { year }, ethnicity: '01' })

describe('the first form of a family', () => {
  it('has who lives there by the register, the head first, where the village lies, and no answer at all', async () => {
    const form = await formOf(await given(await settle(world, thon1, 'Nguyễn Thị Nhẫn')))
    expect(namesIn(form)).toEqual(['Nguyễn Thị Nhẫn', 'Lê Văn Bền', 'Lê Văn Bé'])
    expect(Object.keys(form.facts).sort()).toEqual(['members', 'settlement'])
    const said = new Set(form.facts.members.flatMap((m: object) => Object.keys(m)))
    for (const answer of ['job', 'healthInsurance', 'studying', 'nutrition']) expect(said).not.toContain(answer)
    expect([form.from, form.changed, form.comments]).toEqual([null, [], []])
  })

  it('tells no citizen id, whole or hidden', async () => {
    const family = await settle(world, thon1, 'Trần Thị Ước')
    await act(family, `members/${await memberOf(family, 'head')}/change`, { citizenId: '026185001234' })
    const form = await world.as('mai').get(formUrl((await given(family)).one))
    expect(form.statusCode).toBe(200)
    expect(form.body).not.toMatch(/026185|1234|citizenId/)
  })

  it('has no one who left, died or joined only later, and nobody of the neighbours of the same name', async () => {
    const family = await settle(world, thon1, 'Lê Thị Cúc')
    await settle(world, thon1, 'Lê Thị Cúc')
    await act(family, `members/${await memberOf(family, 'spouse')}/leave`, { on: '2026-11-01', reason: 'died' })
    await act(family, 'members', {
      memberId: newId(),
      relation: 'child',
      person: person('Lê Thị Út', 'female', 2026),
      on: '2026-10-01',
      reason: 'born',
    })
    expect(namesIn(await formOf(await given(family)))).toEqual(['Lê Thị Cúc', 'Lê Văn Bé', 'Lê Thị Út'])
  })

  it('of two families listed together is each one’s own', async () => {
    const families = [await settle(world, thon1, 'Vàng Thị Sai'), await settle(world, thon2, 'Vàng Thị Dí')]
    const { cases } = await roundAtSurveying(world, families)
    for (const [at, one] of cases.entries()) {
      const ids = (await formOf({ one })).facts.members.map((m: { id: string }) => m.id)
      expect(ids).toEqual(families[at]?.people)
    }
  })
})

describe('the next form of a family', () => {
  it('begins with its own answers of the earlier round, asks for income anew and leaves the note behind', async () => {
    const family = await settle(world, thon1, 'Đỗ Thị Ánh')
    const other = await settle(world, thon1, 'Đỗ Thị Ánh')
    const { round, cases } = await roundAtSurveying(world, [family, other])
    const [mine, theirs] = cases as [CaseOf, CaseOf]
    const { surveyId } = await round.send(mine, { ...lackingAnswers(family, 1_000_000), note: 'Mái dột' })
    await round.send(theirs, answersOf(other, 9_000_000))
    const form = await formOf(await given(family))
    expect(form.from).toMatchObject({ kind: 'earlier_round', surveyId, surveyedOn: '2026-11-20' })
    const { income: _measured, ...kept } = lackingAnswers(family, 0)
    // The register gives who they are; what was never asked of the form (their group) it adds.
    const { members, ...rest } = form.facts
    const { members: answered, ...others } = kept
    expect(rest).toEqual(others)
    expect(members).toMatchObject((answered ?? []).map(({ name: _name, ...answers }) => answers))
    expect(namesIn(form)).toEqual(['Đỗ Thị Ánh', 'Lê Văn Bền', 'Lê Văn Bé'])
  })

  it('says whom the register has gained and lost and whose name it corrected since', async () => {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const first = await given(family)
    const answers = answersOf(family, 1_000_000)
    const members = (answers.members ?? []).map((m, at) => ({
      ...m,
      name: ['Bùi Thị Mẵn', 'Lê Văn Bền', 'Lê Văn Bé'][at] ?? '',
    }))
    await first.round.send(first.one, { ...answers, members })
    await act(family, `members/${await memberOf(family, 'head')}/change`, { name: 'Bùi Thị Mẫn' })
    await act(family, `members/${await memberOf(family, 'spouse')}/leave`, { on: '2026-11-19', reason: 'moved_out' })
    await act(family, 'members', {
      memberId: newId(),
      relation: 'parent',
      person: person('Bùi Văn Cụ', 'male', 1950),
      on: '2026-11-19',
      reason: 'moved_in',
    })
    const form = await formOf(await given(family))
    expect(form.changed.map((c: { what: string; name: string }) => [c.what, c.name]).sort()).toEqual([
      ['corrected', 'Bùi Thị Mẫn'],
      ['joined', 'Bùi Văn Cụ'],
      ['left', 'Lê Văn Bền'],
    ])
    expect(namesIn(form).sort()).toEqual(['Bùi Thị Mẫn', 'Bùi Văn Cụ', 'Lê Văn Bé'])
  })

  it('is not begun from a survey that was sent for a later round', async () => {
    const family = await settle(world, thon1, 'Vũ Thị Hợi')
    const late = await given(family)
    await late.round.send(late.one, answersOf(family, 1_000_000))
    const { cases } = await roundAtSurveying(world, [family], 'last_year')
    expect((await formOf({ one: cases[0] as CaseOf })).from).toBeNull()
  })

  it('is begun from the survey that stood last, not from one that was sent back and replaced', async () => {
    const family = await settle(world, thon1, 'Lò Thị Mỉ')
    const { round, one } = await given(family)
    const { surveyId } = await round.send(one, answersOf(family, 1_000_000))
    const notes = [{ question: 'housing.areaM2', person: null, note: 'Đo lại' }]
    await round.must('hung', formUrl(one).replace('/form', '/return'), { surveyId, notes })
    const { housing: _measured, ...rest } = answersOf(family, 1_000_000)
    await round.send(one, { ...rest, housing: { areaM2: 25 } })
    expect((await formOf(await given(family))).facts.housing).toEqual({ areaM2: 25 })
  })
})

describe('the form is not shown', () => {
  it.each(['bich', 'lan', 'kiem', 'xem', 'dao', 'quantri', 'la'] as const)('to %s, who surveys nobody', async (who) => {
    const { one } = await given(await settle(world, thon1, 'Lò Thị Mẩy'))
    expect(await refusal(world, () => world.as(who).get(formUrl(one)))).toBe('access.denied')
  })

  it('to the neighbour’s official, an enumerator of other villages, or without signing in', async () => {
    const { one } = await given(await settle(world, thon1, 'Chíu Thị Múi'))
    for (const who of ['son', 'thang'] as const)
      expect(await refusal(world, () => world.as(who).get(formUrl(one)))).toBe('surveys.case_not_found')
    expect(await refusal(world, () => world.nobody.get(formUrl(one)))).toBe('access.sign_in_needed')
  })

  it('of a case under another household’s name', async () => {
    const [one, other] = [
      await given(await settle(world, thon1, 'Lý Thị Dợ')),
      await given(await settle(world, thon1, 'Lý Thị Dí')),
    ]
    const crossed = { householdId: one.one.householdId, caseId: other.one.caseId }
    expect(await refusal(world, () => world.as('mai').get(formUrl(crossed)))).toBe('surveys.case_not_found')
  })
})

describe('the law a form is filled by', () => {
  it('is read by its hash by anybody signed in; a hash of nothing, or a piece of one, is not found', async () => {
    const { form, opens } = await formOf(await given(await settle(world, thon1, 'Hoàng Thị Én')))
    for (const hash of [form.hash, opens.hash, opens.points.hash])
      expect((await world.as('la').get(`/api/law/${hash}`)).json().hash).toBe(hash)
    for (const hash of ['f'.repeat(64), form.hash.slice(0, 32), `${form.hash}0`])
      expect(await refusal(world, () => world.as('mai').get(`/api/law/${hash}`))).toBe('standard.law_not_found')
    expect(await refusal(world, () => world.nobody.get(`/api/law/${form.hash}`))).toBe('access.sign_in_needed')
  })
})
