import { page, type WebRoom } from '#platform/web/room.ts'
import { useWaitingPhones } from '../devices/ui/useWaitingPhones.ts'

export const room: WebRoom = {
  pages: [
    page(
      '/dien-thoai',
      { vi: 'Điện thoại khảo sát', en: 'Phones in the field' },
      () => import('../devices/ui/DevicesPage.tsx'),
      { right: 'survey.check', nav: 'review', called: 'máy của rà soát viên, mất máy, phiếu chờ gửi, PIN' },
    ),
    page(
      '/quyen/khoa-may',
      { vi: 'Thời gian điện thoại tự khóa', en: 'After how long phones lock' },
      () => import('../idle/ui/IdlePage.tsx'),
      { right: 'account.manage', called: 'mã PIN, khóa máy, số phút, idle time' },
    ),
  ],
  work: [useWaitingPhones],
}
