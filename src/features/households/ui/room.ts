import { auditFilters } from '#features/people/audit/ui/filters.ts'
import { officialPanels } from '#features/people/roster/ui/panel.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { householdPanels } from './panel.ts'
import { searchHouseholds } from './searchHouseholds.ts'

export const room: WebRoom = {
  pages: [
    page('/ho', { vi: 'Hộ', en: 'Households' }, () => import('./HouseholdsPage.tsx'), {
      right: 'household.read',
      nav: 'review',
    }),
    page('/ho/moi', { vi: 'Ghi hộ mới', en: 'New household' }, () => import('./NewHouseholdPage.tsx'), {
      right: 'household.write',
    }),
    page('/ho/nhap', { vi: 'Nhập danh sách hộ', en: 'Import' }, () => import('../import/ui/ImportPage.tsx'), {
      right: 'household.write',
    }),
    page(
      '/ho/dien-thoai',
      { vi: 'Ghi số điện thoại của thôn', en: 'Phones of a village' },
      () => import('../phones/ui/PhonesPage.tsx'),
      { right: 'household.write' },
    ),
    page('/ho/:householdId', { vi: 'Hộ', en: 'Household' }, () => import('./HouseholdPage.tsx'), {
      right: 'household.read',
      places: [householdPanels],
    }),
  ],
  search: [searchHouseholds],
  brings: [
    bring(auditFilters, () => import('./AuditOfHousehold.tsx')),
    bring(officialPanels, () => import('../officials/ui/HomeOf.tsx')),
  ],
}
