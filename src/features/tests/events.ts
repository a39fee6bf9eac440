/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import type { Said } from '#kernel/text.ts'
import { questionKinds } from './bank/model.ts'
import { testPurposes, testStates } from './drawn/model.ts'
import { remarkHows } from './remark/model.ts'

/** A question of a test was marked anew: rooms above answer by it what hangs on who would no longer have passed. */
export const testRemarked = 'class_test.remarked'

/** The fields of the forms of this room, as the audit tells what changed: never what is right. */
const changedFields: Readonly<Record<string, Said>> = {
  ask: { vi: 'câu hỏi', en: 'question' },
  basis: { vi: 'căn cứ', en: 'basis' },
  title: { vi: 'tên bài', en: 'title' },
  purpose: { vi: 'dùng cho', en: 'purpose' },
  parts: { vi: 'số câu theo chuyên đề', en: 'questions by topic' },
  seed: { vi: 'mã rút đề', en: 'seed' },
  variants: { vi: 'số mã đề', en: 'variants' },
  pass: { vi: 'mức đạt', en: 'mark to pass' },
  attempts: { vi: 'số lần được làm', en: 'attempts' },
  minutes: { vi: 'thời gian làm bài', en: 'minutes' },
}

export const testEvent = defineEvents(
  {
    question: { vi: 'Ngân hàng câu hỏi', en: 'Bank of questions' },
    class_test: { vi: 'Bài kiểm tra của lớp', en: 'Tests of classes' },
    attempt: { vi: 'Làm bài kiểm tra', en: 'Tests taken' },
  },
  {
    'question.entered': { vi: 'Ghi câu hỏi', en: 'Question entered' },
    'question.changed': { vi: 'Viết lại câu hỏi thành bản mới', en: 'Question written anew' },
    'question.imported': { vi: 'Nhập câu hỏi từ tệp', en: 'Questions imported' },
    'question.taken_out': { vi: 'Thôi dùng câu hỏi', en: 'Question taken out of use' },
    'question.taken_back': { vi: 'Dùng lại câu hỏi', en: 'Question taken back into use' },
    'class_test.drafted': { vi: 'Soạn bài kiểm tra', en: 'Test drafted' },
    'class_test.changed': { vi: 'Sửa bài kiểm tra đang soạn', en: 'Draft of a test changed' },
    'class_test.dropped': { vi: 'Bỏ bài kiểm tra đang soạn', en: 'Draft of a test dropped' },
    'class_test.fixed': { vi: 'Chốt đề kiểm tra', en: 'Test fixed' },
    'class_test.opened': { vi: 'Mở bài kiểm tra', en: 'Test opened' },
    'class_test.closed': { vi: 'Đóng bài kiểm tra', en: 'Test closed' },
    'class_test.taken_back': { vi: 'Lui lại một bước của bài kiểm tra', en: 'Test taken back a step' },
    'class_test.remarked': { vi: 'Chấm lại một câu', en: 'Question marked anew' },
    'attempt.begun': { vi: 'Bắt đầu làm bài kiểm tra', en: 'Test begun' },
    'attempt.answered': { vi: 'Lưu câu trả lời', en: 'Answers saved' },
    'attempt.sent': { vi: 'Nộp bài kiểm tra', en: 'Test sent' },
    'attempt.paper_entered': { vi: 'Nhập bài làm trên giấy', en: 'Paper entered' },
    'attempt.paper_corrected': { vi: 'Nhập lại bài làm trên giấy', en: 'Paper entered anew' },
  },
  {
    facts: {
      changes: { said: { vi: 'đổi', en: 'changed' }, fields: changedFields },
      kind: { said: { vi: 'loại câu', en: 'kind' }, words: questionKinds },
      version: { said: { vi: 'bản', en: 'version' } },
      questions: { said: { vi: 'câu hỏi', en: 'questions' } },
      added: { said: { vi: 'thêm', en: 'added' } },
      unchanged: { said: { vi: 'giữ nguyên', en: 'unchanged' } },
      purpose: { said: { vi: 'dùng cho', en: 'for' }, words: testPurposes },
      state: { said: { vi: 'nay', en: 'now' }, words: testStates },
      taken: { said: { vi: 'bài đang làm được chấm', en: 'taken as they stood' } },
      number: { said: { vi: 'lần', en: 'attempt' } },
      answers: { said: { vi: 'câu trả lời', en: 'answers' } },
      item: { said: { vi: 'câu', en: 'question' } },
      how: { said: { vi: 'cách', en: 'how' }, words: remarkHows },
      lowers: { said: { vi: 'có thể hạ điểm', en: 'may lower' } },
      changed: { said: { vi: 'bài đổi điểm', en: 'marks changed' } },
      sha256: null,
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
    },
  },
)
