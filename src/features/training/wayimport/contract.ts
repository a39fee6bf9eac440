/** The calls of ways from a spreadsheet: the template, what is wrong with a file, writing it. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { asChecked, checkedFile, ofSheet } from '#kernel/imports.ts'
import { Count } from '#kernel/schema.ts'

const sheet = { method: 'POST', right: 'training.manage', upload: { maxBytes: 20_000_000 } } as const
const fields = { areaId: IdOf<'area'>(), ...ofSheet }
const counts = { ways: Count, added: Count, changed: Count, unchanged: Count }

/** Ways whose km are written over, before it is done. */
const overwrites = Type.Array(Type.Object({ from: Type.String(), to: Type.String(), was: Count, km: Count }))

export const wayTemplate = endpoint({
  name: 'ways.importTemplate',
  method: 'GET',
  path: '/api/training-ways/import/template',
  right: 'training.manage',
  says: { vi: 'Mẫu bảng tính để nhập đường đến nơi mở lớp', en: 'The spreadsheet for an import of ways' },
  input: Type.Object({}),
  output: Type.Unknown(),
  document: true,
})

export const checkWays = endpoint({
  name: 'ways.checkImport',
  ...sheet,
  path: '/api/training-ways/import/check',
  says: { vi: 'Kiểm tra tệp đường đến nơi mở lớp, chưa ghi', en: 'Check a file of ways, write nothing' },
  input: Type.Object(fields),
  output: Type.Object({ ...counts, overwrites, ...checkedFile }),
  reads: true,
})

/** A reading like the check: the file comes again, and its faulty rows go home. */
export const faultyWays = endpoint({
  name: 'ways.importFaults',
  ...sheet,
  path: '/api/training-ways/import/faults',
  says: { vi: 'Tải các dòng lỗi của tệp đường đến nơi mở lớp', en: 'The faulty rows of a file of ways as a sheet' },
  input: Type.Object(fields),
  output: Type.Unknown(),
  reads: true,
  document: true,
})

export const importWays = endpoint({
  name: 'ways.import',
  ...sheet,
  path: '/api/training-ways/import',
  says: { vi: 'Ghi các đường đã kiểm tra', en: 'Write the ways that were checked' },
  input: Type.Object({ ...fields, ...asChecked }),
  output: Type.Object(counts),
})
