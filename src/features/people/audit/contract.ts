/** Reading the audit: who did what, when, where. It holds ids, codes and counts; names come from the accounts. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'

const Named = Type.Object({
  name: SaidSchema,
  /** The page of the office that shows it. */
  opens: Nullable(Type.String()),
})

export const AuditLine = Type.Object({
  id: IdOf<'audit_line'>(),
  at: Type.String(),
  /** Null: the system itself. */
  accountId: Nullable(IdOf<'account'>()),
  by: Type.String(),
  what: Type.String(),
  said: SaidSchema,
  /** What it speaks of; null where its room names it not, or the reader may not see its name. */
  subject: Nullable(Named),
  areaName: Nullable(Type.String()),
  /** The facts in words. */
  detail: SaidSchema,
})

export const readAudit = endpoint({
  name: 'people.audit',
  method: 'GET',
  path: '/api/areas/:areaId/audit',
  right: 'audit.read',
  says: { vi: 'Nhật ký của một đơn vị', en: 'The audit of an area' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    from: Type.Optional(PlainDateSchema),
    until: Type.Optional(PlainDateSchema),
    /** A kind of events (`household`) or one event (`household.split`). */
    what: Type.Optional(Type.String({ pattern: '^[a-z_]{1,30}(\\.[a-z_]{1,40})?$' })),
    accountId: Type.Optional(IdOf<'account'>()),
    /** Lines about a household, its cases and its surveys. */
    householdId: Type.Optional(IdOf<'household'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  }),
  output: Type.Object({
    lines: Type.Array(AuditLine),
    /** Counted some way beyond the page; whether there are `more`. */
    total: Type.Integer(),
    more: Type.Boolean(),
    /** By whom and about which household is asked, in words. */
    person: Nullable(Type.String()),
    household: Nullable(SaidSchema),
  }),
})

export const auditFile = listFile(readAudit, { name: 'people.auditFile', path: '/api/areas/:areaId/audit/file' })

export const auditWords = endpoint({
  name: 'people.audit_words',
  method: 'GET',
  path: '/api/audit/words',
  right: 'signed_in',
  says: { vi: 'Những việc được ghi vào nhật ký', en: 'What is told in the audit' },
  input: Type.Object({}),
  output: Type.Object({
    /** In floor order of the rooms, each kind with its events. */
    kinds: Type.Array(
      Type.Object({
        kind: Type.String(),
        said: SaidSchema,
        events: Type.Array(Type.Object({ what: Type.String(), said: SaidSchema })),
      }),
    ),
  }),
})
