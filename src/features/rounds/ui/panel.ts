/** Rooms above bring their own parts to a round's page (figures, the decision). */
import type { ComponentChildren, ComponentType } from 'preact'
import type { Said } from '#kernel/text.ts'
import type { Column } from '#platform/web/kit/listingProps.ts'
import { placeFor } from '#platform/web/room.ts'
import type { RoundAnswer, RoundVillage } from './answers.ts'

export type RoundPart = ComponentType<{ readonly of: RoundAnswer }>

type ColumnsProps = {
  readonly of: RoundAnswer
  readonly children: (columns: readonly Column<RoundVillage>[]) => ComponentChildren
}
/** Reads once for all villages, and gives its columns to the table; none where there is nothing to count. */
export type VillageColumns = ComponentType<ColumnsProps>

export type RoundParts = {
  /** What to do next at a step of theirs; each shows nothing where it is not its turn. */
  readonly actions: readonly RoundPart[]
  /** What stands in the way, or that nothing does, above the tabs. */
  readonly notices: readonly RoundPart[]
  /** Counts of theirs beside those of each village. */
  readonly columns?: readonly VillageColumns[]
  readonly tabs: readonly {
    /** Stands in the address (`?the=`). */
    readonly key: string
    readonly label: Said
    readonly panel: RoundPart
  }[]
}

export const roundParts = placeFor<RoundParts>('round')
