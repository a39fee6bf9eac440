import type { DecisionId } from '#kernel/ids.ts'

export const decisionPath = (decisionId: DecisionId): string => `/quyet-dinh/${decisionId}`
