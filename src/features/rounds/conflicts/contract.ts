/** The call that names who would survey, check or decide the household they live in. */
import { Type } from 'typebox'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'
import { ConflictRow } from './model.ts'

export const listConflicts = endpoint({
  name: 'conflicts.list',
  method: 'GET',
  right: 'round.read',
  path: '/api/rounds/:roundId/conflicts',
  says: {
    vi: 'Hộ của kỳ rà soát mà người làm rà soát là thành viên',
    en: 'Households of a round in which those who work on it live',
  },
  input: Type.Object({ roundId: IdOf<'round'>() }),
  output: Type.Object({ place: Type.String(), total: Count, rows: Type.Array(ConflictRow) }),
})
export const conflictsFile = listFile(listConflicts, {
  name: 'conflicts.listFile',
  path: '/api/rounds/:roundId/conflicts/file',
})
