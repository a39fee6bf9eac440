/** Drafts: what was typed and not yet sent. Kept at every stroke, read only by the account that typed it. */
import { liveQuery } from 'dexie'
import { draftPlace } from '#kernel/drafts.ts'
import type { AccountId } from '#kernel/ids.ts'
import { device } from './device.ts'
import { account } from './session.ts'
import type { Draft } from './stored.ts'
import { type Kept, keepable, type Strokes } from './typed.ts'
import { fromKept, toKeep } from './vault/vault.ts'

const mine = () => account.value?.accountId

type Lies = Pick<Draft, 'accountId' | 'kind' | 'id'>

/** As it lies in the store, but for when. */
export async function asDraft(lies: Lies, data: unknown): Promise<Omit<Draft, 'savedAt'>> {
  const { record, sealed } = await toKeep(lies.accountId, data, draftPlace(lies))
  return { ...lies, data: record, ...(sealed && { sealed }) }
}
const dataOf = <T>({ data, sealed, ...lies }: Draft): Promise<T> =>
  fromKept<T>(lies.accountId, { record: data, ...(sealed && { sealed }) }, draftPlace(lies))

export async function saveDraft(kind: string, id: string, data: unknown): Promise<void> {
  const accountId = mine()
  if (accountId) await device.drafts.put({ ...(await asDraft({ accountId, kind, id }, data)), savedAt: Date.now() })
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
  // A transaction of the store does not wait for the sealing.
  const draft = await asDraft({ accountId, kind, id }, data)
  const met = await device.transaction('rw', device.drafts, async () => {
    const stored = await device.drafts.get([accountId, kind, id])
    if ((stored?.savedAt ?? null) !== seen) return { stored: stored ?? null }
    const savedAt = Math.max(Date.now(), (seen ?? 0) + 1)
    await device.drafts.put({ ...draft, savedAt })
    return { savedAt }
  })
  if (met.savedAt !== undefined) return { savedAt: met.savedAt }
  const { stored } = met
  return { newer: stored && { data: await dataOf<T>(stored), savedAt: stored.savedAt } }
}

export type Found<T> = { readonly id: string; readonly data: T; readonly savedAt: number }

/** The caller knows the shape it saved; null where there is none of this account. */
export async function findDraft<T>(kind: string, id: string): Promise<{ data: T; savedAt: number } | null> {
  const accountId = mine()
  const draft = accountId && (await device.drafts.get([accountId, kind, id]))
  return draft ? { data: await dataOf<T>(draft), savedAt: draft.savedAt } : null
}

const last = '\uffff'

export async function listDrafts(kind: string): Promise<{ id: string; savedAt: number }[]> {
  const drafts = await between([kind, ''], [kind, last])
  return drafts.map(({ id, savedAt }) => ({ id, savedAt }))
}

async function between(from: readonly [string, string], to: readonly [string, string]) {
  const accountId = mine()
  if (!accountId) return []
  return device.drafts
    .where('[accountId+kind+id]')
    .between([accountId, ...from], [accountId, ...to])
    .toArray()
}

/** Where another draft of the same form lies, begun beside one that was left to itself. */
export const besideOf = (id: string): string => `${id}#${Date.now().toString(36)}`

/** All drafts of one form, the one typed last first. */
export async function draftsOf<T>(kind: string, id: string): Promise<readonly Found<T>[]> {
  const drafts = await between([kind, id], [kind, `${id}#${last}`])
  const ofForm = drafts
    .filter((draft) => draft.id === id || draft.id.startsWith(`${id}#`))
    .sort((a, b) => b.savedAt - a.savedAt)
  return Promise.all(
    ofForm.map(async (draft) => ({ id: draft.id, data: await dataOf<T>(draft), savedAt: draft.savedAt })),
  )
}

/** Calls at once and whenever a window of this browser has written or dropped a draft of the form. Answers what ends it. */
export function watchDrafts(kind: string, id: string, onChange: () => void): () => void {
  const watched = liveQuery(() => draftsOf(kind, id)).subscribe({ next: onChange, error: () => undefined })
  return () => watched.unsubscribe()
}

export async function dropDraft(kind: string, id: string): Promise<void> {
  const accountId = mine()
  if (accountId) await device.drafts.delete([accountId, kind, id])
}

const ofAccount = (accountId: string) =>
  device.drafts.where('[accountId+kind+id]').between([accountId, '', ''], [accountId, last, last])

/** How many forms I have begun on this device and not sent. `sent`: those that are on their way as they are. */
export async function countDrafts(
  sent: (draft: Pick<Draft, 'id' | 'savedAt'>) => boolean = () => false,
): Promise<number> {
  const accountId = mine()
  return accountId ? (await ofAccount(accountId).toArray()).filter((draft) => !sent(draft)).length : 0
}

/** What somebody has begun on this device, as it lies here: whoever is here, and whether it is open or not. */
export const draftsLying = (accountId: AccountId): Promise<Draft[]> => ofAccount(accountId).toArray()

/** Puts a draft that came from elsewhere beside what is here of the same form; one that is here already stays as it is. */
export async function addDraft(kind: string, id: string, { data, savedAt }: { data: unknown; savedAt: number }) {
  const accountId = mine()
  if (!accountId) return
  const here = await between([kind, id], [kind, `${id}#${last}`])
  if (here.some((one) => one.savedAt === savedAt)) return
  const draft = await asDraft({ accountId, kind, id: here.some((one) => one.id === id) ? besideOf(id) : id }, data)
  await device.drafts.put({ ...draft, savedAt })
}

/** Throws away what I have begun on this device. */
export async function dropDrafts(): Promise<void> {
  const accountId = mine()
  if (accountId) await ofAccount(accountId).delete()
}

const dayMs = 86_400_000
/** Days after the last stroke. A survey is of a round, which may last for months. */
export const draftDays = 30
export const surveyDraftDays = 180

/** Whoever typed them: drafts that nobody went on with are dropped, and what earlier builds kept too much is taken out. */
export async function tidyDrafts(now = Date.now()): Promise<void> {
  const isOld = ({ kind, savedAt }: { kind: string; savedAt: number }) =>
    savedAt < now - dayMs * (kind === 'survey' ? surveyDraftDays : draftDays)
  await device.drafts.filter(isOld).delete()
  await device.drafts
    .filter(({ kind, sealed }) => kind !== 'survey' && !sealed)
    .modify((draft) => {
      Object.assign(draft, { data: withoutNumbers(draft.data as Strokes) })
    })
}

/** What a page saw of a person stands beside what was typed; its numbers are hidden there. */
const withoutNumbers = (strokes: Strokes): Strokes =>
  Object.fromEntries(
    Object.entries(strokes).map(([name, kept]) => [name, name === 'seen' ? kept : (keepable(kept) as Kept)]),
  )
