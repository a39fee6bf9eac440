/** The audit: one line for each change, in the change's own transaction. The application may only add. */
import type { AccountId, CommandId } from '#kernel/ids.ts'
import type { Db } from './database/open.ts'
import type { Event } from './handle.ts'
import { newId } from './ids.ts'

export type AuditEntry = { readonly account: AccountId; readonly command: CommandId | null; readonly event: Event }

export async function recordAudit(db: Db, { account, command, event }: AuditEntry): Promise<void> {
  await db
    .insertInto('audit_line')
    .values({
      id: newId<'audit_line'>(),
      account_id: account,
      command_id: command,
      what: event.what,
      subject_id: event.subject,
      area_id: event.area,
      facts: JSON.stringify(event.facts ?? {}),
    })
    .execute()
}
