/** What this device holds, record by record; what speaks of people lies sealed wherever the browser can (`vault/vault.ts`). */
import type { AccountId, CommandId, FieldDeviceId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { DeliveryKey, Locked } from './vault/sealing.ts'

export type Draft = {
  readonly accountId: AccountId
  /** What it is a draft of: `survey`. With `id` and the account its key. */
  readonly kind: string
  readonly id: string
  readonly data: unknown
  /** In place of `data`. */
  readonly sealed?: Uint8Array<ArrayBuffer>
  readonly savedAt: number
}

/** The last answer to a reading. */
export type KeptAnswer = {
  readonly accountId: AccountId
  /** Path and query: `/api/my-surveys`. With the account its key. */
  readonly address: string
  readonly answer: unknown
  /** In place of `answer`. */
  readonly sealed?: Uint8Array<ArrayBuffer>
  readonly readAt: number
  /** As the server names its state, of what is taken home with others. */
  readonly version?: string
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
  /** In place of `input`: the same for the server alone (`vault/sealing.ts`). It goes out whoever is here, or nobody. */
  readonly delivery?: string | null
  readonly schemaVersion: number
  readonly madeAt: number
  /** What it is, for the one who made it: "Phiếu hộ Nguyễn Văn An". */
  readonly label: string
  /** In place of `label`. */
  readonly sealed?: Uint8Array<ArrayBuffer>
  readonly subject: Subject
  /** Where it can be opened: the address of a page. */
  readonly page: string
  readonly state: CommandState
  readonly settledAt: number | null
  readonly problem?: { readonly code: string; readonly title: Said }
  /** Of a refused one: the `seq` of the last command made before that was known. */
  readonly unknownTo?: number
  /** What the server said of what it took, where there was something to say. */
  readonly told?: Said
}

/** How an account's key lies here. */
export type VaultRow = {
  readonly accountId: AccountId
  /** By which its owner knows it on a closed device. */
  readonly login: string
  readonly deviceId: FieldDeviceId
  /** Stays in this browser. */
  readonly deviceKey: CryptoKey
  /** Null: no PIN was set, and only the server opens it. */
  readonly pin: Locked | null
  /** PINs that were wrong, and when the last one was (milliseconds). */
  readonly wrongs: number
  readonly wrongAt: number
  readonly delivery: DeliveryKey
  readonly idleMinutes: number
}
