import { page, type WebRoom } from '#platform/web/room.ts'
import { useInquiryNews } from '../inquiries/ui/useInquiryNews.ts'
import { searchMaterials } from '../materials/ui/searchMaterials.ts'

const reads = { right: 'library.read' } as const

export const room: WebRoom = {
  pages: [
    page('/hoc', { vi: 'Học', en: 'Learning' }, () => import('../materials/ui/StudyPage.tsx'), {
      ...reads,
      nav: 'skills',
      under: 'study',
      called: 'tự học, tôi đã đọc gì, my reading',
    }),
    page('/thu-vien', { vi: 'Thư viện học tập', en: 'Library' }, () => import('../materials/ui/LibraryPage.tsx'), {
      ...reads,
      nav: 'skills',
      under: 'study',
      called: 'tài liệu, bài học, báo, slide, materials',
    }),
    page(
      '/thu-vien/da-doc',
      { vi: 'Ai đã đọc gì', en: 'Who read what' },
      () => import('../materials/ui/ReadingsPage.tsx'),
      { right: 'library.manage', called: 'nhật ký đọc, reading log' },
    ),
    page(
      '/thu-vien/:materialId',
      { vi: 'Tài liệu', en: 'Material' },
      () => import('../materials/ui/MaterialPage.tsx'),
      reads,
    ),
    page(
      '/thu-vien/:materialId/nguoi-doc',
      { vi: 'Người đọc tài liệu', en: 'Readers of a material' },
      () => import('../materials/ui/ReadersPage.tsx'),
      { right: 'library.manage' },
    ),
    page(
      '/hoi-dap',
      { vi: 'Hỏi đáp nghiệp vụ', en: 'Questions about the work' },
      () => import('../inquiries/ui/InquiriesPage.tsx'),
      { right: 'library.manage', nav: 'skills', under: 'study', called: 'trả lời nghiệp vụ, câu hỏi của rà soát viên' },
    ),
    page(
      '/hoi-dap/cua-toi',
      { vi: 'Tôi hỏi nghiệp vụ', en: 'My questions about the work' },
      () => import('../inquiries/ui/MyInquiriesPage.tsx'),
      { ...reads, called: 'hỏi đáp, ask' },
    ),
    page(
      '/hoi-dap/:inquiryId',
      { vi: 'Câu hỏi nghiệp vụ', en: 'Question about the work' },
      () => import('../inquiries/ui/InquiryPage.tsx'),
      reads,
    ),
    page('/ban-giay', { vi: 'Phát bản giấy', en: 'Hand-outs' }, () => import('../handouts/ui/HandoutsPage.tsx'), {
      right: 'library.manage',
      nav: 'skills',
      under: 'study',
      called: 'tài liệu in, tờ rơi, phát tài liệu, handouts',
    }),
    page(
      '/ban-giay/tong',
      { vi: 'Bản giấy đã phát theo đơn vị', en: 'Hand-outs by unit' },
      () => import('../handouts/ui/HandoutSumsPage.tsx'),
      { right: 'library.manage' },
    ),
  ],
  work: [useInquiryNews],
  search: [searchMaterials],
}
