/** The audit as texts. */
import type { Static } from 'typebox'
import { showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'

export type AuditLine = Static<typeof contract.AuditLine>

export const system: Said = { vi: 'Hệ thống', en: 'The system' }

/** "Đổi chủ hộ: Nguyễn Thị Nhẫn" */
const sentence = ({ said, subject }: AuditLine): Said =>
  subject ? { vi: `${said.vi}: ${subject.name.vi}`, en: `${said.en}: ${subject.name.en}` } : said

export const auditColumns = columnsOf<AuditLine>()([
  { key: 'at', head: { vi: 'Lúc', en: 'At' }, text: (line) => showInstant(line.at) },
  { key: 'by', head: { vi: 'Ai', en: 'Who' }, text: (line) => line.by || system },
  { key: 'what', head: { vi: 'Việc', en: 'Deed' }, text: sentence },
  { key: 'where', head: { vi: 'Nơi', en: 'Where' }, text: (line) => line.areaName },
  { key: 'facts', head: { vi: 'Chi tiết', en: 'Facts' }, text: (line) => line.detail },
])
