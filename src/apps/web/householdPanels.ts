/** What the rooms above bring to a household's page, in this order. */

import { HouseholdReviewPanel } from '#features/decisions/ui/HouseholdReviewPanel.tsx'
import type { HouseholdPanel } from '#features/households/ui/panel.ts'

export const householdPanels: readonly HouseholdPanel[] = [
  { key: 'dien', label: { vi: 'Diện, rà soát, giấy', en: 'Classes and papers' }, panel: HouseholdReviewPanel },
]
