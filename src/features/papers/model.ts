/** The words of this room: a paper that puts another right, and how far it is. */
import { Type } from 'typebox'
import type { Said } from '#kernel/text.ts'

export const correctionStates = ['drafted', 'in_force', 'withdrawn'] as const
export type CorrectionState = (typeof correctionStates)[number]
export const CorrectionStateSchema = Type.Unsafe<CorrectionState>(Type.Enum([...correctionStates]))
export const correctionStateWords: Record<CorrectionState, Said> = {
  drafted: { vi: 'Dự thảo, chờ ký', en: 'Drafted, to be signed' },
  in_force: { vi: 'Có hiệu lực', en: 'In force' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
}

/** The most that the scan of a signed page may be. */
export const scanBytes = 20 * 1024 * 1024
