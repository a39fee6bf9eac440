/** Rooms above bring their own parts to a household's page (verdicts, papers). */
import type { ComponentType } from 'preact'
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { placeFor } from '#platform/web/room.ts'

export type PanelProps = { readonly householdId: HouseholdId; readonly day: PlainDate }
export type HouseholdPanel = {
  /** Stands in the address (`?the=`). */
  readonly key: string
  readonly label: Said
  readonly panel: ComponentType<PanelProps>
}

export const householdPanels = placeFor<HouseholdPanel>('household')
