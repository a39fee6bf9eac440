import { page, type WebRoom } from '#platform/web/room.ts'
import { areaPanels } from './panel.ts'
import { searchAreas } from './searchAreas.ts'

export const room: WebRoom = {
  pages: [
    page('/don-vi', { vi: 'Đơn vị hành chính', en: 'Units' }, () => import('./AreasPage.tsx'), { nav: 'settings' }),
    page('/don-vi/:areaId', { vi: 'Đơn vị hành chính', en: 'Unit' }, () => import('./AreaPage.tsx'), {
      places: [areaPanels],
    }),
  ],
  search: [searchAreas],
}
