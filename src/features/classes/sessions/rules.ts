/** Sessions in words, and what stands against them. Pure. */
import { addDays, contains, type PlainDate, showDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type Clash, type ClashKind, clashKinds, type Slot } from './model.ts'

/** "08:00-11:30 ngày 20/11/2026" */
export const slotSaid = ({ day, from, until }: Slot): Said => ({
  vi: `${from}-${until} ngày ${showDate(day)}`,
  en: `${from}-${until} on ${showDate(day)}`,
})

export const isSlot = ({ from, until }: Slot): boolean => from < until
export const overlap = (a: Slot, b: Slot): boolean => a.day === b.day && a.from < b.until && b.from < a.until
export const moved = <S extends Slot>(slot: S, days: number): S => ({ ...slot, day: addDays(slot.day, days) })

type Kept = { readonly begun: boolean; readonly held: boolean }
/** What moves when a whole class does: what was neither begun nor held. */
export const isToCome = ({ begun, held }: Kept): boolean => !begun && !held
/** Whether the hours of a session are others than they were. */
export const isMoved = (a: Slot, b: Slot): boolean => a.day !== b.day || a.from !== b.from || a.until !== b.until

/** Halves of a day as offices teach them. */
export const halves = {
  morning: { from: '08:00', until: '11:30' },
  afternoon: { from: '13:30', until: '17:00' },
} as const
export type Half = keyof typeof halves

export type Other = Slot & { readonly code: string; readonly title: string; readonly areaName: string }
/** "lớp "Nghiệp vụ rà soát" (Xã Tam Hồng), 08:00-11:30 ngày 20/11/2026" */
export const otherSaid = (other: Other): Said => {
  const when = slotSaid(other)
  const name = other.code ? `${other.code} ${other.title}` : other.title
  return {
    vi: `lớp “${name}” (${other.areaName}), ${when.vi}`,
    en: `the class “${name}” (${other.areaName}), ${when.en}`,
  }
}

const clash = (kind: ClashKind, { day, from, until }: Slot, said: Said): Clash => ({
  ...{ kind, blocks: clashKinds[kind].blocks, day, from, until, said },
})

export type Hall = {
  readonly name: string
  readonly seats: number
  readonly from: PlainDate
  readonly until: PlainDate | null
}
export type Teacher = {
  readonly name: string
  readonly topics: readonly string[]
  readonly from: PlainDate
  readonly until: PlainDate | null
}
export type Closed = { readonly from: PlainDate; readonly until: PlainDate; readonly what: Said }
type Elsewhere = { readonly name: string; readonly other: Other }
export type Asked = Slot & {
  readonly hall: Hall | null
  readonly teachers: readonly Teacher[]
  readonly topicId: string | null
  /** What else is in its hall then, and with whom its teachers are. */
  readonly inHall: readonly Other[]
  readonly elsewhere: readonly Elsewhere[]
  /** Who learns in the class, and what else they are in then. */
  readonly learning: readonly Elsewhere[]
}

function hallClashes(slot: Asked, seats: number | null): Clash[] {
  const { hall, day, inHall } = slot
  if (!hall) return []
  return [
    ...inHall.map((other) => {
      const { vi, en } = otherSaid(other)
      return clash('hall_taken', slot, { vi: `${hall.name} đã có ${vi}.`, en: `${hall.name} has ${en}.` })
    }),
    ...(contains(hall, day)
      ? []
      : [
          clash('hall_out', slot, {
            vi: `${hall.name} không dùng ngày ${showDate(day)}.`,
            en: `${hall.name} is not in use on ${showDate(day)}.`,
          }),
        ]),
    ...(seats !== null && hall.seats < seats
      ? [
          clash('hall_small', slot, {
            vi: `${hall.name} có ${hall.seats} chỗ, lớp cần ${seats}.`,
            en: `${hall.name} has ${hall.seats} seats, the class needs ${seats}.`,
          }),
        ]
      : []),
  ]
}

function teacherClashes(slot: Asked): Clash[] {
  const { teachers, elsewhere, topicId, day } = slot
  return [
    ...elsewhere.map(({ name, other }) => {
      const { vi, en } = otherSaid(other)
      return clash('trainer_taken', slot, { vi: `${name} đã bận: ${vi}.`, en: `${name} is taken by ${en}.` })
    }),
    ...teachers.flatMap((teacher) => [
      ...(contains(teacher, day)
        ? []
        : [
            clash('trainer_out', slot, {
              vi: `${teacher.name} không giảng ngày ${showDate(day)}.`,
              en: `${teacher.name} does not teach on ${showDate(day)}.`,
            }),
          ]),
      ...(topicId === null || teacher.topics.includes(topicId)
        ? []
        : [
            clash('trainer_topic', slot, {
              vi: `${teacher.name} chưa được ghi là giảng chuyên đề của buổi này.`,
              en: `${teacher.name} is not entered as teaching the topic of this session.`,
            }),
          ]),
    ]),
  ]
}

export function learnerClash(slot: Slot, { name, other }: Elsewhere): Clash {
  const { vi, en } = otherSaid(other)
  return clash('learner_taken', slot, { vi: `${name} học hoặc dạy ở ${vi}.`, en: `${name} is in ${en}.` })
}

const closedClashes = (slot: Asked, closed: readonly Closed[]): Clash[] =>
  closed
    .filter(({ from, until }) => from <= slot.day && slot.day < until)
    .map(({ what }) =>
      clash('closed', slot, {
        vi: `Ngày ${showDate(slot.day)} tỉnh không mở lớp: ${what.vi}.`,
        en: `The province holds no classes on ${showDate(slot.day)}: ${what.en}.`,
      }),
    )

/** Sessions of one class that are at the same time; `standing`: those it has already. */
const ownClashes = (slots: readonly Slot[], standing: readonly Slot[]): Clash[] =>
  slots.flatMap((slot, at) => {
    const met = [...standing, ...slots.slice(0, at)].find((one) => overlap(slot, one))
    if (!met) return []
    const { vi, en } = slotSaid(met)
    return [clash('own_session', slot, { vi: `Lớp đã có buổi ${vi}.`, en: `The class has a session ${en}.` })]
  })

type Around = {
  readonly seats: number | null
  readonly closed: readonly Closed[]
  readonly standing: readonly Slot[]
}
/** What stands against these sessions, what blocks first. */
export function clashesOf(slots: readonly Asked[], { seats, closed, standing }: Around): Clash[] {
  const all = [
    ...ownClashes(slots, standing),
    ...slots.flatMap((slot) => [
      ...hallClashes(slot, seats),
      ...teacherClashes(slot),
      ...slot.learning.map((one) => learnerClash(slot, one)),
      ...closedClashes(slot, closed),
    ]),
  ]
  // What is so for several sessions is said once.
  const once = all.filter(({ said }, at) => all.findIndex((one) => one.said.vi === said.vi) === at)
  return [...once.filter(({ blocks }) => blocks), ...once.filter(({ blocks }) => !blocks)]
}

const mostTold = 3
/** The first few as one text. */
export function clashesSaid(clashes: readonly Clash[]): Said {
  const told = clashes.slice(0, mostTold)
  const more = clashes.length - told.length
  return {
    vi: told.map(({ said }) => said.vi).join(' ') + (more > 0 ? ` Và ${more} chỗ vướng nữa.` : ''),
    en: told.map(({ said }) => said.en).join(' ') + (more > 0 ? ` And ${more} more.` : ''),
  }
}
