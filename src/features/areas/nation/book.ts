/** A book of plain rows being written: areas, what they were, what happened, what became of what. Nothing is read. */
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { AreaEvent, AreaVersion, Succession } from '../model.ts'
import type { Mark } from '../words.ts'
import { stableId } from './stableIds.ts'

export type NationRows = {
  readonly areas: AreaId[]
  readonly events: AreaEvent[]
  readonly versions: AreaVersion[]
  readonly successions: Succession[]
}

export type Opened = Omit<AreaVersion, 'id' | 'until' | 'untilEventId' | 'eventId'> & { readonly event: AreaEvent }
export type Became = { readonly share: number | null; readonly mark: Mark; readonly note: string | null }

export class Book {
  private readonly eventsById = new Map<string, AreaEvent>()
  private readonly last = new Map<AreaId, AreaVersion>()
  private readonly done: AreaVersion[] = []
  private readonly becameByKey = new Map<string, Succession>()

  /** An event named by words that identify it; written twice it is still one. */
  event(words: readonly string[], told: Omit<AreaEvent, 'id'>): AreaEvent {
    const id = stableId('area_event', ...words)
    const event = this.eventsById.get(id) ?? { id, ...told }
    this.eventsById.set(id, event)
    return event
  }

  /** How the area stands now in the book; throws where it was never opened. */
  get(areaId: AreaId): AreaVersion {
    const version = this.last.get(areaId)
    if (!version) throw new Error(`area ${areaId} is not in the book`)
    return version
  }

  /** The event that began the state that holds now. */
  beganBy(areaId: AreaId): AreaEvent {
    const event = this.eventsById.get(this.get(areaId).eventId ?? '')
    if (!event) throw new Error(`nothing began area ${areaId}`)
    return event
  }

  open({ event, ...state }: Opened): AreaId {
    const id = stableId('area_version', state.areaId, state.from)
    this.last.set(state.areaId, { ...state, id, until: null, eventId: event.id, untilEventId: null })
    return state.areaId
  }

  /** Ends the state that holds on the day before; the area itself ends if nothing opens again. */
  end(areaId: AreaId, until: PlainDate, event: AreaEvent): AreaVersion {
    const ended = { ...this.get(areaId), until, untilEventId: event.id }
    this.last.delete(areaId)
    this.done.push(ended)
    return ended
  }

  /** Ends the state and opens another that differs by `changes`. */
  amend(areaId: AreaId, event: AreaEvent, changes: Partial<AreaVersion> & { from: PlainDate }): void {
    const {
      id: _id,
      until: _until,
      eventId: _event,
      untilEventId: _ended,
      ...before
    } = this.end(areaId, changes.from, event)
    this.open({ ...before, fromKnown: true, ...changes, event })
  }

  /** Says that the first state began on another day than first read. */
  beginOn(
    areaId: AreaId,
    from: PlainDate,
    said: { readonly event: AreaEvent; readonly mark: Mark; readonly fromKnown: boolean },
  ): void {
    const { event, ...rest } = said
    const id = stableId('area_version', areaId, from)
    this.last.set(areaId, { ...this.get(areaId), ...rest, id, from, eventId: event.id })
  }

  /** A state from before the first one read. */
  prepend(
    areaId: AreaId,
    state: Omit<Opened, 'areaId' | 'level' | 'fromKnown'> & { readonly until: PlainDate; readonly ended: AreaEvent },
  ): void {
    const { event, ended, ...rest } = state
    const id = stableId('area_version', areaId, rest.from)
    const level = this.get(areaId).level
    this.done.push({ ...rest, id, areaId, level, fromKnown: false, eventId: event.id, untilEventId: ended.id })
  }

  became(fromId: AreaId, to: { readonly toId: AreaId; readonly event: AreaEvent }, said: Became): void {
    const id = stableId('area_succession', fromId, to.toId, to.event.id)
    this.becameByKey.set(id, { id, fromId, toId: to.toId, eventId: to.event.id, ...said })
  }

  rows(): NationRows {
    const versions = [...this.done, ...this.last.values()]
    return {
      areas: [...new Set(versions.map((v) => v.areaId))],
      events: [...this.eventsById.values()],
      versions,
      successions: [...this.becameByKey.values()],
    }
  }
}
