import { homeParts } from '#platform/web/home.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { roundParts } from './panel.ts'
import { searchRounds } from './searchRounds.ts'
import { useRoundWork } from './useRoundWork.ts'

export const room: WebRoom = {
  pages: [
    page('/ra-soat', { vi: 'Kỳ rà soát', en: 'Reviews' }, () => import('./rounds/RoundsPage.tsx'), {
      right: 'round.read',
      nav: 'review',
    }),
    page('/ra-soat/:roundId', { vi: 'Kỳ rà soát', en: 'Round' }, () => import('./round/RoundPage.tsx'), {
      right: 'round.read',
      places: [roundParts],
    }),
    page(
      '/ra-soat/:roundId/giao-viec',
      { vi: 'Giao việc', en: 'Assigning' },
      () => import('./assigning/AssignPage.tsx'),
      { right: 'round.read' },
    ),
    page(
      '/ra-soat/:roundId/nguoi-nha',
      { vi: 'Người làm rà soát là thành viên của hộ', en: 'Who works on the round and lives in its households' },
      () => import('../conflicts/ui/ConflictsPage.tsx'),
      { right: 'round.read' },
    ),
    page(
      '/ra-soat/:roundId/chung-nhan',
      { vi: 'Chứng nhận của người khảo sát', en: 'Credentials of who surveys' },
      () => import('../gate/ui/RoundGatePage.tsx'),
      { right: 'gate.open' },
    ),
    page(
      '/cho-phep-khao-sat',
      { vi: 'Khảo sát khi chưa có chứng nhận', en: 'Surveying without a credential' },
      () => import('../gate/ui/OverridesPage.tsx'),
      { right: 'round.read', called: 'mở cổng, cho phép, override' },
    ),
    page('/tien-do', { vi: 'Tiến độ', en: 'Progress' }, () => import('./progress/ProgressPage.tsx'), {
      right: 'figure.read',
      nav: 'review',
    }),
  ],
  work: [useRoundWork],
  search: [searchRounds],
  brings: [bring(homeParts, () => import('./progress/HomeProgress.tsx'))],
}
