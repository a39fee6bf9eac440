/** The pages of the office. A room is reached on the left where it has `nav`, everywhere by its path. */
import { type Room, room } from './room.ts'

export const rooms: readonly Room[] = [
  room('/', { vi: 'Việc của tôi', en: 'My work' }, () => import('./Home.tsx'), { group: 'home', nav: true }),
  room('/don-vi', { vi: 'Đơn vị hành chính', en: 'Units' }, () => import('#features/areas/ui/AreasPage.tsx'), {
    group: 'settings',
    nav: true,
  }),
  room('/don-vi/:areaId', { vi: 'Đơn vị hành chính', en: 'Unit' }, () => import('#features/areas/ui/AreaPage.tsx')),
  room('/ho', { vi: 'Hộ', en: 'Households' }, () => import('#features/households/ui/HouseholdsPage.tsx'), {
    group: 'review',
    nav: true,
    right: 'household.read',
  }),
  room(
    '/ho/moi',
    { vi: 'Ghi hộ mới', en: 'New household' },
    () => import('#features/households/ui/NewHouseholdPage.tsx'),
    {
      right: 'household.write',
    },
  ),
  room('/ho/nhap', { vi: 'Nhập danh sách hộ', en: 'Import' }, () => import('#features/households/ui/ImportPage.tsx'), {
    right: 'household.write',
  }),
  room('/ho/:householdId', { vi: 'Hộ', en: 'Household' }, () => import('./HouseholdRoom.tsx'), {
    right: 'household.read',
  }),
  room('/quyen', { vi: 'Ai có quyền', en: 'Who has access' }, () => import('#features/people/ui/AccessPage.tsx'), {
    group: 'settings',
    nav: true,
    right: 'grant.read',
  }),
  room('/nhat-ky', { vi: 'Nhật ký', en: 'Audit' }, () => import('#features/people/audit/ui/AuditPage.tsx'), {
    group: 'settings',
    nav: true,
    right: 'audit.read',
  }),
  room(
    '/viec-chay-nen',
    { vi: 'Việc chạy nền', en: 'Background work' },
    () => import('#features/people/runs/ui/RunsPage.tsx'),
    {
      group: 'settings',
      nav: true,
      right: 'job.read',
    },
  ),
  room('/toi', { vi: 'Tài khoản của tôi', en: 'My account' }, () => import('#features/people/ui/MyAccountPage.tsx'), {
    group: 'settings',
    nav: true,
  }),
  room('/so-lieu', { vi: 'Số liệu', en: 'Figures' }, () => import('#features/decisions/classes/ui/FiguresPage.tsx'), {
    group: 'reports',
    nav: true,
    right: 'figure.read',
  }),
  room('/ra-soat', { vi: 'Kỳ rà soát', en: 'Reviews' }, () => import('#features/rounds/ui/rounds/RoundsPage.tsx'), {
    group: 'review',
    nav: true,
    right: 'round.read',
  }),
  room('/ra-soat/:roundId', { vi: 'Kỳ rà soát', en: 'Round' }, () => import('./RoundRoom.tsx'), {
    right: 'round.read',
  }),
  room(
    '/ra-soat/:roundId/danh-sach',
    { vi: 'Hộ của kỳ rà soát', en: 'Households of a round' },
    () => import('#features/surveys/ui/cases/CasesPage.tsx'),
    { right: 'round.read' },
  ),
  room(
    '/ra-soat/:roundId/giao-viec',
    { vi: 'Giao việc', en: 'Assigning' },
    () => import('#features/rounds/ui/assigning/AssignPage.tsx'),
    { right: 'round.read' },
  ),
  room(
    '/ra-soat/:roundId/ho/:householdId/:caseId',
    { vi: 'Một hộ của kỳ rà soát', en: 'A household of a round' },
    () => import('#features/surveys/ui/checking/CasePage.tsx'),
    { right: 'round.read' },
  ),
  room(
    '/quyet-dinh/:decisionId',
    { vi: 'Quyết định', en: 'Decision' },
    () => import('#features/decisions/ui/DecisionPage.tsx'),
    { right: 'round.read' },
  ),
  room(
    '/kiem-tra',
    { vi: 'Kiểm tra giấy', en: 'Check a paper' },
    () => import('#features/papers/ui/verify/VerifyPage.tsx'),
    { group: 'review', nav: true, right: 'public' },
  ),
  room(
    '/chuan',
    { vi: 'Chuẩn nghèo', en: 'Poverty standards' },
    () => import('#features/standards/ui/StandardsPage.tsx'),
    {
      group: 'review',
      nav: true,
      right: 'public',
    },
  ),
  room(
    '/chuan/:standardId',
    { vi: 'Chuẩn nghèo', en: 'Standard' },
    () => import('#features/standards/ui/StandardPage.tsx'),
    { right: 'public' },
  ),
  room(
    '/chuan/:standardId/thu',
    { vi: 'Tính thử một hộ', en: 'Try a household' },
    () => import('#features/standards/ui/try/TryPage.tsx'),
    { right: 'public' },
  ),
  room(
    '/phieu/:householdId/:caseId',
    { vi: 'Phiếu khảo sát', en: 'Survey form' },
    () => import('#features/surveys/ui/OfficeSurveyPage.tsx'),
    { right: 'survey.fill' },
  ),
  ...(import.meta.env.DEV
    ? [
        room('/kit', { vi: 'Bộ giao diện', en: 'The kit' }, () => import('./gallery/GalleryPage.tsx'), {
          right: 'public',
        }),
      ]
    : []),
]
