/** What this room says when it refuses. None of them tells of a household outside the actor's areas. */
import { defineProblems } from '#kernel/problem.ts'

export const householdProblem = defineProblems({
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
    vi: 'Từ ngày {on} hộ {name} đã có việc "{event}". Hãy chọn từ ngày ấy trở đi, hoặc hoàn tác việc đó trước. Chưa có gì được ghi.',
    en: 'On {on} “{event}” happened to the household of {name}. Choose that day or a later one, or undo it first. Nothing was written.',
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
    vi: 'Từ ngày {from}, {name} ở hộ {home} và {other} ở hộ {otherHome} cùng một lúc, nên chưa thể là một người. Hãy cho người ghi nhầm rời hộ trước. Chưa có gì được ghi.',
    en: 'From {from} {name} is in the household of {home} and {other} in that of {otherHome}, so they cannot be one. Let the one entered by mistake leave first. Nothing was written.',
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
  'household.join_number': {
    status: 409,
    vi: '{other} đã có số CCCD. Hãy mở {other} rồi ghi nhận {name} là cùng người đó. Chưa có gì được ghi.',
    en: '{other} holds a citizen id. Open {other} and record {name} as the same. Nothing was written.',
  },
  'household.undo_not_found': {
    status: 404,
    vi: 'Không tìm thấy việc này trong diễn biến của hộ.',
    en: 'No such event in the timeline of the household.',
  },
  'household.undone_already': {
    status: 409,
    vi: 'Việc này đã được hoàn tác. Chưa có gì được ghi thêm.',
    en: 'This has been undone already. Nothing more was written.',
  },
  'household.undo_not_kept': {
    status: 409,
    vi: 'Việc này không hoàn tác được: khi ghi, phần mềm chưa giữ lại tình trạng trước đó. Hãy ghi một thay đổi mới cho đúng.',
    en: 'This cannot be undone: how the household stood before was not kept with it. Record another change instead.',
  },
  'household.undo_later': {
    status: 409,
    vi: 'Việc ghi sau dựa vào việc này: "{event}" ngày {on}, hộ {name}. Hãy hoàn tác việc sau trước. Chưa có gì được ghi.',
    en: 'A later event stands on this one: “{event}” on {on}, household of {name}. Undo that first. Nothing was written.',
  },
  'household.undo_elsewhere': {
    status: 409,
    vi: 'Hộ liên quan nay thuộc đơn vị khác nên không hoàn tác ở đây được. Chưa có gì được ghi.',
    en: 'The other household now belongs to another unit, so this cannot be undone here. Nothing was written.',
  },
  'household.undo_person_since': {
    status: 409,
    vi: 'Sau việc này, số CCCD của một người liên quan đã được ghi ở nơi khác hoặc đã đổi. Hãy hoàn tác việc đó trước. Chưa có gì được ghi.',
    en: 'Since then the citizen id of a person concerned has been recorded elsewhere or has changed. Undo that first. Nothing was written.',
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
    vi: 'Chủ hộ rời hộ: hãy chọn chủ hộ mới trong những người còn lại. Chưa có gì được ghi.',
    en: 'The head leaves: choose a new head among those who stay. Nothing was written.',
  },
  'household.already_head': {
    status: 409,
    vi: '{name} đang là chủ hộ.',
    en: '{name} is the head already.',
  },
  'household.relation_of_head': {
    status: 422,
    vi: 'Thay chủ hộ bằng mục "Thay chủ hộ", không phải bằng sửa quan hệ. Chưa có gì được ghi.',
    en: 'The head is changed by a change of head, not by changing a relation. Nothing was written.',
  },
  'household.relation_missing': {
    status: 409,
    vi: 'Hộ này nay có thêm {names}. Hãy nói rõ mỗi người là gì của chủ hộ nhận rồi ghi lại. Chưa có gì được ghi.',
    en: 'This household now has {names} as well. Say what each is to the head there and record again. Nothing was written.',
  },
  'household.text_unfit': {
    status: 422,
    vi: '"{text}" bắt đầu bằng ký tự mà bảng tính coi là công thức. Chưa có gì được ghi.',
    en: '"{text}" begins with a character that a spreadsheet takes for a formula. Nothing was written.',
  },
  'household.somebody_stays': {
    status: 422,
    vi: 'Tách hộ thì phải còn ít nhất một người ở lại. Chưa có gì được ghi.',
    en: 'When a household splits, at least one person stays. Nothing was written.',
  },
  'household.same_household': {
    status: 422,
    vi: 'Không nhập một hộ vào chính nó.',
    en: 'A household cannot be merged into itself.',
  },
  'household.name_unfit': {
    status: 422,
    at: 'name',
    vi: 'Họ tên "{name}" có ký tự không dùng trong tên người. Chưa có gì được ghi.',
    en: 'The name "{name}" has characters no name has. Nothing was written.',
  },
  'household.old_font': {
    status: 422,
    vi: 'Chữ “{text}” gõ bằng bảng mã {font} của phông cũ nên sẽ hiện sai. Hãy chọn bảng mã Unicode trong bộ gõ rồi gõ lại. Chưa có gì được ghi.',
    en: '“{text}” is typed in {font}, the coding of an old font, and would be shown wrongly. Choose Unicode and type it again. Nothing was written.',
  },
  'household.citizen_id_unfit': {
    status: 422,
    at: 'citizenId',
    vi: '{reason} Chưa có gì được ghi.',
    en: '{reasonEn} Nothing was written.',
  },
  'household.citizen_id_taken': {
    status: 409,
    at: 'citizenId',
    vi: 'Số CCCD này đã được ghi cho người khác trong {place}. Chưa có gì được ghi.',
    en: 'This citizen id already stands for another person in {placeEn}. Nothing was written.',
  },
  'household.citizen_id_twice': {
    status: 422,
    at: 'citizenId',
    vi: 'Hai người trong phiếu có cùng một số CCCD. Chưa có gì được ghi.',
    en: 'Two people of this form have the same citizen id. Nothing was written.',
  },
  'household.citizen_id_elsewhere': {
    status: 409,
    at: 'citizenId',
    vi: 'Số CCCD này đã được ghi cho một người ở đơn vị khác mà bạn không xem được. Hãy đối chiếu lại giấy tờ; nếu đúng, đề nghị cán bộ tỉnh kiểm tra người đó đang được ghi ở đâu. Chưa có gì được ghi.',
    en: 'This citizen id stands for a person of another unit that you cannot see. Check the paper; if it is right, ask the province official where that person is on record. Nothing was written.',
  },
  'household.too_many_ids': {
    status: 429,
    vi: 'Hôm nay tài khoản này đã hỏi về nhiều số CCCD đang được ghi ở đơn vị khác. Hãy chờ {minutes} phút rồi ghi tiếp; nếu cần đối chiếu nhiều người, hãy gửi danh sách cho cán bộ tỉnh. Chưa có gì được ghi.',
    en: 'This account has asked about many citizen ids that stand in other units today. Wait {minutes} minutes; to compare many people, send the list to the province official. Nothing was written.',
  },
  'household.too_many_searches': {
    status: 429,
    vi: 'Hôm nay tài khoản này đã tìm nhiều số CCCD không có hộ nào. Hãy chờ {minutes} phút rồi tìm tiếp, hoặc tìm theo tên, số hộ, địa chỉ.',
    en: 'This account has searched for many citizen ids of no household today. Wait {minutes} minutes, or search by name, number or address.',
  },
  'household.file_of_elsewhere': {
    status: 422,
    vi: 'Tệp có hơn {most} số CCCD đang được ghi ở đơn vị khác mà bạn không xem được, nên không dòng nào được nêu. Hãy gửi danh sách cho cán bộ tỉnh đối chiếu. Chưa có gì được ghi.',
    en: 'More than {most} citizen ids of this file stand in other units that you cannot see, so no row is named. Send the list to the province official to compare. Nothing was written.',
  },
  'household.person_still_there': {
    status: 409,
    vi: 'Người mang số CCCD này còn thuộc hộ cũ trước ngày {from}; ngày vào hộ phải từ {from} trở đi. Chưa có gì được ghi.',
    en: 'The holder of this citizen id belongs to another household before {from}; the day of joining must be {from} or later. Nothing was written.',
  },
  'household.residence_twice': {
    status: 409,
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
  'household.entered_already': {
    status: 409,
    vi: 'Hộ này đã được ghi. Hãy tải lại danh sách. Chưa có gì được ghi thêm.',
    en: 'This household has been entered already. Reload the list. Nothing more was written.',
    constraints: ['household_pkey'],
  },
  'household.insurance_no_unfit': {
    status: 422,
    at: 'insuranceNo',
    vi: 'Số BHXH/BHYT gồm 10 chữ số, hoặc 15 ký tự bắt đầu bằng hai chữ cái. Chưa có gì được ghi.',
    en: 'An insurance number has 10 digits, or 15 characters beginning with two letters. Nothing was written.',
  },
  'household.no_citizen_id': {
    status: 404,
    vi: 'Chưa ghi số CCCD của người này.',
    en: 'No citizen id is held for this person.',
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
  'household.undo_of_unit': {
    status: 409,
    vi: 'Nơi ở này đổi vì thôn đã sáp nhập, chia tách hoặc giải thể, nên không hoàn tác riêng cho một hộ. Nếu hộ thuộc thôn khác, hãy ghi hộ chuyển nơi ở.',
    en: 'The residence changed because the village was merged, split or abolished, so it is not undone for one household. If it belongs to another village, record a move.',
  },
  'household.unit_changed_since': {
    status: 409,
    vi: 'Sau thay đổi này, nơi ở của {count} hộ đã đổi bởi việc ghi khác (hộ {names}). Hãy hoàn tác các việc ấy trước, ở diễn biến của từng hộ. Chưa có gì được ghi.',
    en: 'Since then the residence of {count} households has been changed by other acts ({names}). Undo these first, in the timeline of each. Nothing was written.',
  },
  'household.unit_come_since': {
    status: 409,
    vi: 'Sau thay đổi này, {count} hộ đã lập hoặc chuyển đến đơn vị mới (hộ {names}). Hãy hoàn tác việc ghi các hộ ấy trước. Chưa có gì được ghi.',
    en: 'Since then {count} households were entered in the new unit or moved there ({names}). Undo that first. Nothing was written.',
  },
})
