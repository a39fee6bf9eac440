/** Rooms above bring what can be made of a household that was tried (a question of a test). */
import type { ComponentType } from 'preact'
import type { PlainDate } from '#kernel/dates.ts'
import { placeFor } from '#platform/web/room.ts'
import type { Facts } from '../../model/facts.ts'

export type TriedProps = {
  readonly standardId: string
  readonly standardHash: string
  readonly day: PlainDate
  readonly facts: Facts
}
export const tryParts = placeFor<ComponentType<TriedProps>>('tried')
