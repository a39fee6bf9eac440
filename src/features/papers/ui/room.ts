import { page, type WebRoom } from '#platform/web/room.ts'

export const room: WebRoom = {
  pages: [
    page('/kiem-tra', { vi: 'Kiểm tra giấy', en: 'Check a paper' }, () => import('./verify/VerifyPage.tsx'), {
      right: 'public',
      nav: 'review',
    }),
  ],
}
