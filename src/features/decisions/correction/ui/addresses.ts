import type { CorrectionId } from '#kernel/ids.ts'

export const correctionPath = (correctionId: CorrectionId): string => `/dinh-chinh/${correctionId}`
