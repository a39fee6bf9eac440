/** The lists of the roster as texts. */
import { apartSaid } from '#features/areas/rules/naming.ts'
import { levelWords } from '#features/areas/words.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import {
  type ActsFor,
  type Appointment,
  endingWords,
  type QualificationView,
  qualificationWords,
  signedAs,
  standingWords,
  studyFormWords,
} from './model.ts'
import { showMonth } from './rules.ts'

type Official = OutputOf<typeof contract.listOfficials>['rows'][number]
type Norm = OutputOf<typeof contract.showNorm>

/** "Cấp phó: Lãnh đạo phụ trách giảm nghèo". */
export function postSaid({ said, standing }: Pick<Appointment, 'said' | 'standing'>): Said {
  if (standing === 'own') return said
  const how = standingWords[standing]
  return { vi: `${said.vi} (${how.vi.toLowerCase()})`, en: `${said.en} (${how.en.toLowerCase()})` }
}

type Acting = Pick<Appointment, 'said' | 'standing'> & { readonly actsFor?: ActsFor | null }
/** "Lãnh đạo (quyền, phụ trách; thay Lò Văn Nhất, thôi 31/10/2026)", or that the post is vacant. */
export function actingSaid({ actsFor, ...post }: Acting): Said {
  const said = postSaid(post)
  if (!actsFor) return said
  const { name, last } = actsFor
  if (!name) return { vi: `${said.vi}; chức danh khuyết`, en: `${said.en}; the post is vacant` }
  const vi = last ? `thay ${name}, thôi ${showDate(last)}` : `thay ${name}, đang giữ chức danh`
  const en = last ? `in place of ${name}, who left on ${showDate(last)}` : `in place of ${name}, who holds the post`
  return { vi: `${said.vi}; ${vi}`, en: `${said.en}; ${en}` }
}

/** "Thôn 13, Xã Tam Hồng (khi giao: Thôn 1, Xã Yên Đồng)". */
const placeSaid = ({ place, began }: Pick<Appointment, 'place' | 'began'>): Said =>
  began === null
    ? { vi: place, en: place }
    : { vi: `${place} (khi giao: ${began})`, en: `${place} (${began} when it was given)` }

export const unplacedSaid: Said = { vi: 'đơn vị đã hết, chưa bố trí', en: 'the unit has ended, not placed again' }

/** "đơn vị đã hết từ 01/07/2026, chưa bố trí". */
export const unplacedSince = (day: PlainDate): Said => ({
  vi: `đơn vị đã hết từ ${showDate(day)}, chưa bố trí`,
  en: `the unit ended on ${showDate(day)}, not placed again`,
})

type Held = Official['posts'][number]
/** "Rà soát viên, Thôn 2, Thôn 3 (đơn vị đã hết từ 01/07/2026, chưa bố trí)": what is held the same way at several units, once. */
function heldSaid(held: readonly Held[]): Said {
  const [first] = held
  if (!first) return none
  const post = postSaid(first)
  const at = held.map(({ areaName, formerly, unplacedFrom }): Said => {
    const left = unplacedFrom && unplacedSince(unplacedFrom)
    const { vi, en } = apartSaid(areaName, formerly)
    return left ? { vi: `${vi} (${left.vi})`, en: `${en} (${left.en})` } : { vi, en }
  })
  return {
    vi: [post.vi, ...at.map(({ vi }) => vi)].join(', '),
    en: [post.en, ...at.map(({ en }) => en)].join(', '),
  }
}

const byPost = (posts: readonly Held[]): readonly Held[][] => {
  const held = new Map<string, Held[]>()
  for (const one of posts) {
    const way = `${one.post} ${one.standing}`
    held.set(way, [...(held.get(way) ?? []), one])
  }
  return [...held.values()]
}

const joined = (all: readonly Said[]): Said => ({
  vi: all.map((one) => one.vi).join('; '),
  en: all.map((one) => one.en).join('; '),
})
/** Of who has died: what is still recorded as held stands behind it, for those who keep it to end. */
const diedSaid = (day: PlainDate): Said => ({ vi: `đã qua đời ${showDate(day)}`, en: `died on ${showDate(day)}` })
const none: Said = { vi: 'chưa giữ chức danh', en: 'no post' }

export const officialColumns = columnsOf<Official>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: (row) => String(row.birthYear) },
  {
    key: 'posts',
    head: { vi: 'Chức danh', en: 'Posts' },
    text: ({ posts, died }) => {
      const gone = died ? [diedSaid(died)] : []
      return posts.length === 0 && !died ? none : joined([...gone, ...byPost(posts).map(heldSaid)])
    },
  },
  { key: 'since', head: { vi: 'Từ ngày', en: 'Since' }, text: ({ posts: [first] }) => first && showDate(first.from) },
  { key: 'unit', head: { vi: 'Đơn vị giữ hồ sơ', en: 'Record kept by' }, text: (row) => row.unitName },
  {
    key: 'account',
    head: { vi: 'Tài khoản', en: 'Account' },
    off: true,
    text: ({ hasAccount }) => (hasAccount ? { vi: 'có', en: 'yes' } : { vi: 'không', en: 'no' }),
  },
])

export const appointmentColumns = columnsOf<Appointment & { readonly actsFor?: ActsFor | null }>()([
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: actingSaid },
  { key: 'area', head: { vi: 'Tại', en: 'At' }, text: placeSaid },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'until',
    head: { vi: 'Đến hết ngày', en: 'To the end of' },
    text: ({ until, because, unplacedFrom }) => {
      if (because === 'entered_by_mistake') return endingWords[because]
      if (unplacedFrom) return unplacedSince(unplacedFrom)
      return until ? showDate(addDays(until, -1)) : { vi: 'nay', en: 'now' }
    },
  },
  {
    key: 'decision',
    head: { vi: 'Quyết định', en: 'Decision' },
    text: ({ decisionNumber, decidedOn }) =>
      [decisionNumber, decidedOn && showDate(decidedOn)].filter(Boolean).join(', '),
  },
  { key: 'signs', head: { vi: 'Đề ký', en: 'Signs as' }, text: ({ standing }) => signedAs[standing] },
  {
    key: 'because',
    head: { vi: 'Lý do thôi', en: 'Why it ended' },
    text: ({ because }) => because && endingWords[because],
  },
])

export const normColumns = columnsOf<Norm['lines'][number]>()([
  { key: 'level', head: { vi: 'Cấp', en: 'Level' }, text: (row) => levelWords[row.level] },
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: (row) => row.said },
  { key: 'units', head: { vi: 'Số đơn vị', en: 'Units' }, number: true, text: (row) => row.units },
  { key: 'required', head: { vi: 'Định mức', en: 'Norm' }, number: true, text: (row) => row.required },
  { key: 'filled', head: { vi: 'Chỗ đã có người', en: 'Places filled' }, number: true, text: (row) => row.filled },
  { key: 'gap', head: { vi: 'Còn thiếu', en: 'Missing' }, number: true, text: (row) => row.required - row.filled },
  { key: 'people', head: { vi: 'Số người giữ', en: 'People' }, number: true, text: (row) => row.people },
  { key: 'basis', head: { vi: 'Căn cứ', en: 'Basis' }, off: true, text: (row) => row.legalBasis },
])

export const placeColumns = columnsOf<Norm['places'][number]>()([
  { key: 'area', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.areaName },
  { key: 'within', head: { vi: 'Thuộc', en: 'Within' }, text: (row) => row.within },
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: (row) => row.said },
  { key: 'required', head: { vi: 'Định mức', en: 'Norm' }, number: true, text: (row) => row.required },
  { key: 'there', head: { vi: 'Đang có', en: 'There' }, number: true, text: (row) => row.there },
])

const underWay: Said = { vi: 'đang học', en: 'under way' }

export const qualificationColumns = columnsOf<QualificationView>()([
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: (row) => qualificationWords[row.kind] },
  {
    key: 'level',
    head: { vi: 'Bậc', en: 'Level' },
    text: ({ levelSaid }) => levelSaid ?? { vi: 'chưa ghi', en: 'not recorded' },
  },
  { key: 'title', head: { vi: 'Trình độ, chuyên ngành', en: 'Degree, subject' }, text: (row) => row.title },
  { key: 'school', head: { vi: 'Nơi học', en: 'School' }, text: (row) => row.school },
  { key: 'form', head: { vi: 'Hình thức', en: 'Form' }, text: ({ form }) => form && studyFormWords[form] },
  { key: 'from', head: { vi: 'Từ', en: 'From' }, text: ({ from }) => from && showMonth(from) },
  { key: 'until', head: { vi: 'Đến', en: 'To' }, text: ({ until }) => (until ? showMonth(until) : underWay) },
  { key: 'number', head: { vi: 'Số văn bằng', en: 'Number' }, text: (row) => row.number },
  { key: 'issuedBy', head: { vi: 'Nơi cấp', en: 'Issued by' }, text: (row) => row.issuedBy },
])
