/** What this room says when it refuses. None of them tells of a household outside the actor's areas. */
import { defineProblems } from '#kernel/problem.ts'
import { mistakenRefused } from './problems/mistaken.ts'
import { numbersRefused } from './problems/numbers.ts'
import { undoingRefused } from './problems/undoing.ts'

export const householdProblem = defineProblems({
  ...mistakenRefused,
  ...numbersRefused,
  ...undoingRefused,
  'household.not_found': {
    status: 404,
    vi: 'Không tìm thấy hộ này trong đơn vị bạn được xem.',
    en: 'No such household in the areas you may see.',
  },
  'household.page_too_far': {
    status: 422,
    vi: 'Danh sách dài: chỉ xem lần lượt từng trang từ trang đầu, hoặc chọn thôn, phân loại, từ cần tìm.',
    en: 'This list is long: go through it page by page from the first, or choose a village, a class, words.',
  },
  'household.member_not_found': {
    status: 404,
    vi: 'Không tìm thấy thành viên này trong hộ.',
    en: 'No such member in this household.',
  },
  'household.not_a_village': {
    status: 422,
    at: 'villageId',
    vi: 'Hộ phải thuộc một thôn, bản hoặc tổ dân phố đang tồn tại trong ngày đó. Chưa có gì được ghi.',
    en: 'A household belongs to a village that exists on that day. Nothing was written.',
  },
  'household.ended': {
    status: 409,
    vi: 'Hộ đã kết thúc từ ngày {on}; không ghi thêm thay đổi được.',
    en: 'The household ended on {on}; it takes no further change.',
  },
  'household.day_ahead': {
    status: 422,
    at: 'on',
    vi: 'Ngày {on} chưa đến. Chưa có gì được ghi.',
    en: 'The day {on} is still to come. Nothing was written.',
  },
  'household.day_too_early': {
    status: 422,
    at: 'on',
    vi: 'Ngày phải từ {from} trở đi ({because}). Chưa có gì được ghi.',
    en: 'The day must be {from} or later ({becauseEn}). Nothing was written.',
  },
  'household.event_later': {
    status: 409,
    at: 'on',
    vi: 'Từ ngày {on} hộ {name} đã có việc "{event}". Hãy chọn từ ngày ấy trở đi, hoặc hoàn tác việc đó trước. Chưa có gì được ghi.',
    en: 'On {on} “{event}” happened to the household of {name}. Choose that day or a later one, or undo it first. Nothing was written.',
  },
  'household.lives_there': {
    status: 409,
    at: 'villageId',
    vi: 'Hộ đang ở thôn này. Chưa có gì được ghi.',
    en: 'The household lives in this village already. Nothing was written.',
  },
  'household.moved_since': {
    status: 409,
    vi: 'Hộ nay ở {village}, do người khác vừa ghi. Hãy xem lại hộ này. Chưa có gì được ghi.',
    en: 'The household now lives in {village}, as somebody else has just recorded. Look at it again. Nothing was written.',
  },
  'household.none_moved': {
    status: 422,
    vi: 'Không hộ nào chuyển được; lý do của từng hộ ghi bên dưới. Chưa có gì được ghi.',
    en: 'None of the households can be moved; why not stands with each below. Nothing was written.',
  },
  'household.phone_changed_since': {
    status: 409,
    vi: 'Số của hộ nay là {phone}, do người khác vừa ghi. Hãy xem lại hộ này. Chưa có gì được ghi.',
    en: 'The number of this household is {phoneEn} now, as somebody else has just recorded. Look at it again. Nothing was written.',
  },
  'household.phone_same': {
    status: 409,
    vi: 'Hộ đã có đúng số này. Chưa có gì được ghi.',
    en: 'The household has this very number. Nothing was written.',
  },
  'household.phone_shared': {
    status: 409,
    vi: 'Số này cũng là của hộ {others}. Chưa có gì được ghi.',
    en: 'This is the number of {others} too. Nothing was written.',
  },
  'household.no_phone_written': {
    status: 422,
    vi: 'Không số nào ghi được; lý do của từng hộ ghi bên dưới. Chưa có gì được ghi.',
    en: 'None of the numbers can be written down; why not stands with each below. Nothing was written.',
  },
  'household.double': {
    status: 409,
    vi: 'Sổ đã có người hoặc hộ giống như vậy ({count}). Hãy xem có phải cùng một người, một hộ không; nếu khác thì ghi lý do rồi ghi tiếp. Chưa có gì được ghi.',
    en: 'The register already has {count} alike. See whether it is the same; if not, give the reason and go on. Nothing was written.',
  },
  'household.join_same_person': {
    status: 409,
    vi: 'Hai người này đã được ghi nhận là một. Chưa có gì được ghi thêm.',
    en: 'These two are recorded as one already. Nothing more was written.',
  },
  'household.join_two_homes': {
    status: 409,
    vi: 'Từ ngày {from}, {name} và {other} ở hai hộ cùng một lúc, nên chưa thể là một người. Hãy cho người ghi nhầm rời hộ trước. Chưa có gì được ghi.',
    en: 'From {from} {name} and {other} are in two households at once, so they cannot be one. Let the one entered by mistake leave first. Nothing was written.',
  },
  'household.join_two_ids': {
    status: 409,
    vi: '{name} và {other} có hai số CCCD khác nhau nên không phải một người. Nếu một số ghi sai, hãy sửa số trước. Chưa có gì được ghi.',
    en: '{name} and {other} have two citizen ids. If one is wrong, put it right first. Nothing was written.',
  },
  'household.join_head': {
    status: 409,
    vi: '{other} đang là chủ hộ. Hãy mở {other} rồi ghi nhận {name} là cùng người đó. Chưa có gì được ghi.',
    en: '{other} is the head. Open {other} and record {name} as the same. Nothing was written.',
  },
  'household.join_led': {
    status: 409,
    vi: 'Từ ngày {from}, {other} đứng tên chủ hộ hoặc ở một mình trong hộ, trước khi {name} được ghi. Hãy mở {other} rồi ghi nhận {name} là cùng người đó. Chưa có gì được ghi.',
    en: 'From {from} {other} led the household or was there alone, before {name} was entered. Open {other} and record {name} as the same. Nothing was written.',
  },
  'household.join_number': {
    status: 409,
    at: 'taken',
    vi: '{other} đã có số CCCD. Hãy chọn lấy số ấy cho {name}, hoặc mở {other} rồi ghi nhận {name} là cùng người đó. Chưa có gì được ghi.',
    en: '{other} holds a citizen id. Choose to take it over for {name}, or open {other} and record {name} as the same. Nothing was written.',
  },
  'household.join_not_lacking': {
    status: 409,
    at: 'taken',
    vi: 'Không lấy được từ {other}: {fields}, vì {name} đã có rồi hoặc {other} không có, có thể do người khác vừa ghi. Hãy xem lại hai người. Chưa có gì được ghi.',
    en: 'Not to be taken over from {other}: {fields}, since {name} has it already or {other} has it not, perhaps as somebody else has just recorded. Look at the two again. Nothing was written.',
  },
  'household.birth_after': {
    status: 422,
    at: 'birth',
    vi: 'Ngày sinh {birth} sau ngày {on}. Chưa có gì được ghi.',
    en: 'The birth {birth} is after {on}. Nothing was written.',
  },
  'household.birth_not_a_day': {
    status: 422,
    at: 'birth',
    vi: 'Ngày sinh {birth} không có trong lịch. Chưa có gì được ghi.',
    en: 'The birth {birth} is no day of the calendar. Nothing was written.',
  },
  'household.born_on_birth': {
    status: 422,
    at: 'birth',
    vi: 'Trẻ mới sinh vào hộ đúng ngày sinh ({birth}). Chưa có gì được ghi.',
    en: 'A newborn joins on the day of birth ({birth}). Nothing was written.',
  },
  'household.member_left': {
    status: 409,
    vi: '{name} đã rời hộ từ ngày {on}.',
    en: '{name} left the household on {on}.',
  },
  'household.one_head': {
    status: 422,
    vi: 'Mỗi hộ có đúng một chủ hộ; đang có {count}. Chưa có gì được ghi.',
    en: 'A household has exactly one head; there are {count}. Nothing was written.',
  },
  'household.head_needed': {
    status: 422,
    at: 'newHeadId',
    vi: 'Chủ hộ rời hộ: hãy chọn chủ hộ mới trong những người còn lại. Chưa có gì được ghi.',
    en: 'The head leaves: choose a new head among those who stay. Nothing was written.',
  },
  'household.already_head': {
    status: 409,
    at: 'newHeadId',
    vi: '{name} đang là chủ hộ.',
    en: '{name} is the head already.',
  },
  'household.relation_of_head': {
    status: 422,
    at: 'relation',
    vi: 'Thay chủ hộ bằng mục "Thay chủ hộ", không phải bằng sửa quan hệ. Chưa có gì được ghi.',
    en: 'The head is changed by a change of head, not by changing a relation. Nothing was written.',
  },
  'household.relation_missing': {
    status: 409,
    at: 'relations',
    vi: 'Hộ này nay có thêm {names}. Hãy nói rõ mỗi người là gì của chủ hộ nhận rồi ghi lại. Chưa có gì được ghi.',
    en: 'This household now has {names} as well. Say what each is to the head there and record again. Nothing was written.',
  },
  'household.text_unfit': {
    status: 422,
    vi: '"{text}" bắt đầu bằng ký tự mà bảng tính coi là công thức. Chưa có gì được ghi.',
    en: '"{text}" begins with a character that a spreadsheet takes for a formula. Nothing was written.',
  },
  'household.number_unfit': {
    status: 422,
    at: 'number',
    vi: 'Số hộ "{number}" có dấu không dùng trong số hộ: chỉ gồm chữ, số, dấu cách và các dấu . , : / ( ) _ + # & -. Chưa có gì được ghi.',
    en: 'The household number "{number}" has signs none has: letters, figures, spaces and . , : / ( ) _ + # & - only. Nothing was written.',
  },
  'household.somebody_stays': {
    status: 422,
    at: 'members',
    vi: 'Tách hộ thì phải còn ít nhất một người ở lại. Chưa có gì được ghi.',
    en: 'When a household splits, at least one person stays. Nothing was written.',
  },
  'household.same_household': {
    status: 422,
    at: 'intoHouseholdId',
    vi: 'Không nhập một hộ vào chính nó.',
    en: 'A household cannot be merged into itself.',
  },
  'household.name_unfit': {
    status: 422,
    at: 'name',
    vi: 'Họ tên "{name}" có ký tự không dùng trong tên người{what}. Chưa có gì được ghi.',
    en: 'The name "{name}" has characters no name has{what}. Nothing was written.',
  },
  'household.old_font': {
    status: 422,
    vi: 'Chữ “{text}” gõ bằng bảng mã {font} của phông cũ nên sẽ hiện sai. Hãy chọn bảng mã Unicode trong bộ gõ rồi gõ lại. Chưa có gì được ghi.',
    en: '“{text}” is typed in {font}, the coding of an old font, and would be shown wrongly. Choose Unicode and type it again. Nothing was written.',
  },
  'household.residence_twice': {
    status: 409,
    at: 'on',
    vi: 'Hộ đã có nơi ở khác trong ngày đó, có thể do người khác vừa ghi. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The household already lives elsewhere on that day, perhaps by another who has just entered it. Reload. Nothing was written.',
    constraints: ['household_residence_one_a_day'],
  },
  'household.member_twice': {
    status: 409,
    vi: 'Người này đã có trong hộ, có thể do người khác vừa ghi. Hãy tải lại. Chưa có gì được ghi.',
    en: 'This person is in the household already, perhaps by another who has just entered it. Reload. Nothing was written.',
    constraints: ['member_stays_once', 'member_once', 'member_pkey'],
  },
  'household.member_id_taken': {
    status: 409,
    vi: 'Phiếu này mang mã thành viên đã dùng ở hộ khác. Hãy mở trang mới rồi nhập lại. Chưa có gì được ghi.',
    en: 'The form carries a member id in use in another household. Open a new page and enter it again. Nothing was written.',
  },
  'household.entered_already': {
    status: 409,
    vi: 'Hộ này đã được ghi. Hãy tải lại danh sách. Chưa có gì được ghi thêm.',
    en: 'This household has been entered already. Reload the list. Nothing more was written.',
    constraints: ['household_pkey'],
  },
  'household.choose_commune': {
    status: 422,
    vi: 'Danh sách hộ xem theo xã hoặc thôn; hãy chọn một xã.',
    en: 'Households are listed by commune or village; choose a commune.',
  },
  'household.import_not_commune': {
    status: 422,
    vi: 'Danh sách hộ được nhập cho một xã, phường, đặc khu. Chưa có gì được ghi.',
    en: 'A list of households is imported for a commune. Nothing was written.',
  },
  'household.unit_left': {
    status: 422,
    at: 'successors',
    vi: 'Còn {count} hộ đang ở đây. Hãy chọn đơn vị kế thừa để các hộ chuyển về. Chưa có gì được ghi.',
    en: '{count} households live here. Choose the unit that takes over, so that they go there. Nothing was written.',
  },
  'household.total_far': {
    status: 422,
    at: 'households',
    vi: 'Sổ hộ đang có {count} hộ ở đây, mà tổng số ghi {households} hộ. Nếu đúng, hãy ghi lý do. Chưa có gì được ghi.',
    en: 'The register has {count} households here, the total says {households}. If it is right, say why. Nothing was written.',
  },
})
