/** My households in the order of the work, by village. Pure. */

import type { CaseState } from '#features/rounds/model.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { ReviewCaseId } from '#kernel/ids.ts'
import { compareNames, comparePeople } from '#kernel/order.ts'
import { isPhoned, soughtPhone } from '#kernel/phones.ts'
import { fold, type Said } from '#kernel/text.ts'
import type * as contract from '../contract.ts'

export type MyCase = OutputOf<typeof contract.mySurveys>['cases'][number]

/** What is to be done with it, as the phone knows: begun or waiting are known here only, `unknown` to the server only. */
export const stands = [
  'returned',
  'refused',
  'begun',
  'assigned',
  'unknown',
  'waiting',
  'submitted',
  'accepted',
  'ended',
] as const
export type Stand = (typeof stands)[number]

export type OnPhone = {
  readonly begun: ReadonlySet<ReviewCaseId>
  /** The latest sending of a case from this phone, where there is one. */
  readonly sendingOf: (caseId: ReviewCaseId) => { readonly state: 'waiting' | 'sent' | 'refused' } | null
}

const open: readonly CaseState[] = ['returned', 'assigned', 'listed']

export function standOf(row: Pick<MyCase, 'caseId' | 'state'>, { begun, sendingOf }: OnPhone): Stand {
  const sending = sendingOf(row.caseId)?.state
  if (row.state === 'ended') return 'ended'
  if (sending === 'waiting') return 'waiting'
  if (row.state === 'submitted' || row.state === 'accepted') return row.state
  // The server was renewed under an open page: neither to be done nor done, as far as it knows.
  if (!open.includes(row.state)) return 'unknown'
  if (sending === 'refused') return 'refused'
  if (row.state === 'returned') return 'returned'
  return begun.has(row.caseId) ? 'begun' : 'assigned'
}

export type Row = { readonly of: MyCase; readonly stand: Stand }
export type Village = { readonly villageId: string; readonly name: string; readonly rows: readonly Row[] }

/** What the home page counts of my households, as the server has them: a form begun or waiting on this phone is not sent. */
export const waitsWords = {
  returned: { vi: 'Phiếu bị trả lại', en: 'Surveys returned' },
  to_survey: { vi: 'Hộ chờ khảo sát', en: 'Households to survey' },
} as const satisfies Record<string, Said>
export type Waits = keyof typeof waitsWords
const waitsIn: Readonly<Record<Waits, CaseState>> = { returned: 'returned', to_survey: 'assigned' }

/** An address may say anything; null: all of them are asked for. */
export const waitsOf = (text: string): Waits | null => (text in waitsWords ? (text as Waits) : null)

export const counted = (rows: readonly Row[], { waits, round }: { waits: Waits; round: string }): Row[] =>
  rows.filter(({ of }) => of.state === waitsIn[waits] && of.roundId === round)

const wordsOf = (row: MyCase): string => fold([row.headName, row.number, row.address].join(' '))

export const matching = (rows: readonly Row[], text: string): Row[] => {
  const wanted = fold(text)
  const end = soughtPhone(text)
  return wanted === '' ? [...rows] : rows.filter(({ of }) => wordsOf(of).includes(wanted) || isPhoned(of.phone, end))
}

/** How the households of a village follow one another: as the work goes, by name, or along the lanes. */
export const orderWords = {
  work: { vi: 'Việc cần làm', en: 'Work' },
  name: { vi: 'Tên', en: 'Name' },
  lane: { vi: 'Ngõ, số nhà', en: 'Lane' },
} as const satisfies Record<string, Said>
export type Order = keyof typeof orderWords
export const orderOf = (text: string): Order => (text in orderWords ? (text as Order) : 'work')

const byLane = ({ of: a }: Row, { of: b }: Row): number => compareNames(a.address, b.address)
const byName = ({ of: a }: Row, { of: b }: Row): number => comparePeople(a.headName, b.headName)
const compare: Readonly<Record<Order, (a: Row, b: Row) => number>> = {
  work: (a, b) => stands.indexOf(a.stand) - stands.indexOf(b.stand),
  name: byName,
  lane: (a, b) => byLane(a, b) || byName(a, b),
}

/** Villages in their order, the households of each as asked. */
export function byVillage(rows: readonly Row[], order: Order = 'work'): Village[] {
  const villages = new Map<string, Row[]>()
  for (const row of rows) villages.set(row.of.villageId, [...(villages.get(row.of.villageId) ?? []), row])
  return [...villages]
    .map(([villageId, mine]) => ({
      villageId,
      name: mine[0]?.of.villageName ?? '',
      rows: [...mine].sort(compare[order]),
    }))
    .sort((a, b) => compareNames(a.name, b.name))
}

const toDo: readonly Stand[] = ['returned', 'refused', 'begun', 'assigned']
const done: readonly Stand[] = ['waiting', 'submitted', 'accepted']

/** The next door at which somebody still has to ask: along the lane, in this village first; null where all is done. */
export function nextAfter(rows: readonly Row[], caseId: string): Row | null {
  const here = rows.find(({ of }) => of.caseId === caseId)
  const open = rows.filter(({ of, stand }) => of.caseId !== caseId && toDo.includes(stand)).sort(compare.lane)
  const beside = open.filter(({ of }) => of.villageId === here?.of.villageId)
  return (here && beside.find((row) => compare.lane(row, here) > 0)) ?? beside[0] ?? open[0] ?? null
}

/** How far somebody is: what left this hand, of all that stays in the round. */
export function progressOf(rows: readonly Row[]): { readonly done: number; readonly of: number } {
  const stays = rows.filter(({ stand }) => stand !== 'ended')
  return { done: stays.filter(({ stand }) => done.includes(stand)).length, of: stays.length }
}

export const countsOf = (rows: readonly Row[]): Map<Stand, number> => {
  const counts = new Map<Stand, number>()
  for (const { stand } of rows) counts.set(stand, (counts.get(stand) ?? 0) + 1)
  return counts
}
