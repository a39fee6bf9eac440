/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import type { Said } from '#kernel/text.ts'
import { questionKinds } from './bank/model.ts'

/** The fields of the forms of this room, as the audit tells what changed: never what is right. */
const changedFields: Readonly<Record<string, Said>> = {
  ask: { vi: 'câu hỏi', en: 'question' },
  basis: { vi: 'căn cứ', en: 'basis' },
}

export const testEvent = defineEvents(
  { question: { vi: 'Ngân hàng câu hỏi', en: 'Bank of questions' } },
  {
    'question.entered': { vi: 'Ghi câu hỏi', en: 'Question entered' },
    'question.changed': { vi: 'Viết lại câu hỏi thành bản mới', en: 'Question written anew' },
    'question.imported': { vi: 'Nhập câu hỏi từ tệp', en: 'Questions imported' },
    'question.taken_out': { vi: 'Thôi dùng câu hỏi', en: 'Question taken out of use' },
    'question.taken_back': { vi: 'Dùng lại câu hỏi', en: 'Question taken back into use' },
  },
  {
    facts: {
      changes: { said: { vi: 'đổi', en: 'changed' }, fields: changedFields },
      kind: { said: { vi: 'loại câu', en: 'kind' }, words: questionKinds },
      version: { said: { vi: 'bản', en: 'version' } },
      questions: { said: { vi: 'câu hỏi', en: 'questions' } },
      added: { said: { vi: 'thêm', en: 'added' } },
      unchanged: { said: { vi: 'giữ nguyên', en: 'unchanged' } },
      sha256: null,
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
    },
  },
)
