/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'

export const decisionEvent = defineEvents(
  { decision: { vi: 'Quyết định', en: 'Decisions' }, correction: { vi: 'Đính chính', en: 'Corrections' } },
  {
    'decision.drafted': { vi: 'Dự thảo quyết định', en: 'Decision drafted' },
    'decision.papers_tried': { vi: 'In thử giấy tờ của dự thảo', en: 'Papers of a draft tried' },
    'decision.printed': { vi: 'In quyết định', en: 'Decision printed' },
    'decision.in_force': { vi: 'Ban hành quyết định', en: 'Decision in force' },
    'decision.withdrawn': { vi: 'Rút dự thảo quyết định', en: 'Decision withdrawn' },
    'correction.drafted': { vi: 'Dự thảo đính chính', en: 'Correction drafted' },
    'correction.papers_tried': { vi: 'In thử giấy tờ của bản đính chính', en: 'Papers of a correction tried' },
    'correction.in_force': { vi: 'Ban hành quyết định đính chính', en: 'Correction in force' },
    'correction.withdrawn': { vi: 'Rút dự thảo đính chính', en: 'Correction withdrawn' },
  },
  {
    news: ['decision.drafted', 'decision.printed', 'decision.in_force', 'decision.withdrawn', 'correction.in_force'],
    facts: {
      round: { said: { vi: 'kỳ', en: 'round' } },
      households: { said: { vi: 'số hộ', en: 'households' } },
      hash: null,
      certificates: { said: { vi: 'số giấy chứng nhận', en: 'certificates' } },
      holdFrom: { said: { vi: 'hiệu lực từ', en: 'holds from' } },
      decision: { said: { vi: 'quyết định', en: 'decision' } },
      household: { said: { vi: 'hộ', en: 'household' } },
      certificate: null,
      papers: { said: { vi: 'số giấy', en: 'papers' } },
      untold: {
        said: { vi: 'số hộ không viết lại được lý do xét', en: 'households whose reasons could not be told again' },
      },
      differing: { said: { vi: 'số hộ sổ hộ ghi khác bản in', en: 'households that the register tells otherwise' } },
      leftOut: { said: { vi: 'số hộ trở lại mà không đưa vào', en: 'households that were back and left out' } },
      leaving: { said: { vi: 'lý do không đưa vào', en: 'why they were left out' }, free: true },
      sure: { said: { vi: 'lý do vẫn ban hành', en: 'why all the same' }, free: true },
      because: { said: { vi: 'lý do', en: 'reason' }, free: true },
      fits: { said: { vi: 'in được', en: 'can be printed' } },
    },
  },
)
