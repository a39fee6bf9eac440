/** What the check of a paper comes to, said so that nobody misreads it. */

import type { PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { Genuineness } from '#kernel/signed.ts'
import type { Said } from '#kernel/text.ts'
import type { WebProblem } from '#platform/web/problem.ts'
import type { checkPaper } from '../../contract.ts'

export type Finding =
  | 'valid'
  | 'unsigned'
  | 'not_yet'
  | 'ended'
  | 'unregistered'
  | 'asking'
  | 'unasked'
  | Exclude<Genuineness, 'genuine'>
export type Status = OutputOf<typeof checkPaper>
type Asked = { readonly data: Status | null; readonly problem: WebProblem | null }

/** The signature first; only a genuine paper is asked about. */
export function findingOf(genuineness: Genuineness, { data, problem }: Asked): Finding {
  if (genuineness !== 'genuine') return genuineness
  if (!data) return problem ? 'unasked' : 'asking'
  if (!data.known) return 'unregistered'
  if (data.inForce) return 'valid'
  if (data.from === null) return 'unsigned'
  // Its household ended before the first day: it will never hold.
  const never = data.until !== null && data.until <= data.from
  return data.from > data.day && !never ? 'not_yet' : 'ended'
}

type Look = 'good' | 'bad' | 'unsure'

export const findings: Record<Finding, { look: Look; title: Said; what: Said }> = {
  valid: {
    look: 'good',
    title: { vi: 'Giấy thật, đang có hiệu lực', en: 'Genuine and in force' },
    what: {
      vi: 'Chữ ký đúng và giấy đang có hiệu lực hôm nay.',
      en: 'The signature is right and the paper is in force today.',
    },
  },
  unsigned: {
    look: 'unsure',
    title: { vi: 'Bản in thật, nhưng chưa ban hành', en: 'A genuine print, but not put in force' },
    what: {
      vi: 'Mã trên giấy đúng, nhưng quyết định còn chờ ký hoặc đã bị rút: bản này không có hiệu lực. Hỏi nơi cấp giấy.',
      en: 'Its code is right, but the decision waits to be signed or was withdrawn: this print has no force. Ask who issued it.',
    },
  },
  not_yet: {
    look: 'unsure',
    title: { vi: 'Giấy thật, chưa đến ngày có hiệu lực', en: 'Genuine, not in force yet' },
    what: { vi: 'Chữ ký đúng. Hiệu lực bắt đầu sau hôm nay.', en: 'The signature is right. It begins after today.' },
  },
  ended: {
    look: 'unsure',
    title: { vi: 'Giấy thật, nhưng không còn hiệu lực', en: 'Genuine, but no longer in force' },
    what: {
      vi: 'Chữ ký đúng, nhưng giấy đã hết hiệu lực hoặc đã được thay thế.',
      en: 'The signature is right, but the paper has ended or was replaced.',
    },
  },
  unregistered: {
    look: 'unsure',
    title: { vi: 'Chữ ký đúng, nhưng không có trong sổ', en: 'Rightly signed, but not on record' },
    what: {
      vi: 'Quyết định kèm theo có thể chưa ban hành. Hỏi nơi cấp giấy.',
      en: 'The decision may not be in force. Ask who issued it.',
    },
  },
  asking: {
    look: 'unsure',
    title: { vi: 'Chữ ký đúng; đang hỏi giấy còn hiệu lực không', en: 'Rightly signed; asking whether it still holds' },
    what: { vi: 'Giấy do hệ thống này ký và không bị sửa.', en: 'It was signed here and was not changed.' },
  },
  unasked: {
    look: 'unsure',
    title: {
      vi: 'Chữ ký đúng; chưa hỏi được giấy còn hiệu lực không',
      en: 'Rightly signed; not known whether it holds',
    },
    what: {
      vi: 'Giấy do hệ thống này ký và không bị sửa. Kết nối lại để biết còn hiệu lực không.',
      en: 'It was signed here and was not changed. Connect again to learn whether it still holds.',
    },
  },
  altered: {
    look: 'bad',
    title: { vi: 'Giấy đã bị sửa', en: 'The paper was altered' },
    what: {
      vi: 'Nội dung không khớp chữ ký. Đừng nhận giấy này; báo nơi cấp giấy.',
      en: 'What it says does not fit its signature. Do not accept it; tell who issued it.',
    },
  },
  unknown_key: {
    look: 'bad',
    title: { vi: 'Không phải giấy do hệ thống này ký', en: 'Not signed by this system' },
    what: {
      vi: 'Khóa ký không có trong danh sách khóa của hệ thống này. Giấy có thể do nơi khác cấp, hoặc là giấy giả.',
      en: 'Its key is not among the keys of this system. It may come from elsewhere or be a forgery.',
    },
  },
  unsupported: {
    look: 'unsure',
    title: { vi: 'Trình duyệt này chưa kiểm tra được chữ ký', en: 'This browser cannot check the signature' },
    what: {
      vi: 'Mở trang này bằng trình duyệt mới hơn hoặc bằng điện thoại khác.',
      en: 'Open this page in a newer browser or on another phone.',
    },
  },
}

type Follower = 'in_use' | 'later' | 'ended'

/** How the last of those that took the place of a paper stands. What ended before its first day held on none: it has ended. */
export function followerOf(
  last: Pick<NonNullable<Status['instead']>, 'inForce' | 'from' | 'until'>,
  day: PlainDate,
): Follower {
  const { inForce, from, until } = last
  if (inForce) return 'in_use'
  return from !== null && from > day && (until === null || until > from) ? 'later' : 'ended'
}

export const followers: Record<Follower, Said> = {
  in_use: { vi: 'Giấy đang dùng: {paper}.', en: 'The paper in use: {paper}.' },
  later: {
    vi: 'Giấy thay thế: {paper}, có hiệu lực từ ngày {from}.',
    en: 'In its place: {paper}, in force from {from}.',
  },
  ended: {
    vi: 'Không có giấy nào đang dùng: giấy thay thế sau cùng là {paper}, đã hết hiệu lực từ ngày {until}.',
    en: 'No paper is in use: the last in its place was {paper}, no longer in force since {until}.',
  },
}
