/** Rooms above bring their own parts to a round's page (figures, the decision). */
import type { ComponentType } from 'preact'
import type { Said } from '#kernel/text.ts'
import { placeFor } from '#platform/web/room.ts'
import type { RoundAnswer } from './answers.ts'

export type RoundPart = ComponentType<{ readonly of: RoundAnswer }>

export type RoundParts = {
  /** What to do next at a step of theirs; each shows nothing where it is not its turn. */
  readonly actions: readonly RoundPart[]
  /** What stands in the way, or that nothing does, above the tabs. */
  readonly notices: readonly RoundPart[]
  readonly tabs: readonly {
    /** Stands in the address (`?the=`). */
    readonly key: string
    readonly label: Said
    readonly panel: RoundPart
  }[]
}

export const roundParts = placeFor<RoundParts>('round')
