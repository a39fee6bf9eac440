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

/** A line as news: what, of whom and where, but not by whom. */
export const NewsLine = Type.Object({
  id: IdOf<'audit_line'>(),
  at: Type.String(),
  what: Type.String(),
  said: SaidSchema,
  /** What it speaks of; null where its room names it not, or the reader may not see its name. */
  subject: Nullable(Named),
  areaName: Nullable(Type.String()),
  /** The facts in words; of news none where the subject is not named. */
  detail: SaidSchema,
})

export const AuditLine = Type.Object({
  ...NewsLine.properties,
  /** Null: the system itself. */
  accountId: Nullable(IdOf<'account'>()),
  by: Type.String(),
})

/** A kind of events (`household`) or one event (`household.split`). */
const What = Type.Optional(Type.String({ pattern: '^[a-z_]{1,30}(\\.[a-z_]{1,40})?$' }))
const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 }))

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
    what: What,
    accountId: Type.Optional(IdOf<'account'>()),
    /** Lines about a household, its cases and its surveys. */
    householdId: Type.Optional(IdOf<'household'>()),
    page: Page,
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

/** Who may be asked about in the audit of an area: those with access there, as one types. */
export const auditPeople = endpoint({
  name: 'people.audit_people',
  method: 'GET',
  path: '/api/areas/:areaId/audit/people',
  right: 'audit.read',
  says: { vi: 'Tìm người làm trong nhật ký', en: 'Find whom the audit of an area may name' },
  input: Type.Object({ areaId: IdOf<'area'>(), q: Type.String({ minLength: 1, maxLength: 100 }) }),
  output: Type.Object({
    people: Type.Array(
      Type.Object({ accountId: IdOf<'account'>(), name: Type.String(), login: Type.String(), areaName: Type.String() }),
    ),
  }),
})

const newsOf = <R extends 'figure.read' | 'round.read'>(right: R, { name, path }: { name: string; path: string }) =>
  endpoint({
    name,
    method: 'GET',
    path,
    right,
    says: { vi: 'Những việc mới từ hôm qua', en: 'What is new since yesterday' },
    input: Type.Object({ what: What, page: Page }),
    output: Type.Object({
      since: PlainDateSchema,
      lines: Type.Array(NewsLine),
      /** Counted some way beyond the page; whether there are `more`. */
      total: Type.Integer(),
      more: Type.Boolean(),
      /** What may be asked for. */
      kinds: Type.Array(Type.Object({ what: Type.String(), said: SaidSchema })),
    }),
  })

/** For who reads figures, and for who works in rounds, each where his right holds. */
export const listNews = newsOf('figure.read', { name: 'people.news', path: '/api/news' })
export const listMyNews = newsOf('round.read', { name: 'people.myNews', path: '/api/work/news' })
export const newsFile = listFile(listNews, { name: 'people.newsFile', path: '/api/news/file' })
export const myNewsFile = listFile(listMyNews, { name: 'people.myNewsFile', path: '/api/work/news/file' })
