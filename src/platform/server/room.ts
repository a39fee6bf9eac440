/**
 * A room as the application sees it: what it serves, does by itself, tells and holds. Each room has one manifest
 * (`features/<room>/room.ts`), the application lists them in floor order, and everything else is drawn from that list.
 */
import type { PlainDate } from '#kernel/dates.ts'
import { deviceKinds } from '#kernel/device.ts'
import type { AllEvents, Events, FactWords } from '#kernel/event.ts'
import type { Renamed } from '#kernel/oldNames.ts'
import type { OwnerConnection } from './database/insert.ts'
import type { Route } from './handle.ts'
import type { Job } from './jobs/job.ts'
import type { Keys } from './keys/keys.ts'
import type { BroughtColumns } from './lists/brought.ts'
import type { RoomSubjects, Subjects } from './subjects.ts'
import { joinTouches, type Touch, type Touches } from './touches.ts'

/** `Needs`: what the application hands to its rooms, the law for one. A room names only what it takes of it. */
export type Room<Needs = object> = {
  /** The name of its folder. */
  readonly name: string
  readonly routes: (given: Needs & Joined) => readonly Route[]
  /** What it does by itself; a lower room is handed what hangs on its subjects in higher ones. */
  readonly jobs?: readonly Job[] | ((given: Pick<Joined, 'touches'>) => readonly Job[])
  readonly events?: Events
  /** Adds this room's part to the demo: after the rooms below, in the transaction that holds all of it. */
  readonly demo?: (ground: Needs & DemoGround) => Promise<void>
  readonly touches?: readonly Touch[]
  /** Names what lines of the audit speak of. */
  readonly subjects?: readonly Subjects[]
  /** What it adds to the files of lower rooms' lists. */
  readonly brings?: readonly BroughtColumns[]
}

/** What only all rooms together know; a lower room is handed what a higher one has said. */
export type Joined = {
  readonly jobs: readonly Job[]
  readonly events: AllEvents
  readonly touches: Touches
  readonly subjects: readonly RoomSubjects[]
  readonly brought: readonly BroughtColumns[]
}

export type DemoGround = { readonly db: OwnerConnection; readonly keys: Keys; readonly today: PlainDate }

/** One record of several; throws where two say the same name. */
function joined<T>(all: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const pairs = all.flatMap((one) => Object.entries(one))
  const names = pairs.map(([name]) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`two rooms say ${twice}`)
  return Object.fromEntries(pairs)
}

/** What every line may say beside its own facts. */
const ofEvery: FactWords = { device: { said: { vi: 'thiết bị', en: 'device' }, words: deviceKinds } }

/** `renamed`: events under another name than today's. */
export function joinRooms<Needs>(rooms: readonly Room<Needs>[], renamed: Renamed = {}): Joined {
  const events = rooms.flatMap((room) => (room.events ? [room.events] : []))
  const touches = joinTouches(rooms.flatMap((room) => room.touches ?? []))
  return {
    jobs: rooms.flatMap(({ jobs = [] }) => (typeof jobs === 'function' ? jobs({ touches }) : jobs)),
    events: {
      kinds: joined(events.map((one) => one.kinds)),
      said: joined(events.map((one) => one.said)),
      news: events.flatMap((one) => one.news),
      renamed,
      factsOf: (what) => {
        const facts = events.find((one) => what in one.said)?.facts
        return facts ? { ...facts, ...ofEvery } : {}
      },
    },
    subjects: rooms.flatMap(({ events, subjects = [] }) =>
      subjects.map((one) => ({ ...one, kinds: Object.keys(events?.kinds ?? {}) })),
    ),
    touches,
    brought: rooms.flatMap(({ brings = [] }) => brings),
  }
}

/** Every call, room by room. */
export function routesOf<Needs>(rooms: readonly Room<Needs>[], needs: Needs, renamed: Renamed = {}): Route[] {
  const given = { ...needs, ...joinRooms(rooms, renamed) }
  return rooms.flatMap((room) => room.routes(given))
}
