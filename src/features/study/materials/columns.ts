import { showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import {
  fileTypes,
  type Material,
  materialKinds,
  materialStates,
  type Reader,
  type Readings,
  readingStates,
  type TopicRead,
} from './model.ts'
import { sizeSaid } from './rules.ts'

const topicSaid = ({ topicCode, topicTitle }: { readonly topicCode: string; readonly topicTitle: string }): string =>
  `${topicCode}. ${topicTitle}`

export function formSaid({ file }: Pick<Material, 'file'>): Said {
  if (!file) return { vi: 'đọc tại đây', en: 'read here' }
  const { vi, en } = fileTypes[file.type]
  const size = sizeSaid(file.bytes)
  return { vi: `${vi}, ${size}`, en: `${en}, ${size}` }
}

export const materialColumns = columnsOf<Material>()([
  { key: 'title', head: { vi: 'Tài liệu', en: 'Material' }, text: (row) => row.title },
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: topicSaid },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: (row) => materialKinds[row.kind] },
  { key: 'form', head: { vi: 'Tệp', en: 'File' }, text: formSaid },
  { key: 'area', head: { vi: 'Đơn vị giữ', en: 'Kept by' }, text: (row) => row.areaName },
  { key: 'mine', head: { vi: 'Tôi', en: 'I' }, text: (row) => readingStates[row.mine] },
  { key: 'summary', head: { vi: 'Tóm tắt', en: 'Summary' }, off: true, text: (row) => row.summary },
  { key: 'basis', head: { vi: 'Căn cứ, nguồn', en: 'Source' }, off: true, text: (row) => row.basis },
  { key: 'version', head: { vi: 'Bản', en: 'Version' }, number: true, off: true, text: (row) => row.version },
  { key: 'added', head: { vi: 'Đưa vào lúc', en: 'Added' }, off: true, text: (row) => showInstant(row.addedAt) },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, off: true, text: (row) => materialStates[row.state] },
])

export const topicColumns = columnsOf<TopicRead>()([
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: topicSaid },
  { key: 'materials', head: { vi: 'Tài liệu', en: 'Materials' }, number: true, text: (row) => row.materials },
  {
    key: 'unopened',
    head: { vi: 'Chưa mở', en: 'Not opened' },
    number: true,
    text: (row) => row.materials - row.opened - row.read - row.done,
  },
  { key: 'opened', head: { vi: 'Mới mở', en: 'Only opened' }, number: true, text: (row) => row.opened },
  { key: 'read', head: { vi: 'Đã đọc', en: 'Read' }, number: true, text: (row) => row.read },
  { key: 'done', head: { vi: 'Làm đúng câu hỏi', en: 'Answered right' }, number: true, text: (row) => row.done },
])

export const noQuestion: Said = { vi: 'không có câu hỏi', en: 'no question' }

export const readingColumns = columnsOf<Readings>()([
  { key: 'title', head: { vi: 'Tài liệu', en: 'Material' }, text: (row) => row.title },
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: topicSaid },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: (row) => materialKinds[row.kind] },
  { key: 'area', head: { vi: 'Đơn vị giữ', en: 'Kept by' }, off: true, text: (row) => row.areaName },
  {
    key: 'people',
    head: { vi: 'Người của đơn vị', en: 'People of the unit' },
    number: true,
    text: (row) => row.people,
  },
  { key: 'opened', head: { vi: 'Đã mở', en: 'Opened' }, number: true, text: (row) => row.opened },
  { key: 'read', head: { vi: 'Nói đã đọc', en: 'Said to be read' }, number: true, text: (row) => row.read },
  {
    key: 'done',
    head: { vi: 'Làm đúng câu hỏi', en: 'Answered right' },
    number: true,
    text: (row) => (row.asks || row.done > 0 ? row.done : noQuestion),
  },
])

const didSaid = (of: Reader['opened']): Said =>
  of
    ? { vi: `${showInstant(of.at)}, bản ${of.version}`, en: `${showInstant(of.at)}, version ${of.version}` }
    : { vi: 'chưa', en: 'not yet' }

export const readerColumns = columnsOf<Reader>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'opened', head: { vi: 'Mở', en: 'Opened' }, text: (row) => didSaid(row.opened) },
  { key: 'read', head: { vi: 'Nói đã đọc', en: 'Said read' }, text: (row) => didSaid(row.read) },
  { key: 'done', head: { vi: 'Làm đúng câu hỏi', en: 'Answered right' }, text: (row) => didSaid(row.done) },
])
