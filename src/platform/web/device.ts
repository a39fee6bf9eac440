/** What this device holds: drafts of forms, and commands on their way. Lists for a week without signal come later. */
import { Dexie, type Table } from 'dexie'
import type { AccountId, CommandId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'

export type Draft = {
  /** What it is a draft of: `survey`. With `id` its key. */
  readonly kind: string
  readonly id: string
  readonly accountId: AccountId
  readonly data: unknown
  readonly savedAt: number
}

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
  readonly state: CommandState
  readonly settledAt: number | null
  readonly problem?: { readonly code: string; readonly title: Said }
}

class Device extends Dexie {
  declare draft: Table<Draft, [string, string]>
  declare command: Table<StoredCommand, number>

  constructor() {
    super('nangbuoc')
    this.version(1).stores({ draft: '[kind+id], accountId', command: '++seq, &id, [accountId+state]' })
  }
}

export const device = new Device()
