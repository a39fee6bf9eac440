/** What of a survey is on this device: the draft, and where its form is opened and sent from. */
import type { Facts } from '#features/standards/model/facts.ts'
import type { CommandId } from '#kernel/ids.ts'
import { dropDraft, findDraft, saveDraftOver } from '#platform/web/drafts.ts'
import type { Unread } from '#platform/web/kit/unread.ts'
import { lastAbout } from '#platform/web/outbox.ts'
import type { StoredCommand, Subject } from '#platform/web/stored.ts'
import type { LeftMember } from '../model.ts'

export type SurveyDraft = {
  readonly facts: Facts
  /** The screen that was open. */
  readonly at: string
  /** Screens opened so far. */
  readonly seen: readonly string[]
  /** The command it went out with. It is dropped only once the server has it. */
  readonly sentAs: CommandId | null
  /** Numbers and days that cannot be read, as they were typed. */
  readonly unread?: Unread
  /** Who left the household, and how. */
  readonly left?: readonly LeftMember[]
  /** What was asked again and is so, in its Vietnamese words. */
  readonly sure?: readonly string[]
}

export const findSurveyDraft = (caseId: string) => findDraft<SurveyDraft>('survey', caseId)
export const saveSurveyDraft = (caseId: string, draft: SurveyDraft, seen: number | null) =>
  saveDraftOver({ kind: 'survey', id: caseId }, draft, seen)
export const dropSurveyDraft = (caseId: string) => dropDraft('survey', caseId)
/** The ids under which a desk has sent it (`OfficeSurveyPage`). */
export const dropSending = (caseId: string) => dropDraft('surveys.sending', caseId).catch(() => undefined)

/** The page of a case's form on the phone. */
export const fieldPage = ({ householdId, caseId }: { householdId: string; caseId: string }): string =>
  `/phone/phieu/${householdId}/${caseId}`

/** What a sent form is about. */
export const aboutCase = (caseId: string): Subject => ({ kind: 'case', id: caseId })

/** The latest sending of a case from this device, if any. */
export const lastSending = (caseId: string): StoredCommand | null => lastAbout(aboutCase(caseId))

/** Drafts whose sending the server has confirmed are no longer needed. */
export async function dropConfirmed(caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) {
    const sent = lastSending(caseId)
    if (sent?.state !== 'sent') continue
    const draft = await findSurveyDraft(caseId)
    if (draft?.data.sentAs === sent.id) await dropSurveyDraft(caseId)
  }
}
