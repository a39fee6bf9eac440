/**
 * What an event does to the units it touches. Nothing is overwritten: a state ends on the event's day and the next one
 * begins on it, half-open, so that no day is left without a state and none has two.
 */
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaEventId, AreaId, Id } from '#kernel/ids.ts'
import type { AreaVersion, Change, Succession } from '../model.ts'
import { areaProblem } from '../problems.ts'
import { depthOf, kinds, type Level, type Mark } from '../words.ts'

type NewUnit = Extract<Change, { kind: 'create' }>['unit']

export type Circumstances = {
  readonly day: PlainDate
  readonly eventId: AreaEventId
  readonly mark: Mark
  /** A fresh id at each call. */
  readonly newId: () => string
  /**
   * The newest state of every unit the change names, of the parents it names, and of the units right below them; of a unit
   * that ends after the day, the states it has till then.
   */
  readonly states: readonly AreaVersion[]
}

export type Outcome = {
  readonly closed: readonly AreaVersion[]
  readonly opened: readonly AreaVersion[]
  readonly successions: readonly Succession[]
  /** Areas that did not exist before. */
  readonly began: readonly AreaId[]
}

type Draft = { closed: AreaVersion[]; opened: AreaVersion[]; successions: Succession[]; began: AreaId[] }

/** The newest state of a unit that has not ended by the day; throws where its end is recorded for a later one. */
function newestOf(c: Circumstances, areaId: AreaId): AreaVersion | undefined {
  const states = c.states.filter((v) => v.areaId === areaId && (v.until === null || v.until > c.day))
  const state = states.find((v) => v.until === null)
  const [first] = states.sort((a, b) => (a.from < b.from ? 1 : -1))
  if (!state && first) throw areaProblem('area.ends_later', { name: first.name, until: first.until })
  return state
}

/** The state that the event may end: it stands on the day and began before it, and nothing was recorded later. */
function stateOf(c: Circumstances, areaId: AreaId): AreaVersion {
  const state = newestOf(c, areaId)
  if (!state) throw areaProblem('area.not_found', { areaId, day: c.day })
  if (state.from >= c.day) throw areaProblem('area.changed_later', { name: state.name, from: state.from })
  return state
}

/** A parent must be of a higher level, and stand on the day (it may have begun on it). */
function checkParent(c: Circumstances, level: Level, parentId: AreaId): void {
  const parent = newestOf(c, parentId)
  if (!parent || parent.from > c.day || depthOf(parent.level) >= depthOf(level))
    throw areaProblem('area.parent_not_above', { parentId })
}

function close(c: Circumstances, draft: Draft, state: AreaVersion): void {
  draft.closed.push({ ...state, until: c.day, untilEventId: c.eventId })
}

function amend(c: Circumstances, draft: Draft, areaId: AreaId, changes: Partial<AreaVersion>): void {
  const state = stateOf(c, areaId)
  close(c, draft, state)
  draft.opened.push({
    ...state,
    ...changes,
    id: c.newId() as AreaVersion['id'],
    from: c.day,
    eventId: c.eventId,
    fromKnown: true,
    mark: c.mark,
  })
}

function begin(c: Circumstances, draft: Draft, unit: NewUnit): AreaId {
  const { level, settlement } = kinds[unit.kind]
  checkParent(c, level, unit.parentId)
  const areaId = c.newId() as AreaId
  draft.began.push(areaId)
  draft.opened.push({
    ...unit,
    areaId,
    level,
    settlement,
    id: c.newId() as AreaVersion['id'],
    from: c.day,
    until: null,
    eventId: c.eventId,
    untilEventId: null,
    fromKnown: true,
    mark: c.mark,
  })
  return areaId
}

function succeed(
  c: Circumstances,
  draft: Draft,
  { from, to, share }: { from: AreaId; to: AreaId; share: number | null },
): void {
  const id = c.newId() as Id<'area_succession'>
  draft.successions.push({ id, fromId: from, toId: to, eventId: c.eventId, share, mark: c.mark, note: null })
}

const below = (c: Circumstances, areaId: AreaId): AreaVersion[] =>
  c.states.filter((v) => v.parentId === areaId && v.until === null)

function merge(c: Circumstances, draft: Draft, change: Extract<Change, { kind: 'merge' }>): void {
  const ending = [...new Set(change.areaIds)].map((id) => stateOf(c, id))
  if (ending.length < 2)
    throw areaProblem('area.event_needs', {
      what: { vi: 'ít nhất hai đơn vị để nhập với nhau', en: 'at least two units to merge' },
    })
  if (ending.some((state) => state.level !== kinds[change.into.kind].level))
    throw areaProblem('area.kind_of_other_level')
  const into = begin(c, draft, change.into)
  for (const state of ending) {
    close(c, draft, state)
    succeed(c, draft, { from: state.areaId, to: into, share: 1 })
    for (const child of below(c, state.areaId)) amend(c, draft, child.areaId, { parentId: into })
  }
}

function split(c: Circumstances, draft: Draft, change: Extract<Change, { kind: 'split' }>): void {
  const state = stateOf(c, change.areaId)
  if (change.parts.some((part) => kinds[part.unit.kind].level !== state.level))
    throw areaProblem('area.kind_of_other_level')
  checkShares(change.parts)
  checkChildren(
    below(c, state.areaId),
    change.parts.flatMap((part) => part.children),
  )
  close(c, draft, state)
  for (const { unit, share, children } of change.parts) {
    const into = begin(c, draft, unit)
    succeed(c, draft, { from: state.areaId, to: into, share })
    for (const child of children) amend(c, draft, child, { parentId: into })
  }
}

function checkShares(parts: readonly { readonly share: number | null }[]): void {
  if (parts.reduce((sum, part) => sum + (part.share ?? 0), 0) > 1 + 1e-9) throw areaProblem('area.shares_over_one')
}

/** Each unit below must be told where it goes, once; no unit of elsewhere may be named. */
function checkChildren(children: readonly AreaVersion[], assigned: readonly AreaId[]): void {
  const left = children.filter((child) => assigned.filter((id) => id === child.areaId).length !== 1)
  if (left.length > 0) throw areaProblem('area.children_left', { count: left.length, name: left[0]?.name })
  if (assigned.some((id) => !children.some((child) => child.areaId === id)))
    throw areaProblem('area.event_needs', {
      what: { vi: 'đơn vị trực thuộc đúng của đơn vị này', en: 'units that belong to this one' },
    })
}

function abolish(c: Circumstances, draft: Draft, change: Extract<Change, { kind: 'abolish' }>): void {
  const state = stateOf(c, change.areaId)
  checkShares(change.successors)
  const children = below(c, state.areaId)
  const [only, ...more] = change.successors
  if (children.length > 0 && (!only || more.length > 0))
    throw areaProblem('area.children_left', { count: children.length, name: children[0]?.name })
  close(c, draft, state)
  for (const { areaId, share } of change.successors) {
    if (areaId === state.areaId) throw areaProblem('area.into_itself', { name: state.name })
    if (stateOf(c, areaId).level !== state.level) throw areaProblem('area.kind_of_other_level')
    succeed(c, draft, { from: state.areaId, to: areaId, share })
  }
  if (only) for (const child of children) amend(c, draft, child.areaId, { parentId: only.areaId })
}

function changeKind(
  c: Circumstances,
  draft: Draft,
  { areaId, to, name }: Extract<Change, { kind: 'change_kind' }>,
): void {
  if (stateOf(c, areaId).level !== kinds[to].level) throw areaProblem('area.kind_of_other_level')
  amend(c, draft, areaId, { kind: to, name, settlement: kinds[to].settlement })
}

function move(c: Circumstances, draft: Draft, { areaId, parentId }: Extract<Change, { kind: 'move' }>): void {
  checkParent(c, stateOf(c, areaId).level, parentId)
  amend(c, draft, areaId, { parentId })
}

/** The states that end and begin. Throws a problem of this room where the event is not possible; changes nothing itself. */
export function applyChange(change: Change, c: Circumstances): Outcome {
  const draft: Draft = { closed: [], opened: [], successions: [], began: [] }
  if (change.kind === 'create') begin(c, draft, change.unit)
  else if (change.kind === 'rename') amend(c, draft, change.areaId, { name: change.name })
  else if (change.kind === 'change_code') amend(c, draft, change.areaId, { code: change.code })
  else if (change.kind === 'change_kind') changeKind(c, draft, change)
  else if (change.kind === 'move') move(c, draft, change)
  else if (change.kind === 'merge') merge(c, draft, change)
  else if (change.kind === 'split') split(c, draft, change)
  else abolish(c, draft, change)
  return draft
}

/** A whole level ends: the units below hang from then on under what stood above it. */
export function abolishLevel(level: Level, c: Circumstances): Outcome {
  const draft: Draft = { closed: [], opened: [], successions: [], began: [] }
  for (const state of c.states.filter((v) => v.level === level && v.until === null)) {
    for (const child of below(c, state.areaId)) amend(c, draft, child.areaId, { parentId: state.parentId })
    close(c, draft, stateOf(c, state.areaId))
  }
  return draft
}
