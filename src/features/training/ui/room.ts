import { officialPanels } from '#features/people/roster/ui/panel.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'
import { useCommentWork } from '../comments/ui/useCommentWork.ts'
import { useMySeats } from '../due/ui/useMySeats.ts'
import { searchFrameworks } from '../frameworks/ui/searchFrameworks.ts'
import { searchPlans } from '../plan/ui/searchPlans.ts'
import { searchProgrammes } from '../programmes/ui/searchProgrammes.ts'
import { useApprovals } from './useApprovals.ts'

const reads = { right: 'training.read' } as const

export const room: WebRoom = {
  pages: [
    page(
      '/chuong-trinh',
      { vi: 'Chương trình, đề án', en: 'Programmes' },
      () => import('../programmes/ui/ProgrammesPage.tsx'),
      { ...reads, nav: 'skills', under: 'plans' },
    ),
    page(
      '/chuong-trinh/:programmeId',
      { vi: 'Chương trình', en: 'Programme' },
      () => import('../programmes/ui/ProgrammePage.tsx'),
      reads,
    ),
    page(
      '/khung-dao-tao',
      { vi: 'Khung đào tạo', en: 'Training frameworks' },
      () => import('../frameworks/ui/FrameworksPage.tsx'),
      { ...reads, nav: 'skills', under: 'plans' },
    ),
    page(
      '/khung-dao-tao/:frameworkId',
      { vi: 'Khung đào tạo', en: 'Training framework' },
      () => import('../frameworks/ui/FrameworkPage.tsx'),
      reads,
    ),
    page(
      '/khung-dao-tao/:frameworkId/nap',
      { vi: 'Nạp chuyên đề', en: 'Import topics' },
      () => import('../import/ui/TopicImportPage.tsx'),
      { right: 'training.manage' },
    ),
    page(
      '/nhu-cau-dao-tao',
      { vi: 'Nhu cầu đào tạo', en: 'Training needs' },
      () => import('../needs/ui/NeedsPage.tsx'),
      { ...reads, nav: 'skills', under: 'plans', called: 'cử người đi học, nominate' },
    ),
    page(
      '/nhu-cau-dao-tao/tong-hop',
      { vi: 'Tổng hợp nhu cầu đào tạo', en: 'Training needs counted' },
      () => import('../needs/ui/NeedCountsPage.tsx'),
      reads,
    ),
    page(
      '/nhu-cau-dao-tao/cua-toi',
      { vi: 'Tôi đề nghị học', en: 'What I ask to learn' },
      () => import('../needs/ui/MyRequestsPage.tsx'),
      { nav: 'skills', under: 'plans', called: 'tôi được học gì, chỗ của tôi trong kế hoạch, my training' },
    ),
    page(
      '/nhu-cau-dao-tao/de-xuat',
      { vi: 'Đề xuất mở lớp', en: 'Proposed classes' },
      () => import('../propose/ui/ProposalPage.tsx'),
      reads,
    ),
    page(
      '/nhu-cau-dao-tao/de-xuat/nguoi',
      { vi: 'Người học trong đề xuất', en: 'People of the proposal' },
      () => import('../propose/ui/ProposalPeoplePage.tsx'),
      reads,
    ),
    page(
      '/nhu-cau-dao-tao/gioi-han',
      { vi: 'Giới hạn mở lớp', en: 'Limits of classes' },
      () => import('../limits/ui/LimitsPage.tsx'),
      reads,
    ),
    page(
      '/nhu-cau-dao-tao/duong-di',
      { vi: 'Nơi mở lớp, đường đi', en: 'Places and ways' },
      () => import('../ways/ui/WaysPage.tsx'),
      reads,
    ),
    page(
      '/nhu-cau-dao-tao/duong-di/nhap',
      { vi: 'Nhập đường đi từ bảng tính', en: 'Import ways' },
      () => import('../wayimport/ui/WayImportPage.tsx'),
      { right: 'training.manage' },
    ),
    page(
      '/ke-hoach-dao-tao',
      { vi: 'Kế hoạch đào tạo', en: 'Plans of training' },
      () => import('../plan/ui/PlansPage.tsx'),
      { ...reads, nav: 'skills', under: 'plans' },
    ),
    page(
      '/ke-hoach-dao-tao/gop-y',
      { vi: 'Góp ý kế hoạch đào tạo', en: 'Comments on plans' },
      () => import('../comments/ui/CommentsPage.tsx'),
      reads,
    ),
    page(
      '/ke-hoach-dao-tao/:trainingPlanId',
      { vi: 'Kế hoạch đào tạo', en: 'Plan of training' },
      () => import('../plan/ui/PlanPage.tsx'),
      reads,
    ),
    page(
      '/ke-hoach-dao-tao/:trainingPlanId/nguoi-hoc',
      { vi: 'Người có tên trong kế hoạch', en: 'People named in the plan' },
      () => import('../plan/ui/SeatsPage.tsx'),
      reads,
    ),
    page('/dinh-muc-chi', { vi: 'Định mức chi', en: 'Norms of spending' }, () => import('../money/ui/NormsPage.tsx'), {
      ...reads,
      nav: 'skills',
      under: 'plans',
    }),
    page(
      '/dinh-muc-chi/:spendingNormId',
      { vi: 'Định mức chi', en: 'Norm of spending' },
      () => import('../money/ui/NormPage.tsx'),
      reads,
    ),
  ],
  brings: [bring(officialPanels, () => import('../due/ui/DuePanel.tsx'))],
  work: [useMySeats, useApprovals, useCommentWork],
  search: [searchProgrammes, searchFrameworks, searchPlans],
}
