/** The calls of members of bodies from a spreadsheet: the template, what is wrong with a file, writing it. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { asChecked, checkedFile, ofSheet } from '#kernel/imports.ts'
import { Count } from '#kernel/schema.ts'

const sheet = { method: 'POST', right: 'body.write', upload: { maxBytes: 20_000_000 } } as const
const fields = { areaId: IdOf<'area'>(), ...ofSheet }
/** Rows of the file; those of members who join, and of those who sit there already. */
const counts = { rows: Count, bodies: Count, joined: Count, unchanged: Count }

export const memberTemplate = endpoint({
  name: 'bodies.importTemplate',
  method: 'GET',
  path: '/api/body-members/import/template',
  right: 'body.write',
  says: { vi: 'Mẫu bảng tính để nhập thành viên các Ban', en: 'The spreadsheet for an import of members of bodies' },
  input: Type.Object({}),
  output: Type.Unknown(),
  document: true,
})

export const checkMembers = endpoint({
  name: 'bodies.checkImport',
  ...sheet,
  path: '/api/body-members/import/check',
  says: { vi: 'Kiểm tra tệp thành viên các Ban, chưa ghi', en: 'Check a file of members of bodies, write nothing' },
  input: Type.Object(fields),
  output: Type.Object({ ...counts, ...checkedFile }),
  reads: true,
})

/** A reading like the check: the file comes again, and its faulty rows go home. */
export const faultyMembers = endpoint({
  name: 'bodies.importFaults',
  ...sheet,
  path: '/api/body-members/import/faults',
  says: {
    vi: 'Tải các dòng lỗi của tệp thành viên các Ban',
    en: 'The faulty rows of a file of members of bodies as a sheet',
  },
  input: Type.Object(fields),
  output: Type.Unknown(),
  reads: true,
  document: true,
})

export const importMembers = endpoint({
  name: 'bodies.import',
  ...sheet,
  path: '/api/body-members/import',
  says: { vi: 'Ghi danh sách thành viên đã kiểm tra', en: 'Write the members that were checked' },
  input: Type.Object({ ...fields, ...asChecked }),
  output: Type.Object(counts),
})
