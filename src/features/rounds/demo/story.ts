/** The demo's story: the review of 2021, the one of 2025, and the two that run this autumn. */

import { demoAreas } from '#features/areas/demoPlaces.ts'
import type { Lot } from '#features/households/demo/answers.ts'
import type { DemoHousehold } from '#features/households/demo/families.ts'
import { chosen, type DemoRegister, demoRegister, type Lots, withLots } from '#features/households/demo/registers.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { addDays, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { CaseState } from '../model.ts'
import type { ClassBefore, DemoCase, DemoRound } from './write.ts'

const { villages } = demoAreas
const maiVillages = new Set(villages.tamHong.slice(0, 3))
const enumeratorOf = ({ villageId }: DemoHousehold): AccountId =>
  demoAccountId(maiVillages.has(villageId) ? 'mai' : 'thang')
const official = demoAccountId('hung')

const onPaper = 'Dữ liệu trình diễn: bước này làm trên giấy, chưa có trong phần mềm.'
const built = ['listing', 'assigning', 'surveying', 'checking'] as const
const onPaperSteps = ['village_meeting', 'posting', 'objections', 'district_opinion'] as const

/** The steps behind a round that stands before its decision; the district's opinion only while there were districts. */
function stepsDone(day: PlainDate, districts: boolean): DemoRound['steps'] {
  const paper = onPaperSteps.filter((step) => districts || step !== 'district_opinion')
  return [
    ...built.map((step) => ({ step, outcome: 'done' as const, because: null, day })),
    ...paper.map((step) => ({ step, outcome: 'skipped' as const, because: onPaper, day })),
  ]
}

type Drawn = { household: DemoHousehold; lot: Lot }
const listed = (drawn: readonly Drawn[], before: (at: number) => ClassBefore): DemoCase[] =>
  drawn.map(({ household, lot }, at) => ({
    household,
    lot,
    before: before(at),
    state: 'accepted' as CaseState,
    enumerator: enumeratorOf(household),
  }))

/** The two steps that end a round. */
const lastSteps = (day: PlainDate): DemoRound['steps'] =>
  (['deciding', 'certificates'] as const).map((step) => ({ step, outcome: 'done', because: null, day }))

/** Who was poor or near-poor before: the first so many of the poor lot, and so on; the others asked for the review. */
const beforeBy =
  (poor: number, near: number) =>
  (at: number): ClassBefore =>
    at % 3 === 2 ? null : at < poor ? 'poor' : at < poor + near ? 'near_poor' : null

type Old = {
  key: string
  areaId: DemoRound['areaId']
  villages: DemoRound['villages']
  from: readonly DemoHousehold[]
  lots: Lots
}

const round2021 = ({ key, areaId, villages: at, from, lots }: Old): DemoRound => ({
  key,
  areaId,
  villages: at,
  name: 'Rà soát định kỳ năm 2021',
  kind: 'annual',
  holdFrom: plainDate('2022-01-01'),
  window: [plainDate('2021-10-01'), plainDate('2021-12-14')],
  surveyedOn: plainDate('2021-10-25'),
  opens: 'vn-2022-2025',
  closes: 'vn-2016-2020',
  state: 'deciding',
  steps: stepsDone(plainDate('2021-12-01'), true),
  by: official,
  cases: listed(
    withLots(chosen(key, from, lots.poor + lots.near_poor + lots.average + lots.not_poor), lots),
    beforeBy(Math.round(lots.poor * 0.8), lots.near_poor),
  ),
})

/** The three communes' reviews of 2021. In Tam Hồng 96 households are to come out poor: the published figure. */
const rounds2021 = (held: DemoRegister): DemoRound[] => [
  round2021({
    key: '2021-tam-hong',
    areaId: demoAreas.tamHong2021,
    villages: villages.tamHong,
    from: held.tamHong,
    lots: { poor: 96, near_poor: 118, average: 41, not_poor: 28 },
  }),
  round2021({
    key: '2021-yen-dong',
    areaId: demoAreas.yenDong2021,
    villages: villages.yenDong,
    from: held.yenDong,
    lots: { poor: 29, near_poor: 37, average: 14, not_poor: 8 },
  }),
  round2021({
    key: '2021-yen-phuong',
    areaId: demoAreas.yenPhuong2021,
    villages: villages.yenPhuong,
    from: held.yenPhuong,
    lots: { poor: 24, near_poor: 30, average: 10, not_poor: 6 },
  }),
]

const inNeed = ({ lot }: Drawn): boolean => lot === 'poor' || lot === 'near_poor'
const allVillages = [...villages.tamHong, ...villages.yenDong, ...villages.yenPhuong]
const asBefore = (lot: Lot): ClassBefore => (lot === 'poor' || lot === 'near_poor' ? lot : null)

/** Four years on: of those who were poor or near-poor, every third still is; of the others most have moved on. */
const lotLater = (lot: Lot, at: number): Lot =>
  at % 3 === 0 ? lot : at % 3 === 1 ? (lot === 'poor' ? 'near_poor' : 'average') : at % 2 === 0 ? 'average' : 'not_poor'

/** The merged commune's review of last year: everybody who was listed in 2021. */
function round2025(before: readonly DemoRound[]): DemoRound {
  const cases = before.flatMap((round) => round.cases.filter(inNeed))
  return {
    key: '2025-tam-hong',
    areaId: demoAreas.tamHongToday,
    villages: allVillages,
    name: 'Rà soát định kỳ năm 2025',
    kind: 'annual',
    holdFrom: plainDate('2026-01-01'),
    window: [plainDate('2025-09-01'), plainDate('2025-12-14')],
    surveyedOn: plainDate('2025-10-08'),
    opens: 'vn-2022-2025',
    closes: null,
    state: 'deciding',
    steps: stepsDone(plainDate('2025-12-02'), false),
    by: official,
    cases: cases.map((c, at) => ({ ...c, lot: lotLater(c.lot, at), before: asBefore(c.lot) })),
  }
}

/** How far this autumn's review is: most villages have sent, some forms wait to be checked, some came back. */
const progress: readonly CaseState[] = [
  'accepted',
  'accepted',
  'submitted',
  'assigned',
  'submitted',
  'accepted',
  'assigned',
]

/** A running review leaves as many days to survey, whenever the demo is made. */
const daysLeft = 14
const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)
/** From the next day on another standard is in force, and its classes hold. */
const lastOfStandard = plainDate('2026-12-31')

/** This autumn's review, read by the standard that closes and by the one that opens on 01/01/2027. */
function round2026(before: DemoRound, today: PlainDate): DemoRound {
  const cases = before.cases.filter(inNeed)
  const from = plainDate('2026-09-01')
  return {
    ...before,
    key: '2026-tam-hong',
    name: 'Rà soát định kỳ năm 2026',
    holdFrom: plainDate('2027-01-01'),
    window: [from, earlier(later(plainDate('2026-12-14'), addDays(today, daysLeft)), lastOfStandard)],
    surveyedOn: plainDate('2026-10-20'),
    opens: 'vn-2027-2030',
    closes: 'vn-2022-2025',
    state: 'surveying',
    steps: (['listing', 'assigning'] as const).map((step) => ({ step, outcome: 'done', because: null, day: from })),
    cases: cases.map((c, at) => ({
      ...c,
      lot: at % 4 === 3 ? 'average' : c.lot,
      before: asBefore(c.lot),
      state: progress[at % progress.length] ?? 'assigned',
    })),
  }
}

/** The last day of the month; where that is near, so many days on. */
function endOfMonth(today: PlainDate): PlainDate {
  const next = addDays(plainDate(`${today.slice(0, 7)}-28`), 4)
  return later(addDays(plainDate(`${next.slice(0, 7)}-01`), -1), addDays(today, daysLeft))
}

/** Of this month, begun some days ago: four households of Mai's villages that asked; two are still to be surveyed. */
function roundThisMonth(held: DemoRegister, taken: ReadonlySet<string>, today: PlainDate): DemoRound {
  const free = held.tamHong.filter((h) => maiVillages.has(h.villageId) && !taken.has(h.householdId))
  const states: readonly CaseState[] = ['accepted', 'submitted', 'assigned', 'assigned']
  const lots: readonly Lot[] = ['poor', 'near_poor', 'poor', 'average']
  const from = addDays(today, -5)
  const old = today <= lastOfStandard
  const until = endOfMonth(today)
  return {
    key: '2026-11-tam-hong',
    areaId: demoAreas.tamHongToday,
    villages: villages.tamHong.slice(0, 3),
    name: `Rà soát thường xuyên tháng ${today.slice(5, 7)}/${today.slice(0, 4)}`,
    kind: 'ad_hoc',
    holdFrom: null,
    window: [from, old ? earlier(until, lastOfStandard) : until],
    surveyedOn: addDays(today, -3),
    opens: old ? 'vn-2022-2025' : 'vn-2027-2030',
    closes: null,
    state: 'surveying',
    steps: (['listing', 'assigning'] as const).map((step) => ({ step, outcome: 'done', because: null, day: from })),
    by: official,
    cases: chosen('2026-11', free, 4).map((household, at) => ({
      household,
      lot: lots[at] ?? 'poor',
      before: null,
      state: states[at] ?? 'assigned',
      enumerator: enumeratorOf(household),
    })),
  }
}

/** When the decision of each finished round was signed; the days are invented. */
const signedOn = ['2021-12-10', '2021-12-11', '2021-12-10', '2025-12-12'].map(plainDate)

function completed(round: DemoRound, at: number): DemoRound {
  const day = signedOn[at]
  if (!day) throw new Error(`nobody signed ${round.key}`)
  return { ...round, state: 'completed', steps: [...round.steps, ...lastSteps(day)], decidedOn: day }
}

/** The rounds that are finished, in the order of their days. */
export function finishedRounds(): DemoRound[] {
  const old = rounds2021(demoRegister())
  return [...old, round2025(old)].map(completed)
}

/** Every round of the demo in the order of its days: four that are finished, two that run on the day it is made. */
export function demoRounds(today: PlainDate): DemoRound[] {
  const finished = finishedRounds()
  const autumn = round2026(finished.at(-1) as DemoRound, today)
  const taken = new Set(autumn.cases.map((c) => c.household.householdId))
  return [...finished, autumn, roundThisMonth(demoRegister(), taken, today)]
}
