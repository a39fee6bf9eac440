/** Who may not, and when not: the same doors, closed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { newId } from '#platform/server/ids.ts'
import {
  answersOf,
  type CaseOf,
  type Family,
  lackingAnswers,
  makeEnumerator,
  openRound,
  type RoundInHand,
  roundAtSurveying,
  scan,
  settle,
  thon1,
  thon2,
  thon4,
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
    expect((await world.as('hung').get(`${urlOf(ofCase(0))}/form`)).json().can).toEqual(['submit'])
  })

  it('refuses an enumerator over the village to whom the household was not given', async () => {
    await makeEnumerator(world, 'thang', thon1)
    const survey = await round.surveyOf(ofCase(0), answersOf(familyOf(0), 1_000_000))
    const reply = await world.as('thang').post(`${urlOf(ofCase(0))}/surveys`, survey)
    expect(reply.json().code).toBe('surveys.not_yours')
  })

  it('refuses another form, a day outside, contradictions', async () => {
    const good = await round.surveyOf(ofCase(0), answersOf(familyOf(0), 1_000_000))
    const twoHeads = { ...good.facts, members: good.facts.members?.map((m) => ({ ...m, relation: 'head' })) }
    const bad: [object, string][] = [
      [{ formHash: 'f'.repeat(64) }, 'surveys.wrong_form'],
      [{ surveyedOn: '2026-11-21' }, 'surveys.wrong_day'],
      [{ surveyedOn: '2026-11-14' }, 'surveys.wrong_day'],
      [{ facts: twoHeads }, 'surveys.facts_contradict'],
      [{ facts: { ...good.facts, income: { perPersonMonth: -1 } } }, 'input.invalid'],
      [{ facts: { ...good.facts, stranger: true } }, 'input.invalid'],
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
    expect(['command.reused', 'surveys.step_not_allowed']).toContain(stolen.json().code)
  })

  it('refuses a second survey while one waits to be checked', async () => {
    const survey = await round.surveyOf(ofCase(0), answersOf(familyOf(0), 1_000_000))
    const reply = await world.as('mai').post(`${urlOf(ofCase(0))}/surveys`, survey)
    expect(reply.json()).toMatchObject({ status: 409, code: 'surveys.step_not_allowed' })
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

describe('the steps', () => {
  it('move only by who runs the round, and only from where it stands', async () => {
    for (const person of ['mai', 'bich', 'lan', 'xem'] as const) {
      const reply = await world.as(person).post(`/api/rounds/${round.roundId}/finish`, { step: 'surveying' })
      expect(reply.json().code).toBe('access.denied')
    }
    const son = await world.as('son').post(`/api/rounds/${round.roundId}/finish`, { step: 'surveying' })
    expect(son.json().code).toBe('reviews.round_not_found')
    expect((await round.finish('checking')).json().code).toBe('reviews.moved_on')
    expect((await round.skip('surveying')).json().code).toBe('reviews.step_not_allowed')
    expect((await round.finish('surveying')).json()).toMatchObject({
      code: 'reviews.blocked',
      facts: { blocked: [{ code: 'not_submitted', count: 1, households: [{ headName: 'Trần Thị Ước' }] }] },
    })
  })

  it('hide the round from the neighbour altogether', async () => {
    expect((await world.as('son').get(`/api/rounds/${round.roundId}`)).json().code).toBe('reviews.round_not_found')
    expect((await world.as('son').get(`/api/rounds/${round.roundId}/cases`)).statusCode).toBe(404)
    expect((await world.as('son').get('/api/work')).json()).toEqual({ items: [] })
    const list = await world.as('son').get(`/api/areas/${demoAreas.tamHongToday}/rounds`)
    expect(list.json().code).toBe('access.denied')
  })

  it('show Mai in her village the round that takes it in, and no round that leaves it out', async () => {
    const elsewhere = await openRound(world, 'ad_hoc', [thon4])
    const { rounds } = (await world.as('mai').get(`/api/areas/${thon1}/rounds`)).json()
    const ids = rounds.map((r: { roundId: string }) => r.roundId)
    expect(ids).toContain(round.roundId)
    expect(ids).not.toContain(elsewhere.roundId)
    expect((await world.as('mai').get(`/api/areas/${demoAreas.tamHongToday}/rounds`)).json().code).toBe('access.denied')
  })

  it('open no round in another commune, in a province, on a village elsewhere', async () => {
    const body = {
      roundId: newId(),
      areaId: demoAreas.tamHongToday,
      kind: 'annual',
      name: 'x',
      windowFrom: '2026-09-01',
      windowUntil: '2026-12-14',
      villages: [],
    }
    expect((await world.as('son').post('/api/rounds', body)).json().code).toBe('access.denied')
    const elsewhere = { ...body, villages: [demoAreas.villages.kyThuong[0]] }
    expect((await world.as('hung').post('/api/rounds', elsewhere)).json().code).toBe('reviews.not_a_village_here')
    const backwards = { ...body, windowUntil: '2026-08-01' }
    expect((await world.as('hung').post('/api/rounds', backwards)).json().code).toBe('reviews.window')
  })

  it('give no village to who is not its enumerator, and list nobody twice', async () => {
    const other = await openRound(world, 'ad_hoc', [thon1, thon4])
    await other.list([familyOf(0)])
    const twice = await world.as('hung').post(`/api/rounds/${other.roundId}/list`, familyOf(0))
    expect(twice.json().code).toBe('reviews.household_listed')
    const away = await world.as('hung').post(`/api/rounds/${other.roundId}/list`, familyOf(1))
    expect(away.json().code).toBe('reviews.household_elsewhere')
    await other.finish('listing')
    const give = (villageId: string, person: 'mai' | 'bich') =>
      world.as('hung').post(`/api/rounds/${other.roundId}/assign`, { villageId, accountId: world.idOf(person) })
    expect((await give(thon4, 'mai')).json().code).toBe('reviews.not_an_enumerator')
    expect((await give(thon1, 'bich')).json().code).toBe('reviews.not_an_enumerator')
    const { enumerators } = (await world.as('hung').get(`/api/rounds/${other.roundId}/enumerators`)).json()
    expect(enumerators.map((e: { holds: object }) => e.holds)).toEqual(
      enumerators.map(() => ({ state: 'not_checked_yet' })),
    )
    expect((await give(thon1, 'mai')).json()).toEqual({ assigned: 1 })
    const gone = { householdId: familyOf(0).householdId, because: 'Ghi nhầm' }
    const late = await world.as('hung').post(`/api/rounds/${other.roundId}/list/remove`, gone)
    expect(late.json().code).toBe('reviews.case_not_listed')
  })
})

describe('a decision', () => {
  /** A round at its decision, with one household whose answers are given. */
  const decidable = async (kind: 'annual' | 'ad_hoc', facts: (family: Family) => ReturnType<typeof answersOf>) => {
    const family = await settle(world, thon1, 'Bùi Thị Mẵn')
    const opened = await roundAtSurveying(world, [family], kind)
    const [only] = opened.cases as [CaseOf]
    const { surveyId, answer } = await opened.round.send(only, facts(family))
    await opened.round.accept(only, surveyId)
    await opened.round.finish('surveying')
    await opened.round.finish('checking')
    await opened.round.pastPaperSteps()
    return { round: opened.round, answer }
  }

  it('waits while the standard that opens leaves a class open, and shows both verdicts', async () => {
    const { round: autumn, answer } = await decidable('annual', (f) => lackingAnswers(f, 1_000_000))
    expect(answer.verdicts).toMatchObject([
      { purpose: 'opens', standardId: 'vn-2027-2030', class: null, undecidable: 'class_open' },
      { purpose: 'closes', standardId: 'vn-2022-2025', class: 'poor', undecidable: null },
    ])
    expect((await autumn.show()).blocked).toMatchObject([{ code: 'class_open', count: 1 }])
    expect((await autumn.draft()).json()).toMatchObject({
      code: 'reviews.blocked',
      facts: { blocked: [{ code: 'class_open' }] },
    })
  })

  it('is never made from an illustrative points table', async () => {
    const { round: scored, answer } = await decidable('ad_hoc', (f) => {
      const { income: _measured, ...facts } = lackingAnswers(f, 0)
      return { ...facts, region: 'NT_DBSH' }
    })
    expect(answer.verdicts).toMatchObject([{ undecidable: 'illustrative_table' }])
    const draft = await scored.draft()
    expect(draft.json()).toMatchObject({ facts: { blocked: [{ code: 'illustrative_table', count: 1 }] } })
    expect(draft.json().facts.blocked[0].said.vi).toContain('bảng điểm minh hoạ')
  })

  it('comes into force only with its signed page, by who may, once, in time', async () => {
    const { round: ready } = await decidable('ad_hoc', (f) => lackingAnswers(f, 1_000_000))
    const { decisionId, contentHash } = (await ready.draft()).json()
    expect((await ready.draft()).json().code).toBe('reviews.decision_exists')
    const print = (person: 'bich' | 'hung', hash: string) =>
      world.as(person).post(`/api/decisions/${decisionId}/print`, { contentHash: hash })
    expect((await print('bich', contentHash)).json().code).toBe('access.denied')
    expect((await print('hung', 'f'.repeat(64))).json().code).toBe('reviews.list_changed')
    const final = await world.as('hung').get(`/api/decisions/${decisionId}/quyet-dinh.pdf?final=true`)
    expect(final.json().code).toBe('reviews.no_final_paper')
    expect((await print('hung', contentHash)).statusCode).toBe(200)
    const fields = { number: '7/QĐ', signedOn: '2026-11-20', signerName: 'Phạm Thị Bích', signerPost: 'Chủ tịch' }
    const url = `/api/decisions/${decisionId}/enforce`
    const enforce = (person: 'bich' | 'son' | 'lan', change: object, file = scan()) =>
      world.as(person).upload(url, { ...fields, ...change }, file)
    expect((await enforce('lan', {})).json().code).toBe('access.denied')
    expect((await enforce('son', {})).json().code).toBe('reviews.decision_not_found')
    expect((await enforce('bich', {}, scan(Buffer.alloc(0)))).json().code).toBe('papers.scan_missing')
    const exe = { name: 'ky.pdf', type: 'application/pdf', bytes: Buffer.from('MZ not a page') }
    expect((await enforce('bich', {}, exe)).json().code).toBe('papers.scan_type')
    expect((await enforce('bich', { signedOn: '2026-11-21' })).json().code).toBe('reviews.signed_day')
    expect((await enforce('bich', { signedOn: '2026-11-19' })).json().code).toBe('reviews.signed_day')
    expect((await enforce('bich', { number: '' })).json().code).toBe('input.invalid')
    const tables = await world.owner.query('select count(*)::int as n from household_class where decision_id = $1', [
      decisionId,
    ])
    expect(tables.rows).toEqual([{ n: 0 }])
    expect((await enforce('bich', {})).json()).toMatchObject({ state: 'in_force', certificates: 1 })
    expect((await enforce('bich', {})).json().code).toBe('reviews.step_not_allowed')
    const withdraw = await world.as('hung').post(`/api/decisions/${decisionId}/withdraw`, { because: 'thử' })
    expect(withdraw.json().code).toBe('reviews.step_not_allowed')
  })

  it('must be withdrawn before the list can change, and shows nothing to the neighbour or the enumerator', async () => {
    const { round: ready } = await decidable('ad_hoc', (f) => lackingAnswers(f, 1_200_000))
    const { decisionId } = (await ready.draft()).json()
    const reopen = () => world.as('hung').post(`/api/rounds/${ready.roundId}/reopen`, { because: 'Có khiếu nại' })
    expect((await reopen()).json().code).toBe('reviews.withdraw_first')
    for (const person of ['son', 'mai'] as const)
      for (const path of ['', '/quyet-dinh.pdf', '/giay-chung-nhan.pdf', '/danh-sach.xlsx?class=poor', '/ban-ky'])
        expect((await world.as(person).get(`/api/decisions/${decisionId}${path}`)).json().code).toBe(
          'reviews.decision_not_found',
        )
    expect((await world.as('xem').get(`/api/decisions/${decisionId}`)).json().code).toBe('access.denied')
    await world.as('hung').post(`/api/decisions/${decisionId}/withdraw`, { because: 'Có khiếu nại' })
    expect((await reopen()).json()).toMatchObject({ state: 'checking' })
    const steps = (await ready.show()).steps
    expect(steps.find((s: { step: string }) => s.step === 'posting')).toMatchObject({ state: 'ahead' })
  })
})

describe('without an address', () => {
  it('no final print is fixed: its QR would lead nowhere', async () => {
    const bare = await openWorld({ env: { MODE: 'start', PUBLIC_URL: '' } })
    const family = await settle(bare, thon1, 'Vũ Thị Hợi')
    const opened = await roundAtSurveying(bare, [family])
    const [only] = opened.cases as [CaseOf]
    const { surveyId } = await opened.round.send(only, lackingAnswers(family, 1_000_000))
    await opened.round.accept(only, surveyId)
    await opened.round.finish('surveying')
    await opened.round.finish('checking')
    await opened.round.pastPaperSteps()
    const { decisionId, contentHash } = (await opened.round.draft()).json()
    const print = await bare.as('hung').post(`/api/decisions/${decisionId}/print`, { contentHash })
    expect(print.json().code).toBe('paper.public_url_missing')
    expect((await bare.as('hung').get(`/api/decisions/${decisionId}/quyet-dinh.pdf`)).statusCode).toBe(200)
    await bare.close()
  })
})
