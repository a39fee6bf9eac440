/** Drafts: what was typed and not yet sent. Kept at every stroke, read only by the account that typed it. */
import { device } from './device.ts'
import { account } from './session.ts'

const mine = () => account.value?.accountId

export async function saveDraft(kind: string, id: string, data: unknown): Promise<void> {
  const accountId = mine()
  if (accountId) await device.drafts.put({ accountId, kind, id, data, savedAt: Date.now() })
}

/** The caller knows the shape it saved; null where there is none of this account. */
export async function findDraft<T>(kind: string, id: string): Promise<{ data: T; savedAt: number } | null> {
  const accountId = mine()
  const draft = accountId && (await device.drafts.get([accountId, kind, id]))
  return draft ? { data: draft.data as T, savedAt: draft.savedAt } : null
}

export async function listDrafts(kind: string): Promise<{ id: string; savedAt: number }[]> {
  const accountId = mine()
  if (!accountId) return []
  const drafts = await device.drafts
    .where('[accountId+kind+id]')
    .between([accountId, kind, ''], [accountId, kind, '\uffff'])
    .toArray()
  return drafts.map(({ id, savedAt }) => ({ id, savedAt }))
}

export async function dropDraft(kind: string, id: string): Promise<void> {
  const accountId = mine()
  if (accountId) await device.drafts.delete([accountId, kind, id])
}
