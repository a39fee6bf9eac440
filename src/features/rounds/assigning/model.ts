/** Why somebody is proposed for a village, or why nobody is. */
import { Type } from 'typebox'
import type { Said } from '#kernel/text.ts'

export const proposalWords = {
  kept: { vi: 'đang phụ trách', en: 'has it now' },
  own: { vi: 'rà soát viên của thôn', en: 'enumerator of this village' },
  last_round: { vi: 'đã làm thôn này kỳ trước', en: 'had it in the last round' },
  only: { vi: 'người duy nhất có quyền ở thôn này', en: 'the only one who may survey here' },
  several: { vi: 'có nhiều người, hãy chọn', en: 'several may; choose' },
  held_back: {
    vi: 'người khảo sát được ở thôn này chưa có chứng nhận còn hạn',
    en: 'who may survey here holds no valid credential',
  },
  nobody: { vi: 'chưa có ai được giao quyền khảo sát ở thôn này', en: 'nobody may survey here yet' },
} as const satisfies Record<string, Said>

export type ProposalReason = keyof typeof proposalWords
export const ProposalReasonSchema = Type.Unsafe<ProposalReason>(Type.Enum(Object.keys(proposalWords)))
