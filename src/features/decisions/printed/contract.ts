/** The papers of a decision, and the scan that came back signed. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'

const Listed = Type.Unsafe<'poor' | 'near_poor'>(Type.Enum(['poor', 'near_poor']))

const document = <const P extends string>(name: string, path: P, says: { vi: string; en: string }) =>
  ({ name, method: 'GET', path, right: 'round.read', says, document: true, output: Type.Unknown() }) as const

/** `final`: the fixed print with QR; else a draft marked so on every page. */
const Paper = { decisionId: IdOf<'decision'>(), final: Type.Optional(Type.Boolean()) }

export const decisionPdf = endpoint({
  ...document('decisions.pdf', '/api/decisions/:decisionId/quyet-dinh.pdf', {
    vi: 'Quyết định kèm danh sách (PDF)',
    en: 'The decision with its list (PDF)',
  }),
  input: Type.Object(Paper),
})

export const decisionDocx = endpoint({
  ...document('decisions.docx', '/api/decisions/:decisionId/quyet-dinh.docx', {
    vi: 'Quyết định kèm danh sách (Word)',
    en: 'The decision with its list (Word)',
  }),
  input: Type.Object(Paper),
})

export const decisionScan = endpoint({
  ...document('decisions.scan', '/api/decisions/:decisionId/ban-ky', {
    vi: 'Bản quét trang đã ký',
    en: 'The scan of the signed page',
  }),
  input: Type.Object({ decisionId: IdOf<'decision'>() }),
})

export const certificatesPdf = endpoint({
  ...document('decisions.certificatesPdf', '/api/decisions/:decisionId/giay-chung-nhan.pdf', {
    vi: 'Giấy chứng nhận của cả xã, một thôn hoặc một hộ (PDF)',
    en: 'Certificates of all, one village or one household (PDF)',
  }),
  input: Type.Object({
    ...Paper,
    villageId: Type.Optional(IdOf<'area'>()),
    householdId: Type.Optional(IdOf<'household'>()),
    /** Also one that another has replaced: that stands across it. */
    certificateId: Type.Optional(IdOf<'certificate'>()),
    class: Type.Optional(Listed),
  }),
})

const ListInput = Type.Object({ ...Paper, class: Listed })

export const householdListPdf = endpoint({
  ...document('decisions.householdListPdf', '/api/decisions/:decisionId/danh-sach.pdf', {
    vi: 'Danh sách hộ nghèo (biểu 15) hoặc cận nghèo (biểu 14), bản in',
    en: 'List of poor (form 15) or near-poor (form 14), print',
  }),
  input: ListInput,
})

export const householdListXlsx = endpoint({
  ...document('decisions.householdListXlsx', '/api/decisions/:decisionId/danh-sach.xlsx', {
    vi: 'Danh sách hộ nghèo (biểu 15) hoặc cận nghèo (biểu 14), bảng tính',
    en: 'List of poor (form 15) or near-poor (form 14), spreadsheet',
  }),
  input: ListInput,
})
