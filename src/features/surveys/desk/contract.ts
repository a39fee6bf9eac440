/** The calls of who checks: one case beside last time, returning and accepting it, choosing between two surveys. */
import { Type } from 'typebox'
import type { LeaveReason } from '#features/households/model.ts'
import { CaseStateSchema } from '#features/rounds/model.ts'
import type { Member } from '#features/standards/model/facts.ts'
import { PinnedSchema } from '#features/standards/model/pinned.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema, Words } from '#kernel/schema.ts'
import {
  CaseKey,
  CaseRowSchema,
  ChangedSchema,
  caseButtons,
  KeptFacts,
  KeptNoteSchema,
  NoteSchema,
  OddDaySchema,
  RoundLine,
  ShareSchema,
  ToldVerdict,
  VerdictLineSchema,
} from '../model.ts'
import { type ApartKind, apartKinds } from '../rules/learned.ts'

const CaseDone = Type.Object({ caseId: IdOf<'review_case'>(), state: CaseStateSchema })

/** A survey with its verdicts and reasons, for comparing and explaining. */
const SurveyRecord = Type.Object({
  surveyId: IdOf<'survey'>(),
  roundId: IdOf<'round'>(),
  roundName: Type.String(),
  surveyedOn: PlainDateSchema,
  by: Type.String(),
  formHash: Type.String(),
  facts: KeptFacts,
  verdicts: Type.Array(Type.Object(ToldVerdict)),
})

const DifferenceSchema = Type.Object({
  section: Type.String(),
  question: Type.String(),
  path: Type.String(),
  person: Nullable(Type.String()),
  personName: Nullable(Type.String()),
  before: Type.Unknown(),
  now: Type.Unknown(),
})

const ApartKindSchema = Type.Unsafe<ApartKind>(Type.Enum([...apartKinds]))
/** How the survey and the register differ in a person. */
const ApartSchema = Type.Object({
  what: ApartKindSchema,
  /** Of the survey, or of the register where the survey has them not. */
  person: Type.String(),
  name: Type.String(),
  /** The member of the register; null of one who is not there yet. */
  memberId: Nullable(IdOf<'member'>()),
  /** What the survey says of who is not there yet, or is called otherwise there. */
  answers: Nullable(Type.Unsafe<Member>(Type.Object({}))),
  /** How that one left the household by the register. */
  gone: Type.Optional(Type.Object({ on: PlainDateSchema, reason: Type.Unsafe<LeaveReason>(Type.String()) })),
  /** How that one left by the survey. */
  heard: Type.Optional(
    Type.Object({ reason: Type.Unsafe<LeaveReason>(Type.String()), on: Type.Optional(PlainDateSchema) }),
  ),
  paths: Type.Array(Type.String()),
  /** The register changed since the survey was sent. */
  since: Type.Boolean(),
  /** Why it stands, where a checker has said so. */
  explained: Nullable(Type.Object({ because: Type.String(), by: Type.String(), at: Type.String() })),
})

/**
 * `where`: from which office and on what kind of device, as far as it is known. `cameFrom`: the village in which the sender
 * had the household, where it was in other hands when the survey came.
 */
const SentBy = {
  by: Type.String(),
  receivedAt: Type.String(),
  where: Nullable(SaidSchema),
  cameFrom: Nullable(Type.String()),
}

/** A household merged with that of the case; `caseId`: its own case in the round. */
const MergedSchema = Type.Object({
  householdId: IdOf<'household'>(),
  name: Type.String(),
  on: PlainDateSchema,
  caseId: Nullable(IdOf<'review_case'>()),
})

const LeftSurvey = Type.Object({ ...SentBy, opens: Nullable(VerdictLineSchema) })

export const showCase = endpoint({
  name: 'surveys.show',
  method: 'GET',
  path: '/api/households/:householdId/cases/:caseId',
  right: 'round.read',
  says: { vi: 'Một hộ của kỳ rà soát, cạnh lần trước', en: 'One case beside last time' },
  input: Type.Object(CaseKey),
  output: Type.Object({
    case: CaseRowSchema,
    round: RoundLine,
    form: Type.Object({ id: Type.String(), hash: Type.String() }),
    opens: PinnedSchema,
    closes: Nullable(PinnedSchema),
    survey: Nullable(SurveyRecord),
    /** The latest survey of an earlier round. */
    before: Nullable(SurveyRecord),
    /** Answers that differ, in the order of the form. `null`: not answered. */
    differences: Type.Array(DifferenceSchema),
    /** Surveys that came when this one stood, kept until a person decides: `before` is what stands, `now` what came. */
    beside: Type.Array(
      Type.Object({
        surveyId: IdOf<'survey'>(),
        surveyedOn: PlainDateSchema,
        ...SentBy,
        facts: KeptFacts,
        differences: Type.Array(DifferenceSchema),
        /** What it came out as, by the standard that opens. */
        opens: Nullable(VerdictLineSchema),
      }),
    ),
    /** Where two surveys stood beside each other before: which was kept, which was left, and why. */
    choices: Type.Array(
      Type.Object({
        kept: LeftSurvey,
        left: LeftSurvey,
        because: Type.String(),
        by: Type.String(),
        at: Type.String(),
      }),
    ),
    mergedInto: Nullable(MergedSchema),
    /** Since the round began. */
    mergedFrom: Type.Array(MergedSchema),
    /** Of the survey that stands, where another is beside it or it came from other hands. */
    stands: Nullable(Type.Object(SentBy)),
    /** `was`: what was answered in the survey commented on, where another has been sent since; null: nothing was. */
    comments: Type.Array(Type.Object({ ...KeptNoteSchema.properties, answered: Type.Boolean(), was: Type.Unknown() })),
    /** What the register changed since the survey was sent. */
    registered: Type.Array(ChangedSchema),
    /** Whom the survey has otherwise than the register of now; applied there by a person, never by itself. */
    apart: Type.Array(ApartSchema),
    /** By which number the household is called, where the survey says otherwise than the register of now; '' of one that has none. */
    phoneSaid: Nullable(Type.Object({ said: Type.String(), registered: Type.String() })),
    /** Whether who asks may change the household. */
    mayRegister: Type.Boolean(),
    /** Answers of this survey that the form had filled in, from last time or the register, and that were sent unchanged. */
    kept: Type.Array(
      Type.Object({
        question: Type.String(),
        person: Nullable(Type.String()),
        from: Type.Unsafe<'before' | 'register'>(Type.Enum(['before', 'register'])),
      }),
    ),
    /** How much was kept, where the survey says it of each answer: of it, and of all that who sent it sent in the round. */
    /** Of a survey whose phone said a day that cannot be. */
    oddDay: Nullable(OddDaySchema),
    shares: Nullable(Type.Object({ own: ShareSchema, ofAll: ShareSchema, forms: Count })),
    can: CanSchema(caseButtons),
    /** The case to check next in the same round and village, for working through the list. */
    next: Nullable(Type.Object(CaseKey)),
  }),
})

export const returnCase = endpoint({
  name: 'surveys.return',
  method: 'POST',
  path: '/api/households/:householdId/cases/:caseId/return',
  right: 'survey.check',
  says: { vi: 'Trả lại phiếu kèm nhận xét', en: 'Return a survey with comments' },
  input: Type.Object({
    ...CaseKey,
    surveyId: IdOf<'survey'>(),
    notes: Type.Array(NoteSchema, { minItems: 1, maxItems: 50 }),
  }),
  output: CaseDone,
})

export const chooseSurvey = endpoint({
  name: 'surveys.choose',
  method: 'POST',
  path: '/api/households/:householdId/cases/:caseId/choose',
  right: 'survey.check',
  says: { vi: 'Chọn một trong hai phiếu của hộ', en: 'Choose one of two surveys of a household' },
  /** `surveyId` is the one that stands, as it was seen; `take`: the later one stands from now on. */
  input: Type.Object({
    ...CaseKey,
    surveyId: IdOf<'survey'>(),
    laterId: IdOf<'survey'>(),
    take: Type.Boolean(),
    because: Words(500),
  }),
  output: CaseDone,
})

export const settleDay = endpoint({
  name: 'surveys.settleDay',
  method: 'POST',
  path: '/api/households/:householdId/cases/:caseId/day',
  right: 'survey.check',
  says: { vi: 'Ghi ngày khảo sát, khi ngày trên máy không đúng', en: 'Say of which day a survey is' },
  input: Type.Object({ ...CaseKey, surveyId: IdOf<'survey'>(), on: PlainDateSchema }),
  output: CaseDone,
})

export const acceptCase = endpoint({
  name: 'surveys.accept',
  method: 'POST',
  path: '/api/households/:householdId/cases/:caseId/accept',
  right: 'survey.check',
  says: { vi: 'Chấp nhận phiếu', en: 'Accept a survey' },
  /** The survey the checker looked at: a newer one in between refuses. */
  input: Type.Object({ ...CaseKey, surveyId: IdOf<'survey'>() }),
  output: CaseDone,
})

export const explainApart = endpoint({
  name: 'surveys.explain',
  method: 'POST',
  path: '/api/households/:householdId/cases/:caseId/explain',
  right: 'survey.check',
  says: {
    vi: 'Nêu lý do phiếu và sổ hộ khác nhau về một người',
    en: 'Say why survey and register differ in a person',
  },
  input: Type.Object({
    ...CaseKey,
    surveyId: IdOf<'survey'>(),
    what: ApartKindSchema,
    person: Type.String({ maxLength: 64 }),
    because: Words(500),
  }),
  output: CaseDone,
})
