/** The calls of officials from a spreadsheet: the template, what is wrong with a file, writing it. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { asChecked, checkedFile, ofSheet } from '#kernel/imports.ts'
import { Count } from '#kernel/schema.ts'

const sheet = { method: 'POST', right: 'roster.write', upload: { maxBytes: 20_000_000 } } as const
const fields = { areaId: IdOf<'area'>(), ...ofSheet }
/** People; `given`: posts that are given. */
const counts = { people: Count, added: Count, changed: Count, unchanged: Count, given: Count }

export const officialTemplate = endpoint({
  name: 'roster.importTemplate',
  method: 'GET',
  path: '/api/officials/import/template',
  right: 'roster.write',
  says: { vi: 'Mẫu bảng tính để nhập cán bộ', en: 'The spreadsheet for an import of officials' },
  input: Type.Object({}),
  output: Type.Unknown(),
  document: true,
})

export const checkOfficials = endpoint({
  name: 'roster.checkImport',
  ...sheet,
  path: '/api/officials/import/check',
  says: { vi: 'Kiểm tra tệp cán bộ, chưa ghi', en: 'Check a file of officials, write nothing' },
  input: Type.Object(fields),
  output: Type.Object({ ...counts, ...checkedFile }),
  reads: true,
})

/** A reading like the check: the file comes again, and its faulty rows go home. */
export const faultyOfficials = endpoint({
  name: 'roster.importFaults',
  ...sheet,
  path: '/api/officials/import/faults',
  says: { vi: 'Tải các dòng lỗi của tệp cán bộ', en: 'The faulty rows of a file of officials as a sheet' },
  input: Type.Object(fields),
  output: Type.Unknown(),
  reads: true,
  document: true,
})

export const importOfficials = endpoint({
  name: 'roster.import',
  ...sheet,
  path: '/api/officials/import',
  says: { vi: 'Ghi danh sách cán bộ đã kiểm tra', en: 'Write the officials that were checked' },
  input: Type.Object({ ...fields, ...asChecked }),
  output: Type.Object(counts),
})
