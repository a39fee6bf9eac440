/** Drafts: what was typed and not yet sent. Kept at every stroke, read only by the account that typed it. */
import { device } from './device.ts'
import { account } from './session.ts'

const mine = () => account.value?.accountId

export async function saveDraft(kind: string, id: string, data: unknown): Promise<void> {
  const accountId = mine()
  if (accountId) await device.drafts.put({ accountId, kind, id, data, savedAt: Date.now() })
}

/** `newer`: what another window has written since; null where it was dropped there. */
export type KeptDraft<T> = { readonly savedAt: number } | { readonly newer: { data: T; savedAt: number } | null }

/** As `saveDraft`, over the draft of `seen` alone (its `savedAt`; null: none): what another window wrote since stays. */
export async function saveDraftOver<T>(
  { kind, id }: { readonly kind: string; readonly id: string },
  data: T,
  seen: number | null,
): Promise<KeptDraft<T>> {
  const accountId = mine()
  if (!accountId) return { savedAt: Date.now() }
  return device.transaction('rw', device.drafts, async () => {
    const stored = await device.drafts.get([accountId, kind, id])
    if ((stored?.savedAt ?? null) !== seen)
      return { newer: stored ? { data: stored.data as T, savedAt: stored.savedAt } : null }
    const savedAt = Math.max(Date.now(), (seen ?? 0) + 1)
    await device.drafts.put({ accountId, kind, id, data, savedAt })
    return { savedAt }
  })
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
