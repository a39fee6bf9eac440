/** The calls about cases: my surveys, the form, sending it, checking it, returning and accepting. */
import { Type } from 'typebox'
import { CaseStateSchema, WaitingOf } from '#features/rounds/model.ts'
import type { CaseAction } from '#features/rounds/rules/cases.ts'
import { type Facts, FactsSchema, type Member } from '#features/standards/model/facts.ts'
import { PinnedSchema } from '#features/standards/model/pinned.ts'
import { type Class, classes, type Verdict } from '#features/standards/model/verdict.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema, Words } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { CaseRowSchema, KeptNoteSchema, NoteSchema, PurposeSchema, VerdictLineSchema } from './model.ts'
import { type ApartKind, apartKinds } from './rules/learned.ts'

const CaseKey = { householdId: IdOf<'household'>(), caseId: IdOf<'review_case'>() }
/** What is offered at a case, each with its action of the table of cases. */
export const caseButtons = {
  submit: { right: 'survey.fill', action: 'submit' },
  return: { right: 'survey.check', action: 'return' },
  accept: { right: 'survey.check', action: 'accept' },
  explain: { right: 'survey.check', action: 'explain' },
} as const satisfies Buttons<{ readonly action: CaseAction }>

/** What is offered beside a list of cases. */
export const caseListButtons = {
  check: { right: 'survey.check', action: 'accept' },
} as const satisfies Buttons<{ readonly action: CaseAction }>

const CaseDone = Type.Object({ caseId: IdOf<'review_case'>(), state: CaseStateSchema })

const RoundLine = Type.Object({
  roundId: IdOf<'round'>(),
  name: Type.String(),
  communeId: IdOf<'area'>(),
  communeName: Type.String(),
  windowFrom: PlainDateSchema,
  windowUntil: PlainDateSchema,
  /** Annual: from when its classes hold; null of an ad hoc round that is not decided. */
  classesHoldFrom: Nullable(PlainDateSchema),
  /** State of the round; surveys are taken while it is `surveying` or `checking`. */
  state: Type.String(),
  takesSurveys: Type.Boolean(),
})

/** Kept ones are read as they were written: a later schema must not make an old survey unreadable. */
const KeptFacts = Type.Unsafe<Facts>(Type.Object({}))
export const KeptVerdict = Type.Unsafe<Verdict>(Type.Object({}))

/** A survey with its verdicts and reasons, for comparing and explaining. */
const SurveyRecord = Type.Object({
  surveyId: IdOf<'survey'>(),
  roundId: IdOf<'round'>(),
  roundName: Type.String(),
  surveyedOn: PlainDateSchema,
  by: Type.String(),
  formHash: Type.String(),
  facts: KeptFacts,
  verdicts: Type.Array(Type.Object({ purpose: PurposeSchema, verdict: KeptVerdict })),
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

const ChangedSchema = Type.Object({
  what: Type.Unsafe<'joined' | 'left' | 'corrected'>(Type.Enum(['joined', 'left', 'corrected'])),
  person: Type.String(),
  name: Type.String(),
  paths: Type.Array(Type.String()),
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
  paths: Type.Array(Type.String()),
  /** The register changed since the survey was sent. */
  since: Type.Boolean(),
  /** Why it stands, where a checker has said so. */
  explained: Nullable(Type.Object({ because: Type.String(), by: Type.String(), at: Type.String() })),
})

const ClassFilter = Type.Unsafe<Class | 'open' | 'none'>(Type.Enum([...classes, 'open', 'none']))

export const mySurveys = endpoint({
  name: 'surveys.mine',
  method: 'GET',
  path: '/api/my-surveys',
  right: 'survey.fill',
  says: { vi: 'Hộ tôi được giao khảo sát', en: 'My households to survey' },
  input: Type.Object({}),
  output: Type.Object({
    rounds: Type.Array(RoundLine),
    /** Open cases first (returned, then to survey), then those sent. */
    cases: Type.Array(Type.Object({ ...CaseRowSchema.properties, comments: Type.Array(KeptNoteSchema) })),
    /** In my hands before the household moved: who has it now, null where it left the round. */
    handedOn: Type.Array(
      Type.Object({
        caseId: IdOf<'review_case'>(),
        headName: Type.String(),
        villageName: Type.String(),
        since: PlainDateSchema,
        takenBy: Nullable(Type.String()),
      }),
    ),
  }),
})

export const caseForm = endpoint({
  name: 'surveys.form',
  method: 'GET',
  path: '/api/households/:householdId/cases/:caseId/form',
  right: 'survey.fill',
  says: { vi: 'Phiếu của một hộ, điền sẵn theo lần trước', en: 'The form of a household, prefilled from last time' },
  input: Type.Object(CaseKey),
  output: Type.Object({
    case: CaseRowSchema,
    round: RoundLine,
    /** Read the documents by `standards.law`: they never change under their hash. */
    form: Type.Object({ id: Type.String(), hash: Type.String() }),
    opens: PinnedSchema,
    closes: Nullable(PinnedSchema),
    /** The day on which ages are counted while the form is filled; sent back as `surveyedOn`. */
    day: PlainDateSchema,
    facts: KeptFacts,
    /** Where the answers come from; null: nothing was known before. */
    from: Nullable(
      Type.Object({
        kind: Type.Unsafe<'this_round' | 'earlier_round'>(Type.Enum(['this_round', 'earlier_round'])),
        surveyId: IdOf<'survey'>(),
        surveyedOn: PlainDateSchema,
        roundName: Type.String(),
      }),
    ),
    /** What the household register says differently from those answers; already put into `facts`. */
    changed: Type.Array(ChangedSchema),
    comments: Type.Array(KeptNoteSchema),
    can: CanSchema(caseButtons),
  }),
})

export const submitSurvey = endpoint({
  name: 'surveys.submit',
  method: 'POST',
  path: '/api/households/:householdId/cases/:caseId/surveys',
  right: 'survey.fill',
  says: { vi: 'Gửi phiếu khảo sát', en: 'Send a survey' },
  input: Type.Object({
    ...CaseKey,
    /** Made by the phone, so that a resend is harmless. */
    surveyId: IdOf<'survey'>(),
    formHash: Type.String({ maxLength: 128 }),
    surveyedOn: PlainDateSchema,
    facts: FactsSchema,
  }),
  output: Type.Object({
    surveyId: IdOf<'survey'>(),
    caseId: IdOf<'review_case'>(),
    state: CaseStateSchema,
    verdicts: Type.Array(VerdictLineSchema),
  }),
})

export const listCases = endpoint({
  name: 'surveys.list',
  method: 'GET',
  path: '/api/rounds/:roundId/cases',
  right: 'round.read',
  says: { vi: 'Các hộ của kỳ rà soát', en: 'The households of a round' },
  input: Type.Object({
    roundId: IdOf<'round'>(),
    villageId: Type.Optional(IdOf<'area'>()),
    state: Type.Optional(CaseStateSchema),
    enumeratorId: Type.Optional(IdOf<'account'>()),
    /** By the opening verdict; `open`: the class is not decided by the facts; `none`: no survey has come. */
    class: Type.Optional(ClassFilter),
    /** By the closing verdict, where the round has one. */
    closingClass: Type.Optional(ClassFilter),
    /** Only cases whose opening verdict cannot stand in a decision. */
    undecidable: Type.Optional(Type.Boolean()),
    /** Head's name, without tone marks as well, or the household's number. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  }),
  output: Type.Object({
    total: Count,
    /** Of a state or a village: those that the round counts too, and whose households the actor does not reach where they live today. */
    unseen: Count,
    page: Type.Integer(),
    pageSize: Type.Integer(),
    cases: Type.Array(CaseRowSchema),
    can: CanSchema(caseListButtons),
  }),
})

export const casesFile = listFile(listCases, { name: 'surveys.listFile', path: '/api/rounds/:roundId/cases/file' })

/** `where`: from which office and on what kind of device, as far as it is known. */
const SentBy = { by: Type.String(), receivedAt: Type.String(), where: Nullable(SaidSchema) }

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
    /** Of the survey that stands, where another is beside it. */
    stands: Nullable(Type.Object(SentBy)),
    /** `was`: what was answered in the survey commented on, where another has been sent since; null: nothing was. */
    comments: Type.Array(Type.Object({ ...KeptNoteSchema.properties, answered: Type.Boolean(), was: Type.Unknown() })),
    /** What the register changed since the survey was sent. */
    registered: Type.Array(ChangedSchema),
    /** Whom the survey has otherwise than the register of now; applied there by a person, never by itself. */
    apart: Type.Array(ApartSchema),
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

export const surveyWork = endpoint({
  name: 'surveys.work',
  method: 'GET',
  path: '/api/work/surveys',
  right: 'round.read',
  says: { vi: 'Phiếu đang chờ tôi khảo sát, kiểm tra', en: 'Surveys that wait for me to take or to check' },
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(WaitingOf(['returned', 'to_survey', 'to_check'])) }),
})
