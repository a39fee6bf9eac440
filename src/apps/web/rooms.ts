/** The pages of the office. A room is reached on the left where it has `nav`, everywhere by its path. */
import { type Room, room } from './room.ts'

export const rooms: readonly Room[] = [
  room('/', { vi: 'Việc của tôi', en: 'My work' }, () => import('./Home.tsx'), { group: 'home', nav: true }),
  room('/don-vi', { vi: 'Đơn vị hành chính', en: 'Units' }, () => import('#features/areas/ui/AreasPage.tsx'), {
    group: 'settings',
    nav: true,
  }),
  room('/don-vi/:areaId', { vi: 'Đơn vị hành chính', en: 'Unit' }, () => import('#features/areas/ui/AreaPage.tsx')),
  room('/quyen', { vi: 'Ai có quyền', en: 'Who has access' }, () => import('#features/people/ui/AccessPage.tsx'), {
    group: 'settings',
    nav: true,
    right: 'grant.read',
  }),
  room('/toi', { vi: 'Tài khoản của tôi', en: 'My account' }, () => import('#features/people/ui/MyAccountPage.tsx'), {
    group: 'settings',
    nav: true,
  }),
  ...(import.meta.env.DEV
    ? [
        room('/kit', { vi: 'Bộ giao diện', en: 'The kit' }, () => import('./gallery/GalleryPage.tsx'), {
          right: 'public',
        }),
      ]
    : []),
]
