import type { HouseholdPanel } from '#features/households/ui/panel.ts'
import { HouseholdNotices } from './HouseholdNotices.tsx'

const panel: HouseholdPanel = { key: 'tin-bao', label: { vi: 'Tin báo', en: 'Notices' }, panel: HouseholdNotices }
export default panel
