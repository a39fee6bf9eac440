import { tryParts } from '#features/standards/ui/try/parts.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'

const reads = { right: 'question.manage' } as const

export const room: WebRoom = {
  pages: [
    page(
      '/ngan-hang-cau-hoi',
      { vi: 'Ngân hàng câu hỏi', en: 'Bank of questions' },
      () => import('../bank/ui/QuestionsPage.tsx'),
      { ...reads, nav: 'skills', called: 'đề kiểm tra, trắc nghiệm, đáp án, test, quiz' },
    ),
    page(
      '/ngan-hang-cau-hoi/nhap',
      { vi: 'Nhập câu hỏi từ bảng tính', en: 'Import questions' },
      () => import('../import/ui/QuestionImportPage.tsx'),
      { ...reads, called: 'excel, nạp câu hỏi' },
    ),
    page(
      '/ngan-hang-cau-hoi/:questionId',
      { vi: 'Câu hỏi', en: 'Question' },
      () => import('../bank/ui/QuestionPage.tsx'),
      reads,
    ),
  ],
  brings: [bring(tryParts, () => import('../bank/ui/AskOfHousehold.tsx'))],
}
