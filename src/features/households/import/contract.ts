/** The calls of a list of households from a spreadsheet: its template, what is wrong with it, writing it. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { asChecked } from '#kernel/imports.ts'
import { Checked, ImportFields } from '../model/views.ts'

const sheet = { method: 'POST', right: 'household.write', upload: { maxBytes: 20_000_000 } } as const

export const importTemplate = endpoint({
  name: 'households.importTemplate',
  method: 'GET',
  path: '/api/households/import/template',
  right: 'household.write',
  says: { vi: 'Mẫu bảng tính để nhập danh sách hộ', en: 'The spreadsheet for an import of households' },
  input: Type.Object({}),
  output: Type.Unknown(),
  document: true,
})

export const checkImport = endpoint({
  name: 'households.checkImport',
  ...sheet,
  path: '/api/households/import/check',
  says: { vi: 'Kiểm tra tệp danh sách hộ, chưa ghi', en: 'Check a list of households, write nothing' },
  input: Type.Object(ImportFields),
  output: Checked,
  reads: true,
})

/** A reading like the check: the file comes again, and its faulty rows go home. */
export const faultyRows = endpoint({
  name: 'households.importFaults',
  ...sheet,
  path: '/api/households/import/faults',
  says: { vi: 'Tải các dòng lỗi của danh sách hộ', en: 'The faulty rows of a list of households as a sheet' },
  input: Type.Object(ImportFields),
  output: Type.Unknown(),
  reads: true,
  document: true,
})

export const importHouseholds = endpoint({
  name: 'households.import',
  ...sheet,
  path: '/api/households/import',
  says: { vi: 'Ghi danh sách hộ đã kiểm tra', en: 'Write the list that was checked' },
  input: Type.Object({ ...ImportFields, ...asChecked }),
  output: Type.Object({ households: Type.Integer(), members: Type.Integer() }),
})
