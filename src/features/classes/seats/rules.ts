/** What may be done with a seat, in which state of it and of its class. What is absent is forbidden. Pure. */
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { ClassState } from '../list/model.ts'
import type { Slot } from '../sessions/model.ts'
import { learnerClash, type Other } from '../sessions/rules.ts'
import type { OpenClass, SeatDeed, SeatState } from './model.ts'

/** When a seat changes: in these states of it, in these of its class, and always before the first session begins. */
const course: Readonly<
  Record<SeatDeed, { readonly from: readonly SeatState[]; readonly while: readonly ClassState[] }>
> = {
  approve: { from: ['nominated'], while: ['enrolling', 'confirmed'] },
  refuse: { from: ['nominated'], while: ['enrolling', 'confirmed', 'running'] },
  offer: { from: ['waiting', 'offered'], while: ['enrolling', 'confirmed', 'running'] },
  answer: { from: ['offered'], while: ['enrolling', 'confirmed', 'running'] },
  withdraw: { from: ['nominated', 'waiting', 'offered', 'enrolled'], while: ['enrolling', 'confirmed', 'running'] },
  substitute: { from: ['enrolled'], while: ['enrolling', 'confirmed', 'running'] },
}
/** The same of a class: who is named, who is added by who holds it, how many a unit sends. */
const ofClass = {
  quotas: ['planned', 'announced', 'enrolling', 'confirmed'],
  name: ['enrolling'],
  add: ['enrolling', 'confirmed'],
} as const satisfies Record<string, readonly ClassState[]>
export type ClassDeed = keyof typeof ofClass

/** `begun`: the first session has begun, and the door is closed. */
export type Door = { readonly state: ClassState; readonly begun: boolean }

export const mayDo = (deed: ClassDeed, { state, begun }: Door): boolean =>
  !begun && (ofClass[deed] as readonly ClassState[]).includes(state)

export const maySeat = (deed: SeatDeed, seat: SeatState, { state, begun }: Door): boolean =>
  !begun && course[deed].from.includes(seat) && course[deed].while.includes(state)

/** Who may be named though they have a row in the class: their seat went to nobody. */
export const mayBeNamedAgain = (state: SeatState): boolean =>
  state === 'refused' || state === 'withdrawn' || state === 'declined'

export type Room = {
  readonly seats: number | null
  readonly taken: number
  /** Seats that are kept for an answer. */
  readonly offered: number
  /** How many the unit may send, and how many of it have a seat or an offer; null: as many as there are seats. */
  readonly quota: number | null
  readonly sent: number
}

/** How many seats nobody has and nobody was offered. */
export const freeSeats = ({ seats, taken, offered }: Omit<Room, 'quota' | 'sent'>): number =>
  Math.max(0, (seats ?? 0) - taken - offered)

/** Where each of so many comes who are approved now: first those for whom there is a seat, the others wait. */
export function seatsFor(room: Room, people: number): SeatState[] {
  const ofUnit = room.quota === null ? people : Math.max(0, room.quota - room.sent)
  const seated = Math.min(people, freeSeats(room), ofUnit)
  return Array.from({ length: people }, (_, at) => (at < seated ? 'enrolled' : 'waiting'))
}

/** Until which day an offer may run: on the day of the first session too, while it has not begun. */
export const mayRunUntil = (
  until: PlainDate,
  { today, first }: { today: PlainDate; first: PlainDate | null },
): boolean => until >= today && (first === null || until <= first)
const daysToAnswer = 3
/** What is proposed: some days, and no later than the first session. */
export function proposedUntil(today: PlainDate, first: PlainDate | null): PlainDate {
  const until = addDays(today, daysToAnswer)
  return first !== null && first < until ? first : until
}

export type Sending = {
  readonly areaId: AreaId
  readonly areaName: string
  readonly seats: number
  readonly enrolled: number
  /** Open offers. */
  readonly offered: number
}
/** Units that would send more than they may, with how many, where these people are offered a seat besides. */
export const overQuota = (
  from: readonly AreaId[],
  quotas: readonly Sending[],
): (Sending & { readonly sent: number })[] =>
  quotas
    .map((one) => ({ ...one, sent: one.enrolled + one.offered + from.filter((area) => area === one.areaId).length }))
    .filter(({ areaId, seats, sent }) => sent > seats && from.includes(areaId))
/** "Xã Tam Hồng 15/14" */
export const overSaid = (over: readonly (Sending & { readonly sent: number })[]): string =>
  over.map(({ areaName, sent, seats }) => `${areaName} ${sent}/${seats}`).join(', ')

type Waiting = {
  readonly state: SeatState
  readonly needed: boolean
  readonly quotaLeft: number
  readonly since: string
}
/** Who of those who wait is offered a seat first: of a unit that has quota left, then who needs it most, then who waits longest. */
export const inTurn = (a: Waiting, b: Waiting): number =>
  Number(b.quotaLeft > 0) - Number(a.quotaLeft > 0) ||
  Number(b.needed) - Number(a.needed) ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)

/** Whether a seat is still to be had: of these it is told what else the person is in then. */
export const isOpen = (state: SeatState): boolean => state === 'nominated' || state === 'waiting' || state === 'offered'

/** "Lò Thị A học hoặc dạy ở lớp “...” (Xã Tam Hồng), 08:00-11:30 ngày 20/11/2026, và 2 buổi nữa." */
export function busySaid(name: string, others: readonly (Other & { readonly wanted: Slot })[]): Said {
  const [first, ...more] = others
  if (!first) return { vi: '', en: '' }
  const { vi, en } = learnerClash(first.wanted, { name, other: first }).said
  if (more.length === 0) return { vi, en }
  return {
    vi: `${vi.slice(0, -1)}, và ${more.length} buổi nữa.`,
    en: `${en.slice(0, -1)}, and ${more.length} sessions more.`,
  }
}
/** Whether a class is still to come to who has or had a seat. */
export const isMine = (state: SeatState): boolean => state === 'enrolled' || isOpen(state)

/** Why somebody who was named cannot have a seat any more. */
export const notNow = {
  dead: (name: string): Said => ({ vi: `${name} đã mất.`, en: `${name} has died.` }),
  moved: (name: string): Said => ({
    vi: `${name}: ngày học không còn thuộc đơn vị này.`,
    en: `${name} is not of this unit on the day of the class.`,
  }),
  gone: (name: string): Said => ({
    vi: `${name}: đến ngày học đã nghỉ hưu hoặc thôi việc.`,
    en: `${name} has retired or gone by the day of the class.`,
  }),
} as const

const mostTold = 30
/** All of them as one text, as many as a page can hold. */
export function toldTogether(all: readonly Said[]): Said {
  const told = all.slice(0, mostTold)
  const more = all.length - told.length
  return {
    vi: told.map(({ vi }) => vi).join(' ') + (more > 0 ? ` Và ${more} người nữa.` : ''),
    en: told.map(({ en }) => en).join(' ') + (more > 0 ? ` And ${more} more.` : ''),
  }
}

/** What of a class to which people may be sent waits for their unit; by what stands in the address of the list. */
export const waitingFor = {
  duyet: { said: { vi: 'Có người chờ duyệt', en: 'People to approve' }, of: (row: OpenClass) => row.nominated > 0 },
  'tra-loi': {
    said: { vi: 'Có chỗ mời cần trả lời', en: 'Offers to answer' },
    of: (row: OpenClass) => row.offerUntil !== null,
  },
  cu: {
    said: { vi: 'Chưa cử ai', en: 'Nobody named yet' },
    of: (row: OpenClass) => row.open && row.left === row.quota,
  },
} as const satisfies Record<string, { readonly said: Said; readonly of: (row: OpenClass) => boolean }>
