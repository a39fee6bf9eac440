/** How an application comes to the keys of what lies on this device; apart, so that a page needs no store to say it. */

import type { VaultRow } from '../stored.ts'
import type { DataKey } from './sealing.ts'

export const way: {
  /** Left as it is, this application keeps its records as they are. */
  used: boolean
  /** At a desk, where the server is beside it: the key without a PIN; null where it is not given. */
  fetch: ((row: VaultRow) => Promise<DataKey | null>) | null
} = { used: false, fetch: null }
