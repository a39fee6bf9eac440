/** The calls about a decision: drafting, showing, fixing the print, withdrawing, putting in force. */
import { Type } from 'typebox'
import { scanBytes } from '#features/papers/model.ts'
import { BlockSchema } from '#features/rounds/model.ts'
import { ClassNameSchema } from '#features/surveys/model.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { CorrectionLine } from './correction/model.ts'
import { AuthoritySchema, type DecisionState, DecisionStateSchema, MovementSchema, SignerInput } from './model.ts'

const Stands = Type.Object({ decisionId: IdOf<'decision'>(), state: DecisionStateSchema })

/** Why households that had left the round and are back are left out (`decisions.leaves_out`). */
const LeavingInput = { leaving: Type.Optional(Words(500)) }

export const draftDecision = endpoint({
  name: 'decisions.draft',
  method: 'POST',
  path: '/api/rounds/:roundId/decision',
  right: 'decision.prepare',
  says: { vi: 'Lập dự thảo quyết định', en: 'Draft the decision' },
  input: Type.Object({ roundId: IdOf<'round'>(), decisionId: IdOf<'decision'>(), ...SignerInput, ...LeavingInput }),
  output: Type.Object({ decisionId: IdOf<'decision'>(), state: DecisionStateSchema, contentHash: Type.String() }),
})

/** What is offered at a decision, each with the states in which it stands. */
export const decisionButtons = {
  print: { right: 'decision.prepare', in: ['drafted'] },
  redraft: { right: 'decision.prepare', in: ['drafted', 'printed'] },
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
    /** Of one that was withdrawn: the decision that the round has now. */
    nextId: Nullable(IdOf<'decision'>()),
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
    /** Of a decision that was put in force before it was asked, null. */
    signerAuthority: Nullable(AuthoritySchema),
    signerBecause: Nullable(Type.String()),
    hasScan: Type.Boolean(),
    classesHoldFrom: Nullable(PlainDateSchema),
    counts: Type.Array(Type.Object({ class: ClassNameSchema, households: Count, persons: Count })),
    /** Of a decision in force: how many of its certificates have not ended. */
    standing: Type.Array(Type.Object({ class: ClassNameSchema, count: Count })),
    movements: Type.Array(Type.Object({ movement: MovementSchema, count: Count })),
    corrections: Type.Array(CorrectionLine),
    /** The reader may open its round: he works where it was decided. */
    roundRead: Type.Boolean(),
    /** Households of the list that are not shown: they live in other communes than the reader's, who did not decide. */
    unseen: Count,
    total: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    entries: Type.Array(
      Type.Object({
        householdId: IdOf<'household'>(),
        /** Its case in the round; null where the reader does not reach that. */
        caseId: Nullable(IdOf<'review_case'>()),
        headName: Type.String(),
        /** In the register; '' where the reader does not reach that. */
        number: Type.String(),
        villageId: IdOf<'area'>(),
        villageName: Type.String(),
        members: Count,
        class: ClassNameSchema,
        classBefore: Nullable(ClassNameSchema),
        movement: MovementSchema,
        certificateId: Nullable(IdOf<'certificate'>()),
        certificateNumber: Nullable(Type.String()),
        /** The commune that issued it, where another did than decided; else null. */
        issuedBy: Nullable(Type.String()),
        /** The commune where the household lives now, of one that the reader does not reach; else null. */
        livesIn: Nullable(Type.String()),
        /** Of a certificate that no longer holds: since when, and by what. */
        certificateEnded: Nullable(SaidSchema),
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
    /** Of a print that waits for its signature: what the register says differently since; what forbids entering the signed page, and what does not. */
    sincePrint: Nullable(
      Type.Object({
        forbids: Type.Array(BlockSchema),
        differs: Type.Array(BlockSchema),
        /** Who has a class from today by another decision: a page signed today cannot be entered, one signed later can. */
        later: Type.Array(BlockSchema),
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
  /** Also of one that is printed: another signs, so another is printed. */
  input: Type.Object({
    decisionId: IdOf<'decision'>(),
    nextId: IdOf<'decision'>(),
    ...SignerInput,
    ...LeavingInput,
  }),
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
  right: 'round.read',
  says: { vi: 'Ai giữ quyền ký quyết định vào một ngày', en: 'Who may sign the decision on a day' },
  /** `areaId`: the commune that signs, of a correction where another one does than decided. */
  input: Type.Object({ decisionId: IdOf<'decision'>(), day: PlainDateSchema, areaId: Type.Optional(IdOf<'area'>()) }),
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
    /** Asked of a print that names no signer, from before it did; else it may be left out. */
    ...SignerInput,
    /** Why it comes into force although the register says otherwise of some of its households (`decisions.print_differs`). */
    sure: Type.Optional(Words(500)),
  }),
  upload: { maxBytes: scanBytes },
  output: Type.Object({
    decisionId: IdOf<'decision'>(),
    state: DecisionStateSchema,
    classesHoldFrom: PlainDateSchema,
    certificates: Count,
  }),
})
