/** What the pages and dialogs of seats share. */

import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, ClassSeatId, OfficialId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import type { Option } from '#platform/web/kit/Picker.tsx'
import { say } from '#platform/web/language.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { busyAtSaid } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type Candidate, seatStates } from '../model.ts'
import { listCandidates } from './calls.ts'

export type SeatsAnswer = OutputOf<typeof contract.listSeats>
/** Who is to be named, with the id of their seat. */
export type Somebody = { readonly classSeatId: ClassSeatId; readonly officialId: OfficialId; readonly name: string }

/** "Sinh 1980. Trưởng thôn; Rà soát viên. Có trong kế hoạch. Đã học 12/03/2025": posts stand together, apart from the rest. */
const toldOf = ({ birthYear, posts, unitName, planned, wished, learntOn, state, busy }: Candidate): string =>
  [
    birthYear === null ? '' : say({ vi: 'sinh {year}', en: 'born {year}' }, { year: String(birthYear) }),
    posts ? say(posts) : unitName,
    planned ? say({ vi: 'có trong kế hoạch', en: 'in the plan' }) : '',
    wished ? say({ vi: 'có nhu cầu chuyên đề này', en: 'needs the topic' }) : '',
    learntOn ? say({ vi: 'đã học {day}', en: 'learnt it on {day}' }, { day: showDate(learntOn) }) : '',
    state
      ? say({ vi: 'trong danh sách lớp: {state}', en: 'in the list: {state}' }, { state: say(seatStates[state]) })
      : '',
    busy ? say(busyAtSaid(busy)) : '',
  ]
    .filter(Boolean)
    .map((part) => part.slice(0, 1).toLocaleUpperCase('vi') + part.slice(1))
    .join('. ')

type Asked = { readonly trainingClassId: ClassAnswer['trainingClassId']; readonly areaId: AreaId }
/** People of a unit by name, first whom the plan names and who needs the topic, last who is elsewhere at an hour of the class. */
export async function findCandidates(
  asked: Asked,
  q: string,
  signal: AbortSignal,
): Promise<readonly Option<OfficialId>[]> {
  const { rows } = await send(listCandidates, { ...asked, q }, { signal })
  return rows.map((one) => ({ value: one.officialId, label: one.name, detail: toldOf(one) }))
}

export { toldOf as candidateTold }
