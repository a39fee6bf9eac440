/** What the calls of this room answer, by name. */
import type { InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import type * as contract from '../contract.ts'
import type * as undo from '../undo/contract.ts'

export type AreaAnswer = OutputOf<typeof contract.showArea>
export type AreaState = NonNullable<AreaAnswer['area']>
export type DeclaredRow = AreaAnswer['declared'][number]
export type HistoryAnswer = OutputOf<typeof contract.areaHistory>
export type RelationRow = HistoryAnswer['successors'][number]
export type ToldEvent = HistoryAnswer['events'][number]
export type UndoneEvent = HistoryAnswer['undone'][number]
export type UndoingAnswer = OutputOf<typeof undo.showAreaUndoing>
export type ChildRow = OutputOf<typeof contract.areaChildren>['areas'][number]
export type EventInput = InputOf<typeof contract.recordAreaEvent>
export type ChangeInput = EventInput['change']

export type Named = { readonly areaId: AreaId; readonly name: string }

/** What the questions of an event are given; `null`: not all answered yet. `others`: with what it merges. */
export type ChangeProps = {
  readonly area: AreaState
  readonly onChange: (change: ChangeInput | null) => void
  readonly others: readonly Named[]
  readonly onOthers: (others: readonly Named[]) => void
}
