/** The store of this device: drafts of forms, commands on their way, and readings for where there is no line. */
import { Dexie, type Table } from 'dexie'
import type { AccountId } from '#kernel/ids.ts'
import { type FirstDraft, keptOf, withSubject } from './firstDevice.ts'
import type { Draft, KeptAnswer, StoredCommand, VaultRow } from './stored.ts'

class Device extends Dexie {
  declare drafts: Table<Draft, [AccountId, string, string]>
  declare kept: Table<KeptAnswer, [AccountId, string]>
  declare command: Table<StoredCommand, number>
  declare vault: Table<VaultRow, AccountId>

  constructor() {
    super('nangbuoc')
    // Forward only: a phone may come from any version that ever was.
    this.version(1).stores({ draft: '[kind+id], accountId', command: '++seq, &id, [accountId+state]' })
    this.version(2)
      .stores({ drafts: '[accountId+kind+id]', kept: '[accountId+address]' })
      .upgrade(async (store) => {
        for (const draft of (await store.table('draft').toArray()) as FirstDraft[]) {
          const kept = keptOf(draft)
          await (kept ? store.table('kept').put(kept) : store.table('drafts').put(draft))
        }
      })
    this.version(3).stores({ draft: null })
    this.version(4).stores({ vault: 'accountId' })
    // A page of the first builds that is still open goes on adding commands of its own kind.
    this.command.hook('reading', withSubject)
  }
}

export const device = new Device()
