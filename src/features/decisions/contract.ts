/** The calls about a decision and its papers, and one household's standing. */
import { Type } from 'typebox'
import { CaseStateSchema } from '#features/rounds/model.ts'
import { KeptVerdict } from '#features/surveys/contract.ts'
import { ClassNameSchema, PurposeSchema, UndecidableSchema } from '#features/surveys/model.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, Words } from '#kernel/schema.ts'
import { type DecisionState, DecisionStateSchema, MovementSchema } from './model.ts'

const DecisionKey = Type.Object({ decisionId: IdOf<'decision'>() })
const Stands = Type.Object({ decisionId: IdOf<'decision'>(), state: DecisionStateSchema })
const Listed = Type.Unsafe<'poor' | 'near_poor'>(Type.Enum(['poor', 'near_poor']))

export const draftDecision = endpoint({
  name: 'decisions.draft',
  method: 'POST',
  path: '/api/rounds/:roundId/decision',
  right: 'decision.prepare',
  says: { vi: 'Lập dự thảo quyết định', en: 'Draft the decision' },
  input: Type.Object({ roundId: IdOf<'round'>(), decisionId: IdOf<'decision'>() }),
  output: Type.Object({ decisionId: IdOf<'decision'>(), state: DecisionStateSchema, contentHash: Type.String() }),
})

/** What is offered at a decision, each with the states in which it stands. */
export const decisionButtons = {
  print: { right: 'decision.prepare', in: ['drafted'] },
  withdraw: { right: 'decision.prepare', in: ['drafted', 'printed'] },
  enforce: { right: 'decision.enforce', in: ['printed'] },
  download_final: { right: 'round.read', in: ['printed', 'in_force'] },
} as const satisfies Buttons<{ readonly in: readonly DecisionState[] }>

export const showDecision = endpoint({
  name: 'decisions.show',
  method: 'GET',
  path: '/api/decisions/:decisionId',
  right: 'round.read',
  says: { vi: 'Một quyết định và danh sách kèm theo', en: 'A decision and its list' },
  input: Type.Object({
    decisionId: IdOf<'decision'>(),
    class: Type.Optional(ClassNameSchema),
    movement: Type.Optional(MovementSchema),
    villageId: Type.Optional(IdOf<'area'>()),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    decisionId: IdOf<'decision'>(),
    roundId: IdOf<'round'>(),
    roundName: Type.String(),
    areaId: IdOf<'area'>(),
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
        householdId: IdOf<'household'>(),
        caseId: IdOf<'review_case'>(),
        headName: Type.String(),
        villageId: IdOf<'area'>(),
        villageName: Type.String(),
        members: Count,
        class: ClassNameSchema,
        classBefore: Nullable(ClassNameSchema),
        movement: MovementSchema,
        certificateId: Nullable(IdOf<'certificate'>()),
        certificateNumber: Nullable(Type.String()),
      }),
    ),
    can: CanSchema(decisionButtons),
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
  input: Type.Object({ decisionId: IdOf<'decision'>(), contentHash: Type.String({ maxLength: 128 }) }),
  output: Stands,
})

export const withdrawDecision = endpoint({
  name: 'decisions.withdraw',
  method: 'POST',
  path: '/api/decisions/:decisionId/withdraw',
  right: 'decision.prepare',
  says: { vi: 'Rút dự thảo quyết định', en: 'Withdraw a decision not in force' },
  input: Type.Object({ decisionId: IdOf<'decision'>(), because: Words(500) }),
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
    decisionId: IdOf<'decision'>(),
    number: Words(60),
    signedOn: PlainDateSchema,
    signerName: Words(120),
    signerPost: Words(120),
  }),
  upload: { maxBytes: 20 * 1024 * 1024 },
  output: Type.Object({
    decisionId: IdOf<'decision'>(),
    state: DecisionStateSchema,
    classesHoldFrom: PlainDateSchema,
    certificates: Count,
  }),
})

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
  input: DecisionKey,
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
  input: Type.Object({ householdId: IdOf<'household'>(), day: Type.Optional(PlainDateSchema) }),
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
        decisionId: IdOf<'decision'>(),
        decisionNumber: Nullable(Type.String()),
        verdictId: IdOf<'verdict'>(),
      }),
    ),
    verdicts: Type.Array(
      Type.Object({
        verdictId: IdOf<'verdict'>(),
        surveyId: IdOf<'survey'>(),
        roundId: IdOf<'round'>(),
        roundName: Type.String(),
        surveyedOn: PlainDateSchema,
        purpose: PurposeSchema,
        undecidable: Nullable(UndecidableSchema),
        verdict: KeptVerdict,
      }),
    ),
    cases: Type.Array(
      Type.Object({
        caseId: IdOf<'review_case'>(),
        roundId: IdOf<'round'>(),
        roundName: Type.String(),
        state: CaseStateSchema,
      }),
    ),
    papers: Type.Array(
      Type.Object({
        certificateId: IdOf<'certificate'>(),
        decisionId: IdOf<'decision'>(),
        class: ClassNameSchema,
        year: Type.Integer(),
        number: Type.String(),
        /** The first day on which it no longer holds, and whether that is so because the household ended. */
        until: Nullable(PlainDateSchema),
        endedWithHousehold: Type.Boolean(),
      }),
    ),
  }),
})
