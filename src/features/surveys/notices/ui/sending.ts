/** What this phone has sent, or is to send, of a household that is not on the list or cannot be surveyed. */
import { lastAbout } from '#platform/web/outbox.ts'
import type { StoredCommand, Subject } from '#platform/web/stored.ts'

/** What was told of a household goes in one line, and of one that is on no list in a line of its own. */
export const aboutNotice = (id: string): Subject => ({ kind: 'notice', id })
export const lastNotice = (id: string): StoredCommand | null => lastAbout(aboutNotice(id))

/** What was told here and has not come to the commune, or was refused there; withdrawals too. */
export const unsentNotices = (all: readonly StoredCommand[]): StoredCommand[] =>
  all.filter(({ subject, state }) => subject.kind === 'notice' && state !== 'sent')
