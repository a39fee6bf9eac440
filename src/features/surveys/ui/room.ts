import { householdPanels } from '#features/households/ui/panel.ts'
import { roundParts } from '#features/rounds/ui/panel.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { searchNotices } from '../notices/ui/searchNotices.ts'
import { searchUnsurveyed } from '../unsurveyed/ui/searchUnsurveyed.ts'
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
    page(
      '/ra-soat/:roundId/tin-bao',
      { vi: 'Tin báo từ thôn', en: 'Notices from the villages' },
      () => import('../notices/ui/NoticesPage.tsx'),
      { right: 'round.read' },
    ),
    page(
      '/ra-soat/:roundId/tin-bao/:surveyNoticeId',
      { vi: 'Một tin báo từ thôn', en: 'A notice from a village' },
      () => import('../notices/ui/NoticePage.tsx'),
      { right: 'round.read' },
    ),
    page(
      '/ra-soat/:roundId/tin-bao/:surveyNoticeId/ghi-ho',
      { vi: 'Ghi hộ mới theo tin báo', en: 'Enter a household by a notice' },
      () => import('../notices/ui/EnterPage.tsx'),
      { right: 'household.write' },
    ),
  ],
  search: [searchNotices, searchUnsurveyed],
  brings: [
    bring(roundParts, () => import('../notices/ui/roundParts.ts')),
    bring(roundParts, () => import('../unsurveyed/ui/roundParts.ts')),
    bring(householdPanels, () => import('../notices/ui/householdPanel.ts')),
  ],
  work: [useSurveyWork],
}
