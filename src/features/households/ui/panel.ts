/** Rooms above bring their own parts to a household's page (verdicts, papers); the application puts them together. */
import type { ComponentType } from 'preact'
import type { PlainDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'

export type PanelProps = { readonly householdId: HouseholdId; readonly day: PlainDate }
export type HouseholdPanel = {
  /** Stands in the address (`?the=`). */
  readonly key: string
  readonly label: Said
  readonly panel: ComponentType<PanelProps>
}
