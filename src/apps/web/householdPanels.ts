/** What the rooms above bring to a household's page, in this order. */
import type { HouseholdPanel } from '#features/households/ui/panel.ts'

export const householdPanels: readonly HouseholdPanel[] = []
