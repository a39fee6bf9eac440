/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'

export const decisionEvent = defineEvents(
  { decision: { vi: 'Quyết định', en: 'Decisions' } },
  {
    'decision.drafted': { vi: 'Dự thảo quyết định', en: 'Decision drafted' },
    'decision.papers_tried': { vi: 'In thử giấy tờ của dự thảo', en: 'Papers of a draft tried' },
    'decision.printed': { vi: 'In quyết định', en: 'Decision printed' },
    'decision.in_force': { vi: 'Ban hành quyết định', en: 'Decision in force' },
    'decision.withdrawn': { vi: 'Rút dự thảo quyết định', en: 'Decision withdrawn' },
  },
)
