import { householdPanels } from '#features/households/ui/panel.ts'
import { roundParts } from '#features/rounds/ui/panel.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { searchNumbers } from '../correction/ui/searchNumbers.ts'
import { useCorrectionWork } from '../correction/ui/useCorrectionWork.ts'
import { useDecisionWork } from '../round/ui/useDecisionWork.ts'

export const room: WebRoom = {
  pages: [
    page('/so-lieu', { vi: 'Số liệu', en: 'Figures' }, () => import('../classes/ui/FiguresPage.tsx'), {
      right: 'figure.read',
      nav: 'reports',
    }),
    page(
      '/dinh-chinh/:correctionId',
      { vi: 'Đính chính', en: 'Correction' },
      () => import('../correction/ui/CorrectionPage.tsx'),
      {
        right: 'round.read',
      },
    ),
    page('/quyet-dinh/:decisionId', { vi: 'Quyết định', en: 'Decision' }, () => import('./DecisionPage.tsx'), {
      right: 'round.read',
    }),
  ],
  work: [useDecisionWork, useCorrectionWork],
  search: [searchNumbers],
  brings: [
    bring(householdPanels, () => import('../standing/ui/householdPanel.ts')),
    bring(roundParts, () => import('../round/ui/roundParts.ts')),
  ],
}
