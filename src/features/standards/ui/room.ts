import { page, type WebRoom } from '#platform/web/room.ts'
import { tryParts } from './try/parts.ts'

export const room: WebRoom = {
  pages: [
    page('/chuan', { vi: 'Chuẩn nghèo', en: 'Poverty standards' }, () => import('./StandardsPage.tsx'), {
      right: 'public',
      nav: 'review',
    }),
    page('/chuan/:standardId', { vi: 'Chuẩn nghèo', en: 'Standard' }, () => import('./StandardPage.tsx'), {
      right: 'public',
    }),
    page(
      '/chuan/:standardId/thu',
      { vi: 'Tính thử một hộ', en: 'Try a household' },
      () => import('./try/TryPage.tsx'),
      { right: 'public', places: [tryParts] },
    ),
  ],
}
