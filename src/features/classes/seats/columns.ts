import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { classStates } from '../list/model.ts'
import { type Other, otherSaid, slotSaid } from '../sessions/rules.ts'
import { type ClassQuota, type ClassSeat, type MyClass, type OpenClass, type SeatState, seatStates } from './model.ts'
import { isMine } from './rules.ts'

type Stand = { readonly state: SeatState; readonly offerUntil: ClassSeat['offerUntil']; readonly lapsed?: boolean }
/** "Được mời, trả lời đến 25/11/2026" */
export function seatStateSaid({ state, offerUntil, lapsed = false }: Stand): Said {
  if (state !== 'offered' || offerUntil === null) return seatStates[state]
  const day = showDate(offerUntil)
  return lapsed
    ? { vi: `Được mời, quá hạn trả lời ${day}`, en: `Offered, not answered by ${day}` }
    : { vi: `Được mời, trả lời đến ${day}`, en: `Offered, to answer by ${day}` }
}

/** "trùng giờ lớp “...” (Xã Tam Hồng), 08:00-11:30 ngày 20/11/2026" */
export function busyAtSaid(busy: Other): Said {
  const { vi, en } = otherSaid(busy)
  return { vi: `trùng giờ ${vi}`, en: `at that hour in ${en}` }
}

/** What stands beside the state: who follows, in whose place, why. */
function noteSaid({ followedBy, follows, because, needed, state, busy }: ClassSeat): Said {
  const parts: Said[] = [
    ...(followedBy ? [{ vi: `người thay: ${followedBy}`, en: `followed by ${followedBy}` }] : []),
    ...(follows ? [{ vi: `thay ${follows}`, en: `in place of ${follows}` }] : []),
    ...(because ? [{ vi: because, en: because }] : []),
    ...(busy ? [busyAtSaid(busy)] : []),
    ...(needed && (state === 'nominated' || state === 'waiting')
      ? [{ vi: 'có trong kế hoạch hoặc nhu cầu', en: 'named by the plan or a need' }]
      : []),
  ]
  return { vi: parts.map(({ vi }) => vi).join('; '), en: parts.map(({ en }) => en).join('; ') }
}

export const noPost = { vi: 'không giữ chức danh', en: 'no post' }
const person = [
  { key: 'name', head: { vi: 'Họ và tên', en: 'Name' }, text: (row: ClassSeat) => row.name },
  {
    key: 'birth',
    head: { vi: 'Năm sinh', en: 'Born' },
    number: true,
    text: (row: ClassSeat) => (row.birthYear === null ? '' : String(row.birthYear)),
  },
  { key: 'posts', head: { vi: 'Chức danh', en: 'Post' }, text: (row: ClassSeat) => row.posts ?? noPost },
  { key: 'from', head: { vi: 'Đơn vị cử', en: 'Sent by' }, text: (row: ClassSeat) => row.fromName },
] as const

export const seatColumns = columnsOf<ClassSeat>()([
  ...person,
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: seatStateSaid },
  { key: 'note', head: { vi: 'Ghi chú', en: 'Note' }, text: noteSaid },
])

/** A column is as wide as what stands in it. */
const roomToSign = '\u00a0'.repeat(40)
/** What offices lay out at the door: who has a seat signs. */
export const sheetColumns = columnsOf<ClassSeat>()([
  ...person,
  { key: 'sign', head: { vi: 'Ký tên', en: 'Signature' }, text: () => roomToSign },
])

export const quotaColumns = columnsOf<ClassQuota>()([
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.areaName },
  { key: 'seats', head: { vi: 'Được cử', en: 'May send' }, number: true, text: (row) => row.seats },
  { key: 'nominated', head: { vi: 'Chờ duyệt', en: 'To approve' }, number: true, text: (row) => row.nominated },
  { key: 'waiting', head: { vi: 'Chờ chỗ', en: 'Waiting' }, number: true, text: (row) => row.waiting },
  { key: 'enrolled', head: { vi: 'Có chỗ', en: 'Have a seat' }, number: true, text: (row) => row.enrolled },
])

const notSet = { vi: 'chưa định', en: 'not set' }
const daysSaid = ({ firstDay, lastDay }: Pick<OpenClass, 'firstDay' | 'lastDay'>) => {
  if (!firstDay || !lastDay) return notSet
  return firstDay === lastDay ? showDate(firstDay) : `${showDate(firstDay)} - ${showDate(lastDay)}`
}
const named = ({ code, title }: { readonly code: string; readonly title: string }) =>
  code ? `${code} ${title}` : title

export const openClassColumns = columnsOf<OpenClass>()([
  { key: 'title', head: { vi: 'Lớp', en: 'Class' }, text: named },
  { key: 'days', head: { vi: 'Ngày học', en: 'Days' }, text: daysSaid },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => classStates[row.classState] },
  { key: 'organiser', head: { vi: 'Nơi mở lớp', en: 'Held by' }, text: (row) => row.organiser },
  { key: 'unit', head: { vi: 'Đơn vị cử', en: 'Sent by' }, text: (row) => row.areaName },
  { key: 'quota', head: { vi: 'Được cử', en: 'May send' }, number: true, text: (row) => row.quota },
  { key: 'left', head: { vi: 'Còn', en: 'Left' }, number: true, text: (row) => row.left },
  { key: 'nominated', head: { vi: 'Chờ duyệt', en: 'To approve' }, number: true, text: (row) => row.nominated },
  { key: 'waiting', head: { vi: 'Chờ chỗ', en: 'Waiting' }, number: true, text: (row) => row.waiting + row.offered },
  { key: 'enrolled', head: { vi: 'Có chỗ', en: 'Have a seat' }, number: true, text: (row) => row.enrolled },
])

/** "08:00-11:30 ngày 21/11/2026, Hội trường tỉnh; và 3 buổi nữa" */
export function sessionsSaid(sessions: MyClass['sessions']): Said {
  const [first, ...more] = sessions
  if (!first) return notSet
  const when = slotSaid(first)
  const place = first.place ? `, ${first.place}` : ''
  return more.length === 0
    ? { vi: `${when.vi}${place}`, en: `${when.en}${place}` }
    : { vi: `${when.vi}${place}; và ${more.length} buổi nữa`, en: `${when.en}${place}; and ${more.length} more` }
}

/** Of a class that somebody left: its days are none of theirs. */
export const notComing: Said = { vi: 'tôi không học lớp này', en: 'I do not learn there' }

export const myClassColumns = columnsOf<MyClass>()([
  { key: 'title', head: { vi: 'Lớp', en: 'Class' }, text: named },
  {
    key: 'when',
    head: { vi: 'Khi nào, ở đâu', en: 'When, where' },
    text: (row) => (isMine(row.state) ? sessionsSaid(row.sessions) : notComing),
  },
  { key: 'state', head: { vi: 'Tôi', en: 'I' }, text: seatStateSaid },
  { key: 'class', head: { vi: 'Lớp đang', en: 'The class is' }, text: (row) => classStates[row.classState] },
  { key: 'organiser', head: { vi: 'Nơi mở lớp', en: 'Held by' }, text: (row) => row.organiser },
  { key: 'because', head: { vi: 'Lý do', en: 'Reason' }, off: true, text: (row) => row.because },
])
