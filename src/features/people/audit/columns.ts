/** The audit as texts. */
import type { Static } from 'typebox'
import { showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'

export type AuditLine = Static<typeof contract.AuditLine>
export type NewsLine = Static<typeof contract.NewsLine>

export const system: Said = { vi: 'Hệ thống', en: 'The system' }

/** "Đổi chủ hộ: Nguyễn Thị Nhẫn" */
const sentence = ({ said, subject }: NewsLine): Said =>
  subject ? { vi: `${said.vi}: ${subject.name.vi}`, en: `${said.en}: ${subject.name.en}` } : said

const at = { key: 'at', head: { vi: 'Lúc', en: 'At' }, text: (line: NewsLine) => showInstant(line.at) } as const
const what = { key: 'what', head: { vi: 'Việc', en: 'Deed' }, text: sentence } as const
const where = { key: 'where', head: { vi: 'Nơi', en: 'Where' }, text: (line: NewsLine) => line.areaName } as const

const facts = { key: 'facts', head: { vi: 'Chi tiết', en: 'Facts' }, text: (line: NewsLine) => line.detail } as const

export const newsColumns = columnsOf<NewsLine>()([at, what, where, facts])

export const auditColumns = columnsOf<AuditLine>()([
  at,
  { key: 'by', head: { vi: 'Ai', en: 'Who' }, text: (line) => line.by || system },
  what,
  where,
  facts,
])
