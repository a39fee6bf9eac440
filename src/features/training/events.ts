/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'

export const trainingEvent = defineEvents(
  {
    programme: { vi: 'Chương trình', en: 'Programmes' },
    framework: { vi: 'Khung đào tạo', en: 'Training frameworks' },
    norm: { vi: 'Định mức chi', en: 'Spending norms' },
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
    'norm.entered': { vi: 'Ghi định mức chi', en: 'Spending norm entered' },
    'norm.changed': { vi: 'Sửa định mức chi ghi sai', en: 'Spending norm put right' },
    'norm.raised': { vi: 'Ghi mức mới của định mức chi', en: 'New value of a spending norm entered' },
    'norm.ended': { vi: 'Ghi định mức chi hết hiệu lực', en: 'End of a spending norm recorded' },
  },
  {
    news: ['programme.goal_met', 'framework.approved', 'norm.raised'],
    facts: {
      number: { said: { vi: 'số', en: 'number' }, free: true },
      day: { said: { vi: 'ngày', en: 'day' } },
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
      code: { said: { vi: 'chuyên đề', en: 'topic' }, free: true },
      dong: { said: { vi: 'đồng', en: 'amount' } },
      version: { said: { vi: 'phiên bản', en: 'version' } },
      topics: { said: { vi: 'số chuyên đề', en: 'topics' } },
      added: { said: { vi: 'thêm', en: 'added' } },
      changed: { said: { vi: 'sửa', en: 'changed' } },
      unchanged: { said: { vi: 'như cũ', en: 'unchanged' } },
      fields: null,
      sha256: null,
      goal: null,
    },
  },
)
