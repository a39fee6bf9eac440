/** The calls about training: what the work has shown to be needed. Plans and classes come with their own room. */
import { Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { type NeedCause, needCauses } from './model.ts'

export const trainingNeeds = endpoint({
  name: 'training.needs',
  method: 'GET',
  path: '/api/areas/:areaId/training-needs',
  right: 'training.read',
  says: { vi: 'Nhu cầu đào tạo phát hiện qua công việc', en: 'Training needs found in the work' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    from: Type.Optional(PlainDateSchema),
    until: Type.Optional(PlainDateSchema),
  }),
  output: Type.Object({
    from: PlainDateSchema,
    until: PlainDateSchema,
    /** Counted by topic (a section of the form) and cause, most often first. */
    needs: Type.Array(
      Type.Object({
        topic: Type.String(),
        cause: Type.Unsafe<NeedCause>(Type.Enum([...needCauses])),
        times: Type.Integer(),
        people: Type.Integer(),
      }),
    ),
  }),
})
