/** Families of Tam Hồng and rounds that review them, made through the doors everyone uses. */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { AreaId, DecisionId, HouseholdId, RoundId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { tinyPdf } from './scans.ts'
import { tried } from './tried.ts'
import type { PersonName, World } from './world.ts'

export const tamHong: readonly AreaId[] = demoAreas.villages.tamHong
export const [thon1, thon2, , thon4] = tamHong as [AreaId, AreaId, AreaId, AreaId]
export const [kyThuong] = demoAreas.villages.kyThuong as [AreaId]

export type Family = {
  readonly householdId: HouseholdId
  readonly people: readonly [string, string, string]
  /** As the register has them; left out: the answers name nobody. */
  readonly names?: readonly [string, string, string]
}

const person = (name: string, sex: 'male' | 'female', year: number) => ({
  name,
  sex,
  birth: { year, month: 4, day: 12 },
  ethnicity: '01',
})

/** A mother, a father and a boy of twelve who live in a village since 2025. */
export async function settle(world: World, village: AreaId, mother: string): Promise<Family> {
  const householdId = newId<'household'>()
  const members = [
    { memberId: newId(), relation: 'head', person: person(mother, 'female', 1985) },
    { memberId: newId(), relation: 'spouse', person: person('Lê Văn Bền', 'male', 1983) },
    { memberId: newId(), relation: 'child', person: person('Lê Văn Bé', 'male', 2014) },
  ]
  const body = { householdId, villageId: village, number: '', address: '', on: '2025-08-01', reason: 'listed', members }
  const official = tamHong.includes(village) ? 'hung' : 'son'
  const reply = await world.as(official).post('/api/households', body)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  const { rows } = await world.owner.query<{ person_id: string }>(
    `select person_id from member where household_id = $1 order by relation <> 'head', relation <> 'spouse'`,
    [householdId],
  )
  const people = rows.map((r) => r.person_id) as unknown as Family['people']
  return { householdId, people, names: [mother, 'Lê Văn Bền', 'Lê Văn Bé'] }
}

/** The family as the register calls its people now. */
export async function asCalled(world: World, family: Family): Promise<Family> {
  const { rows } = await world.owner.query(
    `select distinct on (person_id) person_id, full_name from member where household_id = $1
      order by person_id, (left_on is null) desc, joined_on desc`,
    [family.householdId],
  )
  const called = new Map(rows.map((row) => [row.person_id, row.full_name]))
  const names = family.people.map((id) => called.get(id) ?? '') as unknown as NonNullable<Family['names']>
  return family.names ? { ...family, names } : family
}

/** Hùng says of everybody in whom survey and register differ that the register is right. */
export async function explainAll(world: World, { roundId }: { roundId: string }, families: readonly Family[]) {
  const hung = world.as('hung')
  for (const { householdId } of families) {
    const { rows } = await world.owner.query('select id from review_case where household_id = $1 and round_id = $2', [
      householdId,
      roundId,
    ])
    const url = `/api/households/${householdId}/cases/${rows[0].id}`
    const { survey, apart } = (await hung.get(url)).json()
    for (const { what, person, explained } of apart)
      if (!explained) {
        const said = { surveyId: survey.surveyId, what, person, because: 'Sổ hộ ghi đúng' }
        const { statusCode, body } = await hung.post(`${url}/explain`, said)
        if (statusCode !== 200) throw new Error(body)
      }
  }
}

/** Every answer given: nothing lacks. `income` in đồng a person a month. */
export function answersOf({ people: [mother, father, boy], names }: Family, income: number): Facts {
  const named = (at: 0 | 1 | 2) => (names ? { name: names[at] } : {})
  const adult = {
    finished: 'upper_secondary',
    studying: 'none',
    canWork: true,
    job: 'farm',
    healthInsurance: true,
    socialAllowance: false,
    disability: 'none',
  } as const
  return {
    settlement: 'rural',
    members: [
      { id: mother, ...named(0), sex: 'female', birth: { year: 1985, month: 4, day: 12 }, relation: 'head', ...adult },
      { id: father, ...named(1), sex: 'male', birth: { year: 1983, month: 4, day: 12 }, relation: 'spouse', ...adult },
      {
        id: boy,
        ...named(2),
        sex: 'male',
        birth: { year: 2014, month: 4, day: 12 },
        relation: 'child',
        studying: 'lower_secondary',
        healthInsurance: true,
        nutrition: 'normal',
        socialAllowance: false,
        disability: 'none',
      },
    ],
    housing: { wall: 'durable', pillar: 'durable', roof: 'durable', areaM2: 60 },
    water: { source: 'tap' },
    sanitation: { toilet: 'septic', waste: 'collected' },
    information: { internet: true, phone: true, means: ['tv', 'smartphone'], loudspeaker: true },
    income: { perPersonMonth: income as NonNullable<Facts['income']>['perPersonMonth'] & number },
    support: ['health', 'education'],
  }
}

/** The same with four indicators lacking: water, toilet, internet, means. */
export const lackingAnswers = (family: Family, income: number): Facts => ({
  ...answersOf(family, income),
  water: { source: 'surface' },
  sanitation: { toilet: 'none', waste: 'collected' },
  information: { internet: false, phone: true, means: [], loudspeaker: true },
})

/** Rounds of the tests stand beside one another, and some are late: what is asked about them is answered. */
const because = 'Kỳ thử'

export type CaseOf = { readonly caseId: string; readonly householdId: HouseholdId }

export class RoundInHand {
  readonly world: World
  readonly roundId: RoundId

  constructor(world: World, roundId: RoundId) {
    this.world = world
    this.roundId = roundId
  }

  async list(families: readonly Family[]): Promise<CaseOf[]> {
    const cases: CaseOf[] = []
    for (const { householdId } of families) {
      const { caseId } = await this.must('hung', `/api/rounds/${this.roundId}/list`, { householdId, because })
      cases.push({ caseId, householdId })
    }
    return cases
  }

  async assign(village: AreaId, person: PersonName): Promise<void> {
    await this.must('hung', `/api/rounds/${this.roundId}/assign`, {
      villageId: village,
      accountId: this.world.idOf(person),
    })
  }

  finish(step: string) {
    return this.world.as('hung').post(`/api/rounds/${this.roundId}/finish`, { step })
  }

  skip(step: string) {
    return this.world.as('hung').post(`/api/rounds/${this.roundId}/skip`, { step })
  }

  async show(person: PersonName = 'hung') {
    return (await this.world.as(person).get(`/api/rounds/${this.roundId}`)).json()
  }

  /** The decision over the round, or what stands against one. */
  async standing(person: PersonName = 'hung') {
    return (await this.world.as(person).get(`/api/rounds/${this.roundId}/decision`)).json()
  }

  async must(person: PersonName, url: string, body: object) {
    const reply = await this.world.as(person).post(url, body)
    if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
    return reply.json()
  }

  /** The body of a survey on the round's own form. */
  async surveyOf({ caseId, householdId }: CaseOf, facts: Facts, person: PersonName = 'mai') {
    const form = (await this.world.as(person).get(`/api/households/${householdId}/cases/${caseId}/form`)).json()
    const { windowUntil } = form.round
    // Of a round that is late, taken on its last day.
    const surveyedOn = form.day < windowUntil ? form.day : windowUntil
    return { surveyId: newId<'survey'>(), formHash: form.form.hash, surveyedOn, facts }
  }

  async send(of: CaseOf, facts: Facts, person: PersonName = 'mai') {
    const survey = await this.surveyOf(of, facts, person)
    const answer = await this.must(person, `/api/households/${of.householdId}/cases/${of.caseId}/surveys`, survey)
    return { ...survey, answer }
  }

  accept(of: CaseOf, surveyId: string) {
    return this.world.as('hung').post(`/api/households/${of.householdId}/cases/${of.caseId}/accept`, { surveyId })
  }

  async pastPaperSteps(): Promise<void> {
    for (const step of ['village_meeting', 'posting', 'objections'])
      await this.must('hung', `/api/rounds/${this.roundId}/skip`, { step, note: 'Biên bản ngày 18/11' })
  }

  draft(decisionId: DecisionId = newId<'decision'>()) {
    return this.world.as('hung').post(`/api/rounds/${this.roundId}/decision`, { decisionId })
  }

  /** Every household surveyed and accepted, the steps passed: the round stands at its decision. */
  async toDeciding(cases: readonly CaseOf[], families: readonly Family[]): Promise<void> {
    for (const [at, one] of cases.entries()) {
      const { surveyId } = await this.send(one, lackingAnswers(families[at] as Family, 1_000_000))
      await this.accept(one, surveyId)
    }
    for (const step of ['surveying', 'checking'])
      await this.must('hung', `/api/rounds/${this.roundId}/finish`, { step })
    await this.pastPaperSteps()
  }

  /** A decision drafted and fixed for signing. */
  async printed(signer: PrintedSigner = {}): Promise<{ decisionId: DecisionId; contentHash: string }> {
    const decisionId = newId<'decision'>()
    const asked = { decisionId, ...signer }
    const { contentHash } = await this.must('hung', `/api/rounds/${this.roundId}/decision`, asked)
    await tried(this.world, decisionId)
    await this.must('hung', `/api/decisions/${decisionId}/print`, { contentHash })
    return { decisionId, contentHash }
  }
}

/** Who is to sign; Bích where nobody is named. */
type PrintedSigner = { readonly signerName?: string; readonly authority?: string; readonly signerBecause?: string }

/** `last_year`: an annual round that is late by most of a year. */
export type KindOfRound = 'annual' | 'ad_hoc' | 'last_year'

export async function openRound(world: World, kind: KindOfRound, villages = [thon1, thon2]) {
  const roundId = newId<'round'>()
  const year = kind === 'last_year' ? 2025 : 2026
  const body = {
    roundId,
    areaId: demoAreas.tamHongToday,
    kind: kind === 'ad_hoc' ? 'ad_hoc' : 'annual',
    name: kind === 'ad_hoc' ? 'Rà soát tháng 11/2026' : `Rà soát cuối năm ${year}`,
    windowFrom: `${year}-11-15`,
    windowUntil: `${year}-12-14`,
    villages,
    because,
  }
  const reply = await world.as('hung').post('/api/rounds', body)
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return new RoundInHand(world, roundId)
}

/** A round, ad hoc unless said, whose surveys are taken by Mai. */
export async function roundAtSurveying(world: World, families: readonly Family[], kind: KindOfRound = 'ad_hoc') {
  const round = await openRound(world, kind)
  const cases = await round.list(families)
  await round.finish('listing')
  await round.assign(thon1, 'mai')
  await round.assign(thon2, 'mai')
  await round.finish('assigning')
  return { round, cases }
}

export const scan = (bytes: Buffer = tinyPdf) => ({
  name: 'quyet-dinh.pdf',
  type: 'application/pdf',
  bytes,
})

/** Another village for somebody to survey in. */
export const makeEnumerator = ({ owner, idOf }: World, person: PersonName, village: AreaId) =>
  owner.query(
    `insert into access_grant (id, account_id, role, area_id, valid_from) values ($1, $2, 'enumerator', $3, '2026-01-01')`,
    [newId(), idOf(person), village],
  )
