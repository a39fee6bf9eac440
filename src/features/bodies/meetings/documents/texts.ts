/** What an invitation and minutes say: the same in PDF and Word. Their forms were not seen in a text of law. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { Issuer } from '#platform/server/documents/types.ts'
import { uncheckedForm } from '#platform/server/documents/words.ts'

export type MeetingPaper = {
  readonly kind: 'invitation' | 'minutes'
  readonly issuer: Issuer
  readonly body: string
  /** Of an invitation, the day on which it was written, where that is known. */
  readonly writtenOn?: PlainDate | null
  readonly on: PlainDate
  readonly time: string | null
  readonly place: string
  readonly agenda: readonly string[]
  readonly members: readonly { readonly name: string; readonly role: string; readonly present: boolean }[]
  readonly guests: string
  readonly conclusions: readonly string[]
  readonly tasks: readonly { readonly name: string; readonly what: string; readonly due: PlainDate }[]
  readonly head: string | null
  /** Who led the meeting: the head, or who stood in. */
  readonly chair: string | null
  readonly secretary: string | null
}

export const formNote = (kind: MeetingPaper['kind']): string =>
  `${kind === 'invitation' ? 'Giấy mời' : 'Biên bản'} theo thể thức chung: ${uncheckedForm}.`

/** Of minutes one lies with the body and one with its unit. */
export const copiesOf = ({ kind }: MeetingPaper): number => (kind === 'minutes' ? 2 : 1)

export const titleOf = ({ kind }: MeetingPaper): string => (kind === 'invitation' ? 'GIẤY MỜI' : 'BIÊN BẢN')

export type Piece = { readonly head?: string; readonly text: string }

const numbered = (all: readonly string[]): Piece[] => all.map((text, at) => ({ text: `${at + 1}. ${text}` }))
const when = ({ on, time }: MeetingPaper): Piece => ({
  head: 'Thời gian: ',
  text: `${time ? `${time.replace(':', ' giờ ')}, ` : ''}ngày ${showDate(on)}`,
})
const where = ({ place }: MeetingPaper): Piece => ({ head: 'Địa điểm: ', text: place })
const about = ({ agenda }: MeetingPaper): Piece[] => [{ head: 'Nội dung:', text: '' }, ...numbered(agenda)]

const invitation = (of: MeetingPaper): Piece[] => [
  { head: 'Kính mời: ', text: `các thành viên ${of.body} có tên dưới đây` },
  ...numbered(of.members.map(({ name, role }) => `${name}, ${role}`)),
  ...[when(of), where(of), ...about(of)],
  { text: 'Đề nghị các thành viên dự họp đúng thời gian, địa điểm nêu trên.' },
]

/** Named where somebody stood in for the head, or the head was there. */
export const chairOf = ({ chair, members }: MeetingPaper) => members.find((one) => one.present && one.name === chair)

function chaired(of: MeetingPaper): Piece[] {
  const chair = chairOf(of)
  return chair ? [{ head: 'Chủ trì: ', text: `${chair.name}, ${chair.role}` }] : []
}

const minutes = (of: MeetingPaper): Piece[] => {
  const said = (present: boolean) =>
    numbered(of.members.filter((one) => one.present === present).map(({ name, role }) => `${name}, ${role}`))
  const absent = said(false)
  return [
    ...[when(of), where(of), ...chaired(of)],
    { head: 'Thành viên có mặt:', text: '' },
    ...said(true),
    ...(absent.length > 0 ? [{ head: 'Thành viên vắng mặt:', text: '' }, ...absent] : []),
    ...(of.guests ? [{ head: 'Người cùng dự: ', text: of.guests }] : []),
    ...about(of),
    { head: 'Kết luận:', text: '' },
    ...numbered(of.conclusions),
    ...(of.tasks.length > 0
      ? [
          { head: 'Giao việc:', text: '' },
          ...numbered(of.tasks.map(({ name, what, due }) => `${name}: ${what}; hạn ${showDate(due)}`)),
        ]
      : []),
    { text: 'Cuộc họp kết thúc lúc ..... giờ ..... cùng ngày.' },
    { text: 'Biên bản này được lập thành 02 bản, nội dung như nhau.' },
  ]
}

export const piecesOf = (of: MeetingPaper): Piece[] => (of.kind === 'invitation' ? invitation(of) : minutes(of))

/** The day of the paper in its head; left open where it is not known. */
export const dayOf = ({ kind, on, writtenOn = null }: MeetingPaper): PlainDate | null =>
  kind === 'minutes' ? on : writtenOn

/** Who gets an invitation. */
export const recipientsOf = ({ kind, body }: MeetingPaper): readonly string[] =>
  kind === 'invitation' ? ['Như trên;', `Lưu: hồ sơ ${body}.`] : []

/** `note`: under the title, where whoever signs writes their name by hand. */
export type Signing = { readonly title: string; readonly name: string | null; readonly note?: string }
const byHand = { name: null, note: '(Ký, ghi rõ họ tên)' }
/** Left and right. An invitation is signed by the head alone; minutes name nobody who was absent. */
export function signersOf(of: MeetingPaper): readonly [Signing | null, Signing] {
  const { kind, head, secretary, members } = of
  if (kind === 'invitation') return [null, { title: 'TRƯỞNG BAN', name: head }]
  const recorder = members.find((one) => one.present && one.name === secretary)
  const chair = chairOf(of)
  return [
    // Without the secretary, or where they preside, somebody else took the minutes.
    recorder && recorder !== chair
      ? { title: 'THƯ KÝ', name: recorder.name }
      : { title: 'NGƯỜI GHI BIÊN BẢN', ...byHand },
    { title: 'CHỦ TRÌ', ...(chair ? { name: chair.name } : byHand) },
  ]
}
