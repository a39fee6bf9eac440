/** Where notices stand: on the phone, and in the office. */
import type { HouseholdId, ReviewCaseId, RoundId, SurveyNoticeId } from '#kernel/ids.ts'

export const noticesPath = '/phone/tin-bao'
export const unlistedPath = '/phone/tin-bao/moi'
type Key = { readonly householdId: HouseholdId; readonly caseId: ReviewCaseId }
export const cannotPath = ({ householdId, caseId }: Key): string => `/phone/tin-bao/ho/${householdId}/${caseId}`

export const roundNoticesPath = (roundId: RoundId): string => `/ra-soat/${roundId}/tin-bao`
type One = { readonly roundId: RoundId; readonly surveyNoticeId: SurveyNoticeId }
export const noticePath = ({ roundId, surveyNoticeId }: One): string => `/ra-soat/${roundId}/tin-bao/${surveyNoticeId}`
export const enterPath = (of: One): string => `${noticePath(of)}/ghi-ho`
