/** What of a survey is on this device: the draft, the form it answers, and the law it is scored by. */
import type { Facts } from '#features/standards/model/facts.ts'
import type { CommandId } from '#kernel/ids.ts'
import type { StoredCommand } from '#platform/web/device.ts'
import { dropDraft, findDraft, saveDraft } from '#platform/web/drafts.ts'
import { outbox } from '#platform/web/outbox.ts'

export type SurveyDraft = {
  readonly facts: Facts
  /** The screen that was open. */
  readonly at: string
  /** Screens opened so far. */
  readonly seen: readonly string[]
  /** The command it went out with. It is dropped only once the server has it. */
  readonly sentAs: CommandId | null
}

export const findSurveyDraft = (caseId: string) => findDraft<SurveyDraft>('survey', caseId)
export const saveSurveyDraft = (caseId: string, draft: SurveyDraft) => saveDraft('survey', caseId, draft)
export const dropSurveyDraft = (caseId: string) => dropDraft('survey', caseId)

/** The latest sending of a case from this device, if any. */
export const lastSending = (caseId: string): StoredCommand | null =>
  outbox.value.filter((command) => command.endpoint === 'surveys.submit' && command.path.includes(caseId)).at(-1) ??
  null

/** Drafts whose sending the server has confirmed are no longer needed. */
export async function dropConfirmed(caseIds: readonly string[]): Promise<void> {
  for (const caseId of caseIds) {
    const sent = lastSending(caseId)
    if (sent?.state !== 'sent') continue
    const draft = await findSurveyDraft(caseId)
    if (draft?.data.sentAs === sent.id) await dropSurveyDraft(caseId)
  }
}

/** Reads from the server and keeps a copy; where the server cannot be reached, the copy. Rejects as the reading did. */
export async function readKept<T>(
  kind: string,
  id: string,
  read: () => Promise<T>,
): Promise<{ value: T; kept: boolean }> {
  try {
    const value = await read()
    await saveDraft(kind, id, value).catch(() => undefined)
    return { value, kept: false }
  } catch (problem) {
    const copy = await findDraft<T>(kind, id).catch(() => null)
    const unreached = (problem as { uncertain?: boolean }).uncertain === true
    if (!copy || !unreached) throw problem
    return { value: copy.data, kept: true }
  }
}

/** For what never changes under its id: the copy first, the server only where there is none. */
export async function readOnce<T>(kind: string, id: string, read: () => Promise<T>): Promise<T> {
  const copy = await findDraft<T>(kind, id).catch(() => null)
  return copy ? copy.data : (await readKept(kind, id, read)).value
}
