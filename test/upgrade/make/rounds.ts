/**
 * Hùng and Bích: this month's review from the forms Mai sent to certificates in force, one that is called off, and one
 * whose decision waits to be signed.
 */
import type { HouseholdId } from '#kernel/ids.ts'
import { newId } from '#platform/server/ids.ts'
import { type Family, lackingAnswers } from '../../rounds.ts'
import { tinyPdf } from '../../scans.ts'
import type { Desk } from '../folder.ts'
import type { Person } from '../person.ts'
import type { Expected, Sent } from '../questions.ts'
import { closeLists } from './desk.ts'
import { enter, somebody } from './households.ts'
import type { Place } from './place.ts'
import { keepSent } from './sent.ts'

type Reviewing = NonNullable<Expected['reviewing']>
type CaseKey = { readonly caseId: string; readonly householdId: string }
type Case = CaseKey & { readonly state: string }

const at = ({ householdId, caseId }: CaseKey): string => `/api/households/${householdId}/cases/${caseId}`
const surveyOf = async (hung: Person, one: CaseKey): Promise<string> =>
  (await hung.get<{ survey: { surveyId: string } }>(at(one))).survey.surveyId

const casesOf = async (hung: Person, roundId: string): Promise<Case[]> =>
  (await hung.get<{ cases: Case[] }>(`/api/rounds/${roundId}/cases`)).cases

type Form = { form: { hash: string }; day: string; facts: { members: { id: string }[] } }

/** Somebody sends a form from the desk: as it was prefilled, or with other answers of its three people. */
async function answer(who: Person, one: CaseKey, other?: (family: Family, facts: object) => object): Promise<string> {
  const { form, day, facts } = await who.get<Form>(`${at(one)}/form`)
  const people = facts.members.map(({ id }) => id) as unknown as Family['people']
  const answers = other?.({ householdId: one.householdId as HouseholdId, people }, facts) ?? facts
  const survey = { surveyId: newId<'survey'>(), formHash: form.hash, surveyedOn: day, facts: answers }
  await who.post(`${at(one)}/surveys`, survey)
  return survey.surveyId
}

/** Hùng asks for a better answer, Mai sends the form again. */
async function returnOnce({ hung, mai }: Place, one: Case): Promise<void> {
  const notes = [{ question: 'housing.areaM2', person: null, note: 'Đo lại diện tích giúp.' }]
  await hung.post(`${at(one)}/return`, { surveyId: await surveyOf(hung, one), notes })
  await answer(mai, one)
}

async function toDeciding({ hung }: Place, roundId: string): Promise<void> {
  await hung.post(`/api/rounds/${roundId}/finish`, { step: 'checking' })
  for (const step of ['village_meeting', 'posting', 'objections'])
    await hung.post(`/api/rounds/${roundId}/skip`, { step, note: 'Biên bản của thôn (mẫu)' })
}

async function draft({ hung }: Place, roundId: string) {
  const decisionId = newId<'decision'>()
  const drafted = await hung.post<{ contentHash: string }>(`/api/rounds/${roundId}/decision`, { decisionId })
  return { decisionId, contentHash: drafted.contentHash }
}

async function print({ hung }: Place, { decisionId, contentHash }: { decisionId: string; contentHash: string }) {
  const tried = async () => (await hung.get<{ draft: { tried: boolean } }>(`/api/decisions/${decisionId}`)).draft.tried
  while (!(await tried())) await new Promise((resolve) => setTimeout(resolve, 500))
  await hung.post(`/api/decisions/${decisionId}/print`, { contentHash })
  return decisionId
}

async function sign({ bich, today }: Place, decisionId: string): Promise<void> {
  const signed = { number: '231/QĐ-UBND', signedOn: today, signerName: 'Phạm Thị Bích', signerPost: 'Chủ tịch' }
  const scan = { name: 'trang-ky.pdf', type: 'application/pdf', bytes: tinyPdf.toString('latin1') }
  await bich.upload(`/api/decisions/${decisionId}/enforce`, signed, scan)
}

/** This month's review to its end. */
export async function decideMonth(place: Place, roundId: string): Promise<void> {
  const { hung } = place
  const waiting = (await casesOf(hung, roundId)).filter((one) => one.state === 'submitted')
  const [first] = waiting
  if (!first) throw new Error('no form waits to be checked')
  await returnOnce(place, first)
  for (const one of waiting) await hung.post(`${at(one)}/accept`, { surveyId: await surveyOf(hung, one) })
  await hung.post(`/api/rounds/${roundId}/finish`, { step: 'surveying' })
  await toDeciding(place, roundId)
  await hung.post(`/api/rounds/${roundId}/reopen`, { because: 'Xem lại một phiếu' })
  await toDeciding(place, roundId)
  const early = await draft(place, roundId)
  await hung.post(`/api/decisions/${early.decisionId}/withdraw`, { because: 'Sửa căn cứ' })
  await sign(place, await print(place, await draft(place, roundId)))
  await hung.post(`/api/rounds/${roundId}/finish`, { step: 'certificates' })
}

/** Why a second review stands beside the autumn's. */
const because = 'Việc của tháng'

/** Opens a review; answers its address. */
async function openRound({ hung, commune, today }: Place, name: string, villages: readonly string[]) {
  const roundId = newId<'round'>()
  const round = {
    roundId,
    areaId: commune,
    kind: 'ad_hoc',
    name,
    windowFrom: today,
    windowUntil: today,
    villages,
    because,
  }
  await hung.post('/api/rounds', round)
  return { roundId, over: `/api/rounds/${roundId}` }
}

/** A review that is opened, listed, assigned and called off. */
export async function callOff(place: Place, householdId: string): Promise<void> {
  const { hung, mai, villages } = place
  const [, thon2 = '', thon3 = ''] = villages
  const { over } = await openRound(place, 'Rà soát thường xuyên (mở nhầm)', [thon2, thon3])
  await hung.post(`${over}/list/draw`, { because })
  await hung.post(`${over}/list`, { householdId, because })
  await hung.post(`${over}/list/remove`, { householdId, because: 'Ghi nhầm hộ' })
  await hung.post(`${over}/finish`, { step: 'listing' })
  await hung.post(`${over}/assign`, { accountId: mai.account.accountId, villageId: thon3 })
  await hung.post(`${over}/cancel`, { because: 'Mở nhầm' })
}

/** One family's review up to the print that lies on Bích's desk. Answers its decision. */
export async function leaveUnsigned(place: Place): Promise<string> {
  const { hung, mai, villages } = place
  const [thon1 = ''] = villages
  const family = [
    somebody('head', 'Trần Thị Hậu', { sex: 'female', year: 1985 }),
    somebody('spouse', 'Lê Văn Đôn', { sex: 'male', year: 1983 }),
    somebody('child', 'Lê Văn Tý', { sex: 'male', year: 2014 }),
  ]
  const householdId = await enter(place, thon1, family)
  const { roundId, over } = await openRound(place, 'Rà soát theo đơn', [thon1])
  const { caseId } = await hung.post<{ caseId: string }>(`${over}/list`, { householdId })
  await hung.post(`${over}/finish`, { step: 'listing' })
  await hung.post(`${over}/assign`, { accountId: mai.account.accountId, villageId: thon1 })
  await hung.post(`${over}/finish`, { step: 'assigning' })
  const one = { caseId, householdId }
  await answer(mai, one, (asked) => lackingAnswers(asked, 900_000))
  await hung.post(`${at(one)}/accept`, { surveyId: await surveyOf(hung, one) })
  await hung.post(`${over}/finish`, { step: 'surveying' })
  await toDeciding(place, roundId)
  return print(place, await draft(place, roundId))
}

/** Two reviews at the desk whose sendings are kept: one goes on unheard and is assigned, the other's list stays open. */
export async function leaveUnheard(place: Place): Promise<Reviewing & { desk: Desk }> {
  const { hung, mai, villages, commune, today, address } = place
  const [, thon2 = '', thon3 = ''] = villages
  const round = { areaId: commune, kind: 'ad_hoc', windowFrom: today, windowUntil: today }
  const answered: Sent[] = []
  const keep = async (path: string, body: object) => {
    const sent = await keepSent(hung, path, body)
    answered.push(sent)
  }
  const begin = async (name: string, village: string) => {
    const householdId = await enter(place, village, [somebody('head', 'Phạm Thị Sen', { sex: 'female', year: 1961 })])
    const roundId = newId<'round'>()
    await keep('/api/rounds', { ...round, roundId, name, villages: [village], because })
    await keep(`/api/rounds/${roundId}/list/draw`, { because })
    await keep(`/api/rounds/${roundId}/list`, { householdId, because })
    return roundId
  }
  const rounds = {
    unheard: await begin('Rà soát thôn 3 (mẫu)', thon3),
    unsent: await begin('Rà soát thôn 2 (mẫu)', thon2),
  }
  const { unheard, unsent, desk } = await closeLists(address, rounds)
  answered.push(unheard)
  await keep(`/api/rounds/${rounds.unheard}/assign`, { accountId: mai.account.accountId, villageId: thon3 })
  return { answered, unsent, desk }
}

/** A family that Mai and Hùng both surveyed: two forms lie side by side. A neighbour moves in while the review runs. */
export async function leaveBeside(place: Place): Promise<Expected['beside']> {
  const { hung, mai, villages, today } = place
  const [, thon2 = '', thon3 = ''] = villages
  const enterIn = (villageId: string, name: string) =>
    enter(place, villageId, [somebody('head', name, { sex: 'female', year: 1972 })])
  const householdId = await enterIn(thon3, 'Hoàng Thị Sâm')
  const comes = await enterIn(thon2, 'Hoàng Thị Quế')
  const { over } = await openRound(place, 'Rà soát hai phiếu (mẫu)', [thon2, thon3])
  const { caseId } = await hung.post<{ caseId: string }>(`${over}/list`, { householdId })
  await hung.post(`${over}/list/many`, { householdIds: [comes] })
  await hung.post(`${over}/finish`, { step: 'listing' })
  const given = [thon2, thon3].map((villageId) => ({ villageId, accountId: mai.account.accountId }))
  await hung.post(`${over}/assign/villages`, { given })
  await hung.post(`${over}/finish`, { step: 'assigning' })
  const one = { caseId, householdId }
  const surveyId = await answer(mai, one)
  const laterId = await answer(hung, one, (_, facts) => ({ ...facts, income: { perPersonMonth: 2_000_000 } }))
  const residence = { on: today, villageId: thon3, address: 'Ngõ 2', number: '' }
  await hung.post(`/api/households/${comes}/residence`, residence)
  return { ...one, surveyId, laterId }
}
