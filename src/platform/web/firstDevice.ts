/**
 * What the first builds left on a device, in today's terms. They kept readings among the drafts, and commands without a
 * subject and a page; their phones sent forms of cases and nothing else. Their names stand here as they stood there.
 */
import type { AccountId } from '#kernel/ids.ts'
import type { Draft, KeptAnswer, StoredCommand } from './stored.ts'

export type FirstDraft = Draft

const addressOf: Readonly<Record<string, (draft: FirstDraft) => string>> = {
  my_surveys: () => '/api/my-surveys',
  case: ({ id, data }) =>
    `/api/households/${(data as { case?: { householdId: string } } | null)?.case?.householdId}/cases/${id}/form`,
  law: ({ id }) => `/api/law/${id}`,
}

/** A reading that lay among the drafts; null where it is a draft. */
export function keptOf(draft: FirstDraft): KeptAnswer | null {
  const address = addressOf[draft.kind]?.(draft)
  const accountId: AccountId = draft.accountId
  return address ? { accountId, address, answer: draft.data, readAt: draft.savedAt } : null
}

type FirstCommand = Omit<StoredCommand, 'subject' | 'page'> & Partial<StoredCommand>

const surveyPath = /^\/api\/households\/([^/]+)\/cases\/([^/]+)\/surveys$/

/** A command as it stands in the store, with what it is about; its bytes are not touched. */
export function withSubject(command: FirstCommand): StoredCommand {
  const { subject, page } = command
  if (subject && page) return { ...command, subject, page }
  const [, household = '', id = command.id] = surveyPath.exec(command.path) ?? []
  if (!household) return { ...command, subject: { kind: 'command', id }, page: '/phone/gui' }
  return { ...command, subject: { kind: 'case', id }, page: `/phone/phieu/${household}/${id}` }
}
