/** One household: the classes it held, its verdicts, its papers. */
import { Type } from 'typebox'
import { CaseStateSchema, LeftBecauseSchema } from '#features/rounds/model.ts'
import { ClassNameSchema, ToldVerdict, UndecidableSchema } from '#features/surveys/model.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import { CorrectionLine } from '../correction/model.ts'

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
        /** The commune that decided, where its review is not the reader's to see; else null. */
        reviewedIn: Nullable(Type.String()),
        verdictId: IdOf<'verdict'>(),
      }),
    ),
    /** By which decision it was not classified, having left its round before; the newest, until another gives it a class. */
    unclassed: Nullable(
      Type.Object({
        roundId: IdOf<'round'>(),
        roundName: Type.String(),
        decisionId: IdOf<'decision'>(),
        number: Type.String(),
        signedOn: PlainDateSchema,
        leftBecause: LeftBecauseSchema,
        leftOn: PlainDateSchema,
      }),
    ),
    verdicts: Type.Array(
      Type.Object({
        verdictId: IdOf<'verdict'>(),
        surveyId: IdOf<'survey'>(),
        roundId: IdOf<'round'>(),
        roundName: Type.String(),
        surveyedOn: PlainDateSchema,
        undecidable: Nullable(UndecidableSchema),
        ...ToldVerdict,
      }),
    ),
    cases: Type.Array(
      Type.Object({
        caseId: IdOf<'review_case'>(),
        roundId: IdOf<'round'>(),
        roundName: Type.String(),
        state: CaseStateSchema,
        /** Where it is out of that round: why, as far as it is kept. */
        leftBecause: Nullable(LeftBecauseSchema),
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
        /** Since when it no longer holds, and by what; null of one that holds or that another has replaced. */
        ended: Nullable(SaidSchema),
      }),
    ),
  }),
})
