/** The calls about a decision and its papers, and one household's standing. */
import { Type } from 'typebox'
import { CorrectionStateSchema } from '#features/papers/model.ts'
import { BlockSchema, CaseStateSchema } from '#features/rounds/model.ts'
import { KeptVerdict } from '#features/surveys/contract.ts'
import { ClassNameSchema, PurposeSchema, UndecidableSchema } from '#features/surveys/model.ts'
import { type Authority, authorityNames } from '#kernel/access.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableText, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { type DecisionState, DecisionStateSchema, MovementSchema } from './model.ts'

const SaidSchema = Type.Object({ vi: Type.String(), en: Type.String() })
const AuthoritySchema = Type.Unsafe<Authority>(Type.Enum(authorityNames))
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

/** A correction of what a decision says of one household, as lists have it. */
const CorrectionLine = Type.Object({
  correctionId: IdOf<'correction'>(),
  householdId: IdOf<'household'>(),
  headName: Type.String(),
  state: CorrectionStateSchema,
  number: Nullable(Type.String()),
  signedOn: Nullable(PlainDateSchema),
})

/** What is offered at a decision, each with the states in which it stands. */
export const decisionButtons = {
  print: { right: 'decision.prepare', in: ['drafted'] },
  redraft: { right: 'decision.prepare', in: ['drafted'] },
  withdraw: { right: 'decision.prepare', in: ['drafted', 'printed'] },
  enforce: { right: 'decision.enforce', in: ['printed'] },
  correct: { right: 'decision.prepare', in: ['in_force'] },
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
    /** Its papers say what the register said on this day. */
    registerDay: PlainDateSchema,
    printedAt: Nullable(Type.String()),
    number: Nullable(Type.String()),
    signedOn: Nullable(PlainDateSchema),
    signerName: Nullable(Type.String()),
    signerPost: Nullable(Type.String()),
    hasScan: Type.Boolean(),
    classesHoldFrom: Nullable(PlainDateSchema),
    counts: Type.Array(Type.Object({ class: ClassNameSchema, households: Count, persons: Count })),
    movements: Type.Array(Type.Object({ movement: MovementSchema, count: Count })),
    corrections: Type.Array(CorrectionLine),
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
    /** How the trial of a draft's papers came out, and what the register says differently since; null once it is fixed. */
    draft: Nullable(
      Type.Object({
        tried: Type.Boolean(),
        fault: Nullable(SaidSchema),
        changed: Type.Array(BlockSchema),
      }),
    ),
    /** Why final papers cannot be printed; null where they can. */
    whyNotFinal: Nullable(SaidSchema),
  }),
})

export const entriesFile = listFile(showDecision, {
  name: 'decisions.entriesFile',
  path: '/api/decisions/:decisionId/entries/file',
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

export const redraftDecision = endpoint({
  name: 'decisions.redraft',
  method: 'POST',
  path: '/api/decisions/:decisionId/redraft',
  right: 'decision.prepare',
  says: { vi: 'Lập lại dự thảo quyết định', en: 'Draft a decision again' },
  input: Type.Object({ decisionId: IdOf<'decision'>(), nextId: IdOf<'decision'>() }),
  output: Type.Object({ decisionId: IdOf<'decision'>(), state: DecisionStateSchema, contentHash: Type.String() }),
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

export const listSigners = endpoint({
  name: 'decisions.signers',
  method: 'GET',
  path: '/api/decisions/:decisionId/signers',
  right: 'decision.enforce',
  says: { vi: 'Ai giữ quyền ký quyết định vào một ngày', en: 'Who may sign the decision on a day' },
  input: Type.Object({ decisionId: IdOf<'decision'>(), day: PlainDateSchema }),
  output: Type.Object({
    signers: Type.Array(
      Type.Object({
        accountId: IdOf<'account'>(),
        name: Type.String(),
        authority: AuthoritySchema,
      }),
    ),
  }),
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
    /** `145/QĐ-UBND`. */
    number: Words(60),
    signedOn: PlainDateSchema,
    signerName: PrintableText(120),
    /** Left out: as the grant of the signer says. */
    authority: Type.Optional(AuthoritySchema),
    /** Why somebody signed who does not hold the chair's grant that day. */
    signerBecause: Type.Optional(Words(500)),
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

/** What is offered at a certificate that stands. */
export const certificateButtons = { correct: { right: 'decision.prepare' } } as const satisfies Buttons

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
        /** Another has taken its place. */
        replaced: Type.Boolean(),
        /** What is wrong in it may be put right. */
        can: CanSchema(certificateButtons),
        corrections: Type.Array(CorrectionLine),
        /** The first day on which it no longer holds, and whether that is so because the household ended. */
        until: Nullable(PlainDateSchema),
        endedWithHousehold: Type.Boolean(),
      }),
    ),
  }),
})
