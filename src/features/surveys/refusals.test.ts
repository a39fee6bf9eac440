/** Who may not send a survey or check one, and when not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/server/ids.ts'
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
import { openWorld, type World } from '#test/world.ts'

let world: World
let families: Family[]
let round: RoundInHand
let cases: CaseOf[]

beforeAll(async () => {
  world = await openWorld()
  families = [await settle(world, thon1, 'Nguyễn Thị Nhẫn'), await settle(world, thon2, 'Trần Thị Ước')]
  const opened = await roundAtSurveying(world, families)
  round = opened.round
  cases = opened.cases
})
afterAll(() => world.close())

const ofCase = (at: number): CaseOf => cases[at] as CaseOf
const familyOf = (at: number): Family => families[at] as Family
const urlOf = ({ householdId, caseId }: CaseOf) => `/api/households/${householdId}/cases/${caseId}`

describe('sending a survey', () => {
  it('refuses the official of the next commune, the province, the auditor, the viewer', async () => {
    const survey = await round.surveyOf(ofCase(0), answersOf(familyOf(0), 1_000_000))
    const son = await world.as('son').post(`${urlOf(ofCase(0))}/surveys`, survey)
    expect(son.json().code).toBe('surveys.case_not_found')
    for (const person of ['lan', 'kiem', 'xem', 'bich'] as const)
      expect((await world.as(person).post(`${urlOf(ofCase(0))}/surveys`, survey)).json().code).toBe('access.denied')
    const { rows } = await world.owner.query('select count(*)::int as n from survey')
    expect(rows).toEqual([{ n: 0 }])
  })

  it('refuses the enumerator of another village and lets the commune official in', async () => {
    const survey = await round.surveyOf(ofCase(0), answersOf(familyOf(0), 1_000_000))
    const thang = await world.as('thang').post(`${urlOf(ofCase(0))}/surveys`, survey)
    expect(thang.json().code).toBe('surveys.case_not_found')
    expect((await world.as('hung').get(`${urlOf(ofCase(0))}/form`)).json().can).toEqual(['submit', 'leave'])
  })

  it('refuses an enumerator over the village to whom the household was not given', async () => {
    await makeEnumerator(world, 'thang', thon1)
    const survey = await round.surveyOf(ofCase(0), answersOf(familyOf(0), 1_000_000))
    const reply = await world.as('thang').post(`${urlOf(ofCase(0))}/surveys`, survey)
    expect(reply.json().code).toBe('surveys.not_yours')
  })

  it('refuses another form, contradictions', async () => {
    const good = await round.surveyOf(ofCase(0), answersOf(familyOf(0), 1_000_000))
    const twoHeads = { ...good.facts, members: good.facts.members?.map((m) => ({ ...m, relation: 'head' })) }
    const named = (name: string) => ({
      facts: { ...good.facts, members: good.facts.members?.map((m) => ({ ...m, name })) },
    })
    const bad: [object, string][] = [
      [{ formHash: 'f'.repeat(64) }, 'surveys.wrong_form'],
      [{ facts: twoHeads }, 'surveys.facts_contradict'],
      [{ facts: { ...good.facts, income: { perPersonMonth: -1 } } }, 'input.invalid'],
      [{ facts: { ...good.facts, stranger: true } }, 'input.invalid'],
      [{ facts: { ...good.facts, income: { perPersonMonth: 1_000_000_000_000_000 } } }, 'surveys.facts_contradict'],
      ...['Lê $& <b>', 'Lê Thị 2', '=1+1', '-'].map((name): [object, string] => [named(name), 'household.name_unfit']),
      [named('Nguyeãn Thò Hoa'), 'household.old_font'],
      ...[' ', ' \t '].map((name): [object, string] => [named(name), 'surveys.name_blank']),
      ...['\u200b', '\u3164', '\u2060'].map((name): [object, string] => [named(name), 'input.unprintable']),
    ]
    for (const [change, code] of bad)
      expect((await world.as('mai').post(`${urlOf(ofCase(0))}/surveys`, { ...good, ...change })).json().code).toBe(code)
  })

  it('answers a resend the same and stores it once, audited once', async () => {
    const survey = await round.surveyOf(ofCase(0), lackingAnswers(familyOf(0), 1_000_000))
    const command = newId()
    const url = `${urlOf(ofCase(0))}/surveys`
    const both = await Promise.all([1, 2].map(() => world.as('mai').post(url, survey, command)))
    const again = await world.as('mai').post(url, survey, command)
    for (const one of both) expect(one.json()).toEqual(again.json())
    expect(again.statusCode).toBe(200)
    const count = async (sql: string) => (await world.owner.query(sql, [survey.surveyId])).rows[0].n
    expect(await count('select count(*)::int as n from survey where id = $1')).toBe(1)
    expect(await count('select count(*)::int as n from verdict where survey_id = $1')).toBe(1)
    expect(await count('select count(*)::int as n from audit_line where subject_id = $1')).toBe(1)
    const other = await world.as('mai').post(url, { ...survey, surveyedOn: '2026-11-19' }, command)
    expect(other.json().code).toBe('command.reused')
    const stolen = await world.as('hung').post(url, survey, command)
    expect(['command.reused', 'surveys.survey_id_used']).toContain(stolen.json().code)
  })
})

describe('checking', () => {
  const surveyIdOf = async (one: CaseOf) => (await world.as('hung').get(urlOf(one))).json().survey.surveyId

  it('is not for Mai, nor for the neighbour, nor for a survey that moved on', async () => {
    const surveyId = await surveyIdOf(ofCase(0))
    const accept = `${urlOf(ofCase(0))}/accept`
    expect((await world.as('mai').post(accept, { surveyId })).json().code).toBe('access.denied')
    expect((await world.as('son').post(accept, { surveyId })).json().code).toBe('surveys.case_not_found')
    expect((await world.as('hung').post(accept, { surveyId: newId() })).json().code).toBe('surveys.moved_on')
    expect((await world.as('hung').post(`${urlOf(ofCase(1))}/accept`, { surveyId })).json().code).toBe(
      'surveys.moved_on',
    )
  })

  it('knows no comment without words or on a question the form does not have', async () => {
    const surveyId = await surveyIdOf(ofCase(0))
    const url = `${urlOf(ofCase(0))}/return`
    const none = await world.as('hung').post(url, { surveyId, notes: [] })
    expect(none.json().code).toBe('input.invalid')
    const notes = [{ question: 'no.such', person: null, note: 'gì?' }]
    expect((await world.as('hung').post(url, { surveyId, notes })).json().code).toBe('surveys.unknown_question')
    expect((await world.as('hung').get(urlOf(ofCase(0)))).json().case.state).toBe('submitted')
  })
})
