/** The calls of questions from a spreadsheet: the template, what is wrong with a file, writing it. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { asChecked, checkedFile, ofSheet } from '#kernel/imports.ts'
import { Count } from '#kernel/schema.ts'

const sheet = { method: 'POST', right: 'question.manage', upload: { maxBytes: 20_000_000 } } as const
const fields = { areaId: IdOf<'area'>(), ...ofSheet }
const counts = { questions: Count, added: Count, unchanged: Count }

export const questionTemplate = endpoint({
  name: 'questions.importTemplate',
  method: 'GET',
  path: '/api/questions/import/template',
  right: 'question.manage',
  says: { vi: 'Mẫu bảng tính để nhập câu hỏi', en: 'The spreadsheet for an import of questions' },
  input: Type.Object({}),
  output: Type.Unknown(),
  document: true,
})

export const checkQuestions = endpoint({
  name: 'questions.checkImport',
  ...sheet,
  path: '/api/questions/import/check',
  says: { vi: 'Kiểm tra tệp câu hỏi, chưa ghi', en: 'Check a file of questions, write nothing' },
  input: Type.Object(fields),
  output: Type.Object({ ...counts, ...checkedFile }),
  reads: true,
})

/** A reading like the check: the file comes again, and its faulty rows go home. */
export const faultyQuestions = endpoint({
  name: 'questions.importFaults',
  ...sheet,
  path: '/api/questions/import/faults',
  says: { vi: 'Tải các dòng lỗi của tệp câu hỏi', en: 'The faulty rows of a file of questions as a sheet' },
  input: Type.Object(fields),
  output: Type.Unknown(),
  reads: true,
  document: true,
})

export const importQuestions = endpoint({
  name: 'questions.import',
  ...sheet,
  path: '/api/questions/import',
  says: { vi: 'Ghi các câu hỏi đã kiểm tra', en: 'Write the questions that were checked' },
  input: Type.Object({ ...fields, ...asChecked }),
  output: Type.Object(counts),
})
