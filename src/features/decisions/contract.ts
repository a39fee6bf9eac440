/** The calls about a decision and its papers, and one household's standing. */
import { Type } from 'typebox'
import {
  AreaIdSchema,
  CaseIdSchema,
  CaseStateSchema,
  HouseholdIdSchema,
  RoundIdSchema,
} from '#features/rounds/model.ts'
import { KeptVerdict } from '#features/surveys/contract.ts'
import { ClassNameSchema, PurposeSchema, UndecidableSchema } from '#features/surveys/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import { DecisionStateSchema, MovementSchema } from './model.ts'

const DecisionIdSchema = IdOf<'decision'>()
const CertificateIdSchema = IdOf<'certificate'>()
const DecisionKey = Type.Object({ decisionId: DecisionIdSchema })
const Stands = Type.Object({ decisionId: DecisionIdSchema, state: DecisionStateSchema })
const Listed = Type.Unsafe<'poor' | 'near_poor'>(Type.Enum(['poor', 'near_poor']))

export const draftDecision = endpoint({
  name: 'decisions.draft',
  method: 'POST',
  path: '/api/rounds/:roundId/decision',
  right: 'decision.prepare',
  says: { vi: 'Lập dự thảo quyết định', en: 'Draft the decision' },
  input: Type.Object({ roundId: RoundIdSchema, decisionId: DecisionIdSchema }),
  output: Type.Object({ decisionId: DecisionIdSchema, state: DecisionStateSchema, contentHash: Type.String() }),
})

export const showDecision = endpoint({
  name: 'decisions.show',
  method: 'GET',
  path: '/api/decisions/:decisionId',
  right: 'round.read',
  says: { vi: 'Một quyết định và danh sách kèm theo', en: 'A decision and its list' },
  input: Type.Object({
    decisionId: DecisionIdSchema,
    class: Type.Optional(ClassNameSchema),
    movement: Type.Optional(MovementSchema),
    villageId: Type.Optional(AreaIdSchema),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    decisionId: DecisionIdSchema,
    roundId: RoundIdSchema,
    roundName: Type.String(),
    areaId: AreaIdSchema,
    areaName: Type.String(),
    state: DecisionStateSchema,
    contentHash: Type.String(),
    draftedAt: Type.String(),
    draftedBy: Type.String(),
    printedAt: Nullable(Type.String()),
    number: Nullable(Type.String()),
    signedOn: Nullable(PlainDateSchema),
    signerName: Nullable(Type.String()),
    signerPost: Nullable(Type.String()),
    hasScan: Type.Boolean(),
    classesHoldFrom: Nullable(PlainDateSchema),
    counts: Type.Array(Type.Object({ class: ClassNameSchema, households: Count, persons: Count })),
    movements: Type.Array(Type.Object({ movement: MovementSchema, count: Count })),
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    entries: Type.Array(
      Type.Object({
        householdId: HouseholdIdSchema,
        caseId: CaseIdSchema,
        headName: Type.String(),
        villageId: AreaIdSchema,
        villageName: Type.String(),
        members: Count,
        class: ClassNameSchema,
        classBefore: Nullable(ClassNameSchema),
        movement: MovementSchema,
        certificateId: Nullable(CertificateIdSchema),
        certificateNumber: Nullable(Type.String()),
      }),
    ),
    /** `print`, `withdraw`, `enforce`, `download_final`, by right and state. */
    can: Type.Array(Type.String()),
    /** Why final papers cannot be printed; null where they can. */
    whyNotFinal: Nullable(Type.Object({ vi: Type.String(), en: Type.String() })),
  }),
})

export const printDecision = endpoint({
  name: 'decisions.print',
  method: 'POST',
  path: '/api/decisions/:decisionId/print',
  right: 'decision.prepare',
  says: { vi: 'Chốt bản in trình ký', en: 'Fix the print that goes to be signed' },
  /** The list the actor saw: a changed one refuses. */
  input: Type.Object({ decisionId: DecisionIdSchema, contentHash: Type.String({ maxLength: 128 }) }),
  output: Stands,
})

export const withdrawDecision = endpoint({
  name: 'decisions.withdraw',
  method: 'POST',
  path: '/api/decisions/:decisionId/withdraw',
  right: 'decision.prepare',
  says: { vi: 'Rút dự thảo quyết định', en: 'Withdraw a decision not in force' },
  input: Type.Object({ decisionId: DecisionIdSchema, because: Type.String({ minLength: 1, maxLength: 500 }) }),
  output: Stands,
})

/** Multipart: the fields below and `file`, the scan of the signed page (PDF, JPEG or PNG, at most 20 MB). */
export const enforceDecision = endpoint({
  name: 'decisions.enforce',
  method: 'POST',
  path: '/api/decisions/:decisionId/enforce',
  right: 'decision.enforce',
  says: { vi: 'Ghi quyết định đã ký, có hiệu lực', en: 'Enter the signed decision, in force' },
  input: Type.Object({
    decisionId: DecisionIdSchema,
    number: Type.String({ minLength: 1, maxLength: 60 }),
    signedOn: PlainDateSchema,
    signerName: Type.String({ minLength: 1, maxLength: 120 }),
    signerPost: Type.String({ minLength: 1, maxLength: 120 }),
  }),
  upload: { maxBytes: 20 * 1024 * 1024 },
  output: Type.Object({
    decisionId: DecisionIdSchema,
    state: DecisionStateSchema,
    classesHoldFrom: PlainDateSchema,
    certificates: Count,
  }),
})

const document = <const P extends string>(name: string, path: P, says: { vi: string; en: string }) =>
  ({ name, method: 'GET', path, right: 'round.read', says, document: true, output: Type.Unknown() }) as const

/** `final`: the fixed print with QR; else a draft marked so on every page. */
const Paper = { decisionId: DecisionIdSchema, final: Type.Optional(Type.Boolean()) }

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
  input: DecisionKey,
})

export const certificatesPdf = endpoint({
  ...document('decisions.certificatesPdf', '/api/decisions/:decisionId/giay-chung-nhan.pdf', {
    vi: 'Giấy chứng nhận của cả xã, một thôn hoặc một hộ (PDF)',
    en: 'Certificates of all, one village or one household (PDF)',
  }),
  input: Type.Object({
    ...Paper,
    villageId: Type.Optional(AreaIdSchema),
    householdId: Type.Optional(HouseholdIdSchema),
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

export const householdReview = endpoint({
  name: 'decisions.household',
  method: 'GET',
  path: '/api/households/:householdId/review',
  right: 'round.read',
  says: { vi: 'Diện, kết quả rà soát và giấy của một hộ', en: 'Classes, verdicts and papers of a household' },
  input: Type.Object({ householdId: HouseholdIdSchema, day: Type.Optional(PlainDateSchema) }),
  output: Type.Object({
    day: PlainDateSchema,
    /** The class held on the day; null: never decided here. */
    now: Nullable(ClassNameSchema),
    classes: Type.Array(
      Type.Object({
        class: ClassNameSchema,
        standardId: Type.String(),
        from: PlainDateSchema,
        until: Nullable(PlainDateSchema),
        decisionId: DecisionIdSchema,
        decisionNumber: Nullable(Type.String()),
        verdictId: IdOf<'verdict'>(),
      }),
    ),
    verdicts: Type.Array(
      Type.Object({
        verdictId: IdOf<'verdict'>(),
        surveyId: IdOf<'survey'>(),
        roundId: RoundIdSchema,
        roundName: Type.String(),
        surveyedOn: PlainDateSchema,
        purpose: PurposeSchema,
        undecidable: Nullable(UndecidableSchema),
        verdict: KeptVerdict,
      }),
    ),
    cases: Type.Array(
      Type.Object({ caseId: CaseIdSchema, roundId: RoundIdSchema, roundName: Type.String(), state: CaseStateSchema }),
    ),
    papers: Type.Array(
      Type.Object({
        certificateId: CertificateIdSchema,
        decisionId: DecisionIdSchema,
        class: ClassNameSchema,
        year: Type.Integer(),
        number: Type.String(),
      }),
    ),
  }),
})
