import { tryParts } from '#features/standards/ui/try/parts.ts'
import { bring, page, type WebRoom } from '#platform/web/room.ts'

const reads = { right: 'question.manage' } as const

export const room: WebRoom = {
  pages: [
    page(
      '/ngan-hang-cau-hoi',
      { vi: 'Ngân hàng câu hỏi', en: 'Bank of questions' },
      () => import('../bank/ui/QuestionsPage.tsx'),
      { ...reads, nav: 'skills', under: 'proof', called: 'đề kiểm tra, trắc nghiệm, đáp án, test, quiz' },
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
    page(
      '/de-kiem-tra',
      { vi: 'Bài kiểm tra của lớp', en: 'Tests of classes' },
      () => import('../drawn/ui/ClassTestsPage.tsx'),
      {
        right: 'class.manage',
        nav: 'skills',
        under: 'proof',
        called: 'đề kiểm tra, chấm bài, đầu khóa, cuối khóa, exam',
      },
    ),
    page(
      '/de-kiem-tra/lop/:trainingClassId',
      { vi: 'Đầu khóa và cuối khóa', en: 'Before and after a class' },
      () => import('../attempts/ui/GainPage.tsx'),
      { right: 'class.manage' },
    ),
    page(
      '/de-kiem-tra/:classTestId',
      { vi: 'Bài kiểm tra', en: 'Test' },
      () => import('../drawn/ui/ClassTestPage.tsx'),
      { right: 'class.manage' },
    ),
    page(
      '/bai-kiem-tra',
      { vi: 'Bài kiểm tra của tôi', en: 'My tests' },
      () => import('../attempts/ui/MyTestsPage.tsx'),
      { called: 'làm bài, thi, my exam' },
    ),
    page(
      '/bai-kiem-tra/:testAttemptId',
      { vi: 'Làm bài kiểm tra', en: 'Taking a test' },
      () => import('../attempts/ui/TakeTestPage.tsx'),
    ),
  ],
  brings: [bring(tryParts, () => import('../bank/ui/AskOfHousehold.tsx'))],
}
