/** What this device holds, record by record. */
import type { AccountId, CommandId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'

export type Draft = {
  readonly accountId: AccountId
  /** What it is a draft of: `survey`. With `id` and the account its key. */
  readonly kind: string
  readonly id: string
  readonly data: unknown
  readonly savedAt: number
}

/** The last answer to a reading. */
export type KeptAnswer = {
  readonly accountId: AccountId
  /** Path and query: `/api/my-surveys`. With the account its key. */
  readonly address: string
  readonly answer: unknown
  readonly readAt: number
}

/** What a command is about, as its room calls it: `{ kind: 'case', id }`. */
export type Subject = { readonly kind: string; readonly id: string }

/** `waiting` until the server answered; then `sent`, or `refused` with its reason. */
export type CommandState = 'waiting' | 'sent' | 'refused'

export type StoredCommand = {
  /** The order of sending; given by the store. */
  readonly seq?: number
  readonly id: CommandId
  readonly accountId: AccountId
  readonly endpoint: string
  readonly path: string
  /** The bytes as first written, never rewritten; gone once the server has them. */
  readonly input: string | null
  readonly schemaVersion: number
  readonly madeAt: number
  /** What it is, for the one who made it: "Phiếu hộ Nguyễn Văn An". */
  readonly label: string
  readonly subject: Subject
  /** Where it can be opened: the address of a page. */
  readonly page: string
  readonly state: CommandState
  readonly settledAt: number | null
  readonly problem?: { readonly code: string; readonly title: Said }
  /** What the server said of what it took, where there was something to say. */
  readonly told?: Said
}
