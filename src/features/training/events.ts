/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'

export const trainingEvent = defineEvents(
  {
    programme: { vi: 'Chương trình', en: 'Programmes' },
    framework: { vi: 'Khung đào tạo', en: 'Training frameworks' },
    need: { vi: 'Nhu cầu đào tạo', en: 'Training needs' },
  },
  {
    'programme.entered': { vi: 'Ghi chương trình', en: 'Programme entered' },
    'programme.changed': { vi: 'Sửa chương trình', en: 'Programme changed' },
    'programme.goal_added': { vi: 'Ghi mục tiêu của chương trình', en: 'Goal of a programme entered' },
    'programme.goal_dropped': { vi: 'Bỏ mục tiêu của chương trình', en: 'Goal of a programme taken away' },
    'programme.goal_met': { vi: 'Ghi mục tiêu đã đạt theo quyết định', en: 'Goal recorded as met by a decision' },
    'programme.goal_reopened': { vi: 'Mở lại mục tiêu ghi đạt nhầm', en: 'Goal wrongly recorded as met reopened' },
    'framework.begun': { vi: 'Bắt đầu soạn khung đào tạo', en: 'Draft of a training framework begun' },
    'framework.changed': { vi: 'Sửa bản thảo khung đào tạo', en: 'Draft of a training framework changed' },
    'framework.dropped': { vi: 'Bỏ bản thảo khung đào tạo', en: 'Draft of a training framework dropped' },
    'framework.approved': { vi: 'Ghi phê duyệt khung đào tạo', en: 'Approval of a training framework recorded' },
    'framework.topic_added': { vi: 'Thêm chuyên đề vào bản thảo khung', en: 'Topic added to a draft framework' },
    'framework.topic_changed': { vi: 'Sửa chuyên đề của bản thảo khung', en: 'Topic of a draft framework changed' },
    'framework.topic_dropped': { vi: 'Bỏ chuyên đề khỏi bản thảo khung', en: 'Topic taken out of a draft framework' },
    'framework.imported': { vi: 'Nạp chuyên đề từ bảng tính', en: 'Topics imported from a spreadsheet' },
    'need.nominated': { vi: 'Cử đi học', en: 'Nominated for training' },
    'need.withdrawn': { vi: 'Rút việc cử đi học', en: 'Nomination withdrawn' },
    'need.error_linked': { vi: 'Gắn chuyên đề cho sai sót', en: 'Topic set against an error' },
    'need.error_unlinked': { vi: 'Bỏ gắn chuyên đề cho sai sót', en: 'Topic against an error taken away' },
  },
  {
    news: ['programme.goal_met', 'framework.approved'],
    facts: {
      number: { said: { vi: 'số', en: 'number' }, free: true },
      day: { said: { vi: 'ngày', en: 'day' } },
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
      code: { said: { vi: 'chuyên đề', en: 'topic' }, free: true },
      version: { said: { vi: 'phiên bản', en: 'version' } },
      topics: { said: { vi: 'số chuyên đề', en: 'topics' } },
      added: { said: { vi: 'thêm', en: 'added' } },
      changed: { said: { vi: 'sửa', en: 'changed' } },
      unchanged: { said: { vi: 'như cũ', en: 'unchanged' } },
      error: { said: { vi: 'mục', en: 'section' }, free: true },
      fields: null,
      sha256: null,
      goal: null,
    },
  },
)
