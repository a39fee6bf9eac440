/** The calls of who surveys: the households given to him, the form, sending it; and what waits for whom. */
import { Type } from 'typebox'
import { WaitingOf } from '#features/rounds/model.ts'
import { FactsSchema } from '#features/standards/model/facts.ts'
import { PinnedSchema } from '#features/standards/model/pinned.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint, keptShort } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import {
  AsideSchema,
  CaseKey,
  CaseRowSchema,
  ChangedSchema,
  caseButtons,
  KeptFacts,
  KeptNoteSchema,
  RoundLine,
  SentSurvey,
  VerdictLineSchema,
} from './model.ts'
import { shortAnswer, wholeAnswer } from './rules/answer.ts'

export const mySurveys = endpoint({
  name: 'surveys.mine',
  method: 'GET',
  path: '/api/my-surveys',
  right: 'survey.fill',
  says: { vi: 'Hộ tôi được giao khảo sát', en: 'My households to survey' },
  input: Type.Object({}),
  output: Type.Object({
    rounds: Type.Array(RoundLine),
    /** Whom the enumerator calls in the communes of these rounds. Answers of before have none. */
    contacts: Type.Optional(
      Type.Array(
        Type.Object({
          communeId: IdOf<'area'>(),
          communeName: Type.String(),
          name: Type.String(),
          post: SaidSchema,
          phone: Type.String(),
        }),
      ),
    ),
    /** Open cases first (returned, then to survey), then those sent. */
    cases: Type.Array(
      Type.Object({
        ...CaseRowSchema.properties,
        comments: Type.Array(KeptNoteSchema),
        /** The head of the household into which it was merged. */
        mergedInto: Nullable(Type.String()),
        /** Who sent its survey before it moved here: '' of somebody of elsewhere; null where I did, or nobody. */
        sentBy: Nullable(Type.String()),
        /** The year in which the head was born; answers of before have none. */
        headBirth: Type.Optional(Nullable(Type.Integer())),
      }),
    ),
    /** In my hands before the household moved: who has it now, null where it left the round. */
    handedOn: Type.Array(
      Type.Object({
        householdId: IdOf<'household'>(),
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
        /** How the answers of this round had come about. */
        marks: Type.Optional(Type.String()),
        /** What that survey came out as; forms taken home before have none. */
        verdict: Type.Optional(Nullable(VerdictLineSchema)),
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
  afield: true,
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
    aside: Type.Optional(AsideSchema),
  }),
  output: SentSurvey,
  kept: keptShort(shortAnswer, wholeAnswer),
})

export const surveyWork = endpoint({
  name: 'surveys.work',
  method: 'GET',
  path: '/api/work/surveys',
  right: 'round.read',
  says: { vi: 'Phiếu đang chờ tôi khảo sát, kiểm tra', en: 'Surveys that wait for me to take or to check' },
  input: Type.Object({}),
  output: Type.Object({ items: Type.Array(WaitingOf(['returned', 'to_survey', 'to_check', 'notices', 'came_since'])) }),
})
