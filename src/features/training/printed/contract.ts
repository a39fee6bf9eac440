/** The papers of a plan: of a draft as it stands, of an approved one as it was approved. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'

const reads = { method: 'GET', right: 'training.read' } as const
const input = Type.Object({ trainingPlanId: IdOf<'training_plan'>() })
const document = <const P extends string>(name: string, path: P, says: { vi: string; en: string }) =>
  ({ name, ...reads, path, says, document: true, input, output: Type.Unknown() }) as const

export const planPdf = endpoint(
  document('plans.paperPdf', '/api/training-plans/:trainingPlanId/ke-hoach.pdf', {
    vi: 'Kế hoạch theo thể thức văn bản (PDF)',
    en: 'A plan as an official paper (PDF)',
  }),
)
export const planDocx = endpoint(
  document('plans.paperDocx', '/api/training-plans/:trainingPlanId/ke-hoach.docx', {
    vi: 'Kế hoạch theo thể thức văn bản (Word)',
    en: 'A plan as an official paper (Word)',
  }),
)
export const planXlsx = endpoint(
  document('plans.annexXlsx', '/api/training-plans/:trainingPlanId/phu-luc.xlsx', {
    vi: 'Phụ lục của kế hoạch, có công thức (Excel)',
    en: 'The annexes of a plan with formulas (Excel)',
  }),
)
