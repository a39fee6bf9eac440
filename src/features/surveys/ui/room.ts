import { page, type WebRoom } from '#platform/web/room.ts'
import { useSurveyWork } from './useSurveyWork.ts'

export const room: WebRoom = {
  pages: [
    page(
      '/ra-soat/:roundId/danh-sach',
      { vi: 'Hộ của kỳ rà soát', en: 'Households of a round' },
      () => import('./cases/CasesPage.tsx'),
      { right: 'round.read' },
    ),
    page(
      '/ra-soat/:roundId/ho/:householdId/:caseId',
      { vi: 'Một hộ của kỳ rà soát', en: 'A household of a round' },
      () => import('./checking/CasePage.tsx'),
      { right: 'round.read' },
    ),
    page(
      '/phieu/:householdId/:caseId',
      { vi: 'Phiếu khảo sát', en: 'Survey form' },
      () => import('./OfficeSurveyPage.tsx'),
      { right: 'survey.fill' },
    ),
  ],
  work: [useSurveyWork],
}
