/** The calls about a correction: what would be put right of a household, drafting, showing, withdrawing, in force. */
import { Type } from 'typebox'
import { CorrectionStateSchema, scanBytes } from '#features/papers/model.ts'
import { ClassNameSchema } from '#features/surveys/model.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableText, SaidSchema, Words } from '#kernel/schema.ts'
import { AuthoritySchema, SignerInput } from '../model.ts'
import { CorrectionLine, DifferenceSchema } from './model.ts'

const Entry = { decisionId: IdOf<'decision'>(), householdId: IdOf<'household'>() }
const Key = Type.Object({ correctionId: IdOf<'correction'>() })
const Stands = Type.Object({ correctionId: IdOf<'correction'>(), state: CorrectionStateSchema })
const certificate = { certificateId: IdOf<'certificate'>(), number: Type.String() }
const Certificate = Type.Object(certificate)

export const proposeCorrection = endpoint({
  name: 'corrections.propose',
  method: 'GET',
  path: '/api/decisions/:decisionId/households/:householdId/correction',
  right: 'decision.prepare',
  says: { vi: 'Giấy tờ của một hộ khác sổ hộ ở đâu', en: 'Where the papers of a household differ from the register' },
  input: Type.Object(Entry),
  output: Type.Object({
    headName: Type.String(),
    class: ClassNameSchema,
    certificate: Certificate,
    /** The commune that puts it right. */
    areaId: IdOf<'area'>(),
    /** The papers and the register are compared as of this day. */
    registerDay: PlainDateSchema,
    differences: Type.Array(DifferenceSchema),
    /** How the place is called since, which is no fault of the papers; null where nothing changed. */
    placeNow: Nullable(SaidSchema),
    /** The first day after that one on which the household lived elsewhere: no fault of the papers. */
    movedOn: Nullable(PlainDateSchema),
  }),
})

export const draftCorrection = endpoint({
  name: 'corrections.draft',
  method: 'POST',
  path: '/api/decisions/:decisionId/households/:householdId/correction',
  right: 'decision.prepare',
  says: { vi: 'Lập dự thảo đính chính', en: 'Draft a correction' },
  /** `because` is printed. */
  input: Type.Object({ ...Entry, correctionId: IdOf<'correction'>(), because: PrintableText(500), ...SignerInput }),
  output: Stands,
})

/** What is offered at a correction, each with the states in which it stands. */
export const correctionButtons = {
  withdraw: { right: 'decision.prepare', in: ['drafted'] },
  enforce: { right: 'decision.enforce', in: ['drafted'] },
  download_final: { right: 'round.read', in: ['drafted', 'in_force'] },
} as const satisfies Buttons<{ readonly in: readonly string[] }>

export const showCorrection = endpoint({
  name: 'corrections.show',
  method: 'GET',
  path: '/api/corrections/:correctionId',
  right: 'round.read',
  says: { vi: 'Một quyết định đính chính', en: 'A correction' },
  input: Key,
  output: Type.Object({
    correctionId: IdOf<'correction'>(),
    state: CorrectionStateSchema,
    areaId: IdOf<'area'>(),
    areaName: Type.String(),
    decisionId: IdOf<'decision'>(),
    decisionNumber: Nullable(Type.String()),
    decisionSignedOn: Nullable(PlainDateSchema),
    householdId: IdOf<'household'>(),
    headName: Type.String(),
    class: ClassNameSchema,
    registerDay: PlainDateSchema,
    because: Type.String(),
    differences: Type.Array(DifferenceSchema),
    /** How the place is called since, which is no fault of the papers; null where nothing changed. */
    placeNow: Nullable(SaidSchema),
    /** By which papers the household was put right before, the first one first. */
    earlier: Type.Array(CorrectionLine),
    /** The certificate that is wrong, the one in its place, and the one in use after all corrections; null where it ended. */
    replaced: Certificate,
    successor: Nullable(Type.Object({ ...certificate, replaced: Type.Boolean() })),
    inUse: Nullable(Certificate),
    draftedAt: Type.String(),
    draftedBy: Type.String(),
    number: Nullable(Type.String()),
    signedOn: Nullable(PlainDateSchema),
    signerName: Nullable(Type.String()),
    signerPost: Nullable(Type.String()),
    signerAuthority: Nullable(AuthoritySchema),
    hasScan: Type.Boolean(),
    withdrawnBecause: Nullable(Type.String()),
    /** How the trial of a draft's papers came out, and what the register says differently since; null once it is fixed. */
    draft: Nullable(
      Type.Object({ tried: Type.Boolean(), fault: Nullable(SaidSchema), changed: Type.Array(DifferenceSchema) }),
    ),
    whyNotFinal: Nullable(SaidSchema),
    can: CanSchema(correctionButtons),
  }),
})

export const withdrawCorrection = endpoint({
  name: 'corrections.withdraw',
  method: 'POST',
  path: '/api/corrections/:correctionId/withdraw',
  right: 'decision.prepare',
  says: { vi: 'Rút dự thảo đính chính', en: 'Withdraw a correction not in force' },
  input: Type.Object({ correctionId: IdOf<'correction'>(), because: Words(500) }),
  output: Stands,
})

/** Multipart, as `decisions.enforce`: the fields below and `file`, the scan of the signed page. */
export const enforceCorrection = endpoint({
  name: 'corrections.enforce',
  method: 'POST',
  path: '/api/corrections/:correctionId/enforce',
  right: 'decision.enforce',
  says: { vi: 'Ghi quyết định đính chính đã ký, có hiệu lực', en: 'Enter the signed correction, in force' },
  input: Type.Object({
    correctionId: IdOf<'correction'>(),
    number: Words(60),
    signedOn: PlainDateSchema,
    ...SignerInput,
  }),
  upload: { maxBytes: scanBytes },
  output: Type.Object({
    correctionId: IdOf<'correction'>(),
    state: CorrectionStateSchema,
    successor: Certificate,
  }),
})

const document = <const P extends string>(name: string, path: P, says: { vi: string; en: string }) =>
  ({ name, method: 'GET', path, right: 'round.read', says, document: true, output: Type.Unknown() }) as const

/** `final`: for signing or signed, with QR; else a draft marked so on every page. */
export const correctionPdf = endpoint({
  ...document('corrections.pdf', '/api/corrections/:correctionId/dinh-chinh.pdf', {
    vi: 'Quyết định đính chính (PDF)',
    en: 'The correction (PDF)',
  }),
  input: Type.Object({ correctionId: IdOf<'correction'>(), final: Type.Optional(Type.Boolean()) }),
})

export const correctionDocx = endpoint({
  ...document('corrections.docx', '/api/corrections/:correctionId/dinh-chinh.docx', {
    vi: 'Quyết định đính chính (Word)',
    en: 'The correction (Word)',
  }),
  input: Type.Object({ correctionId: IdOf<'correction'>(), final: Type.Optional(Type.Boolean()) }),
})

export const correctionScan = endpoint({
  ...document('corrections.scan', '/api/corrections/:correctionId/ban-ky', {
    vi: 'Bản quét quyết định đính chính đã ký',
    en: 'The scan of the signed correction',
  }),
  input: Key,
})

export const correctionWork = endpoint({
  name: 'corrections.work',
  method: 'GET',
  path: '/api/work/corrections',
  right: 'round.read',
  says: { vi: 'Đính chính đang chờ tôi', en: 'Corrections that wait for me' },
  input: Type.Object({}),
  output: Type.Object({
    items: Type.Array(
      Type.Object({
        areaId: IdOf<'area'>(),
        areaName: Type.String(),
        correctionId: IdOf<'correction'>(),
        headName: Type.String(),
      }),
    ),
  }),
})

/** A decision or a correction by its number, as far as it was typed. */
export const findByNumber = endpoint({
  name: 'decisions.find',
  method: 'GET',
  path: '/api/decisions',
  right: 'round.read',
  says: {
    vi: 'Tìm quyết định, đính chính, giấy chứng nhận theo số',
    en: 'Find decisions, corrections and certificates by number',
  },
  input: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60 }) }),
  output: Type.Object({
    papers: Type.Array(
      Type.Object({
        kind: Type.Unsafe<'decision' | 'correction'>(Type.Enum(['decision', 'correction'])),
        id: Type.String(),
        number: Type.String(),
        signedOn: PlainDateSchema,
        areaName: Type.String(),
      }),
    ),
    certificates: Type.Array(
      Type.Object({
        householdId: IdOf<'household'>(),
        number: Type.String(),
        year: Type.Integer(),
        /** As printed. */
        holder: Type.String(),
        /** Who heads the household today, where the register has another name. */
        headName: Nullable(Type.String()),
        villageName: Type.String(),
        within: Type.String(),
        /** The commune that issued it, as printed. */
        issuedBy: Type.String(),
        /** Another stands in its place. */
        replaced: Type.Boolean(),
      }),
    ),
  }),
})
