/** What the doors' own tests say happened. */
import { defineEvents } from '#kernel/event.ts'

export const testEvent = defineEvents(
  { test: { vi: 'Thử', en: 'Try' } },
  {
    'test.happened': { vi: 'Đã thử', en: 'Tried' },
    'test.asked': { vi: 'Đã nhờ', en: 'Asked' },
    'test.marked': { vi: 'Đã ghi dấu', en: 'Marked' },
  },
)
