/** The call that says in which household an official lives, to who may read both: `household.read` is asked at the home. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { HomeOrNone } from './model.ts'

export const homeOfOfficial = endpoint({
  name: 'officials.home',
  method: 'GET',
  right: 'roster.read',
  path: '/api/officials/:officialId/household',
  says: { vi: 'Hộ mà một cán bộ là thành viên', en: 'The household an official lives in' },
  input: Type.Object({ officialId: IdOf<'official'>() }),
  /** Null where none is known, or it lies where who asks sees no households. */
  output: Type.Object({ home: HomeOrNone }),
})
