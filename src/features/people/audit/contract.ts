/** Reading the audit: who did what, when, where. It holds ids, codes and counts; names come from the accounts. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf, type Kind } from '#kernel/ids.ts'
import { SaidSchema } from '#kernel/schema.ts'

export const AuditLine = Type.Object({
  id: IdOf<'audit_line'>(),
  at: Type.String(),
  by: Type.String(),
  what: Type.String(),
  said: SaidSchema,
  subjectId: Type.String(),
  areaName: Type.Union([Type.String(), Type.Null()]),
  facts: Type.Record(Type.String(), Type.Unknown()),
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
    subjectId: Type.Optional(IdOf<Kind>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  }),
  output: Type.Object({
    lines: Type.Array(AuditLine),
    /** Counted some way beyond the page; whether there are `more`. */
    total: Type.Integer(),
    more: Type.Boolean(),
  }),
})

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
