/** Drafts: what was typed and not yet sent. Kept at every stroke, read only by the account that typed it. */
import { device } from './device.ts'
import { account } from './session.ts'

export async function saveDraft(kind: string, id: string, data: unknown): Promise<void> {
  const who = account.value
  if (who) await device.draft.put({ kind, id, accountId: who.accountId, data, savedAt: Date.now() })
}

/** The caller knows the shape it saved; null where there is none of this account. */
export async function findDraft<T>(kind: string, id: string): Promise<{ data: T; savedAt: number } | null> {
  const draft = await device.draft.get([kind, id])
  if (!draft || draft.accountId !== account.value?.accountId) return null
  return { data: draft.data as T, savedAt: draft.savedAt }
}

export async function listDrafts(kind: string): Promise<{ id: string; savedAt: number }[]> {
  const who = account.value
  if (!who) return []
  const mine = await device.draft.where('accountId').equals(who.accountId).toArray()
  return mine.filter((draft) => draft.kind === kind).map(({ id, savedAt }) => ({ id, savedAt }))
}

export const dropDraft = (kind: string, id: string): Promise<void> => device.draft.delete([kind, id])
