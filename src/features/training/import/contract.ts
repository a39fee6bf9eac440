/** The calls of topics from a spreadsheet, for a draft: the template, what is wrong with a file, writing it. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { asChecked, checkedFile, ofSheet } from '#kernel/imports.ts'
import { Count } from '#kernel/schema.ts'

const sheet = { method: 'POST', right: 'training.manage', upload: { maxBytes: 20_000_000 } } as const
/** `edits`: the draft as it was looked at, a number as form fields bear it. */
const fields = { frameworkId: IdOf<'framework'>(), edits: Type.String({ pattern: '^[0-9]{1,9}$' }), ...ofSheet }
const counts = { topics: Count, added: Count, changed: Count, unchanged: Count }

export const topicTemplate = endpoint({
  name: 'frameworks.importTemplate',
  method: 'GET',
  path: '/api/frameworks/import/template',
  right: 'training.manage',
  says: { vi: 'Mẫu bảng tính để nạp chuyên đề', en: 'The spreadsheet for an import of topics' },
  input: Type.Object({}),
  output: Type.Unknown(),
  document: true,
})

export const checkTopics = endpoint({
  name: 'frameworks.checkImport',
  ...sheet,
  path: '/api/frameworks/import/check',
  says: { vi: 'Kiểm tra tệp chuyên đề, chưa ghi', en: 'Check a file of topics, write nothing' },
  input: Type.Object(fields),
  output: Type.Object({ ...counts, ...checkedFile }),
  reads: true,
})

/** A reading like the check: the file comes again, and its faulty rows go home. */
export const faultyTopics = endpoint({
  name: 'frameworks.importFaults',
  ...sheet,
  path: '/api/frameworks/import/faults',
  says: { vi: 'Tải các dòng lỗi của tệp chuyên đề', en: 'The faulty rows of a file of topics as a sheet' },
  input: Type.Object(fields),
  output: Type.Unknown(),
  reads: true,
  document: true,
})

export const importTopics = endpoint({
  name: 'frameworks.import',
  ...sheet,
  path: '/api/frameworks/import',
  says: { vi: 'Ghi các chuyên đề đã kiểm tra', en: 'Write the topics that were checked' },
  input: Type.Object({ ...fields, ...asChecked }),
  output: Type.Object(counts),
})
