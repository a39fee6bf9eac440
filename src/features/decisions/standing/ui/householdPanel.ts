import type { HouseholdPanel } from '#features/households/ui/panel.ts'
import { HouseholdReviewPanel } from './HouseholdReviewPanel.tsx'

const panel: HouseholdPanel = {
  key: 'dien',
  label: { vi: 'Diện, rà soát, giấy', en: 'Classes and papers' },
  panel: HouseholdReviewPanel,
}
export default panel
