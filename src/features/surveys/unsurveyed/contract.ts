/** The calls of households that cannot be surveyed: they leave the round, are asked again, and are counted. */
import { Type } from 'typebox'
import { CaseStateSchema, NotSurveyedKindSchema } from '#features/rounds/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, PrintableLine, PrintableWords } from '#kernel/schema.ts'
import { CaseKey } from '../model.ts'

const round = { roundId: IdOf<'round'>() }
const many = { minItems: 1, maxItems: 500 }

export const recordUnsurveyed = endpoint({
  name: 'unsurveyed.record',
  method: 'POST',
  path: '/api/rounds/:roundId/unsurveyed',
  right: 'round.manage',
  says: {
    vi: 'Ghi không khảo sát được: hộ từ chối hoặc không gặp ra khỏi kỳ',
    en: 'Record that households could not be surveyed: they leave the round',
  },
  input: Type.Object({
    ...round,
    /** Each as it was seen: nobody lets one go over a survey that came meanwhile. */
    households: Type.Array(
      Type.Object({ ...CaseKey, state: CaseStateSchema, surveyId: Nullable(IdOf<'survey'>()) }),
      many,
    ),
    /** Of those of which no notice waits that says why. */
    kind: NotSurveyedKindSchema,
    because: PrintableWords(500),
    /** Of the minutes, where there are any. */
    minutesNumber: Type.Optional(PrintableLine(60)),
    minutesOn: Type.Optional(PlainDateSchema),
  }),
  output: Type.Object({ households: Count, notices: Count }),
})

export const askUnsurveyed = endpoint({
  name: 'unsurveyed.takeBack',
  method: 'POST',
  path: '/api/rounds/:roundId/unsurveyed/back',
  right: 'round.manage',
  says: {
    vi: 'Đưa trở lại kỳ hộ đã ghi không khảo sát được',
    en: 'Take households that could not be surveyed back into the round',
  },
  input: Type.Object({ ...round, households: Type.Array(Type.Object(CaseKey), many), because: PrintableWords(500) }),
  output: Type.Object({ households: Count }),
})

export const unsurveyedRounds = endpoint({
  name: 'unsurveyed.rounds',
  method: 'GET',
  path: '/api/work/unsurveyed',
  right: 'round.read',
  says: {
    vi: 'Kỳ rà soát có hộ không khảo sát được',
    en: 'Rounds with households that could not be surveyed',
  },
  /** Of one round; else of those that are open. */
  input: Type.Object({ roundId: Type.Optional(IdOf<'round'>()) }),
  output: Type.Object({
    rounds: Type.Array(
      Type.Object({
        ...round,
        roundName: Type.String(),
        areaName: Type.String(),
        left: Count,
        /** Those among them of which a survey has come since. */
        came: Count,
      }),
    ),
  }),
})
