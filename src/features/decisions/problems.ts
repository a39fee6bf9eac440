import { defineProblems } from '#kernel/problem.ts'

export const decisionProblem = defineProblems({
  'decisions.not_found': { status: 404, vi: 'Không tìm thấy quyết định.', en: 'No such decision.' },
  'decisions.blocked': {
    status: 409,
    vi: 'Chưa lập được quyết định; lý do nêu kèm theo. Chưa có gì được ghi.',
    en: 'The decision cannot be drafted yet, for the reasons given. Nothing was written.',
  },
  'decisions.leaves_out': {
    status: 409,
    vi: '{count} hộ đã ra khỏi kỳ nay lại ở trong các thôn của kỳ: {names}. Muốn đưa các hộ ấy vào, hãy mở lại bước kiểm tra; nếu không, nêu lý do lập quyết định không có các hộ ấy. Chưa có gì được ghi.',
    en: '{count} households that had left the round live in its villages again: {names}. To take them in, go back to checking; if not, say why the decision leaves them out. Nothing was written.',
  },
  'decisions.exists': {
    status: 409,
    vi: 'Kỳ này đã có quyết định. Hãy rút bản cũ trước khi lập bản mới.',
    en: 'This round already has a decision. Withdraw it before drafting another.',
    constraints: ['decision_one_live', 'decision_pkey'],
  },
  'decisions.changed_just_now': {
    status: 409,
    vi: 'Người khác vừa làm việc này trước một chút: quyết định nay ở trạng thái "{state}". Hãy tải lại. Chưa có gì được ghi thêm.',
    en: 'Somebody else was quicker: the decision is at "{state}" now. Reload. Nothing more was written.',
  },
  'decisions.state_not_allowed': {
    status: 409,
    vi: 'Quyết định đang ở trạng thái “{state}” nên chưa làm được việc này. Chưa có gì được ghi.',
    en: 'The decision is at “{state}”, so this cannot be done. Nothing was written.',
  },
  'decisions.list_changed': {
    status: 409,
    vi: 'Danh sách đã khác với danh sách bạn xem. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The list is not the one you looked at. Reload. Nothing was written.',
  },
  'decisions.not_tried': {
    status: 409,
    vi: 'Giấy tờ của dự thảo đang được in thử; đợi một lát rồi làm lại. Nếu vẫn chờ lâu, hãy lập lại dự thảo. Chưa có gì được ghi.',
    en: 'The papers of the draft are still being laid out on trial; try again in a moment. If that lasts, draft again. Nothing was written.',
  },
  'decisions.not_printable': {
    status: 409,
    vi: 'In thử không được: {why} Hãy sửa trong sổ hộ rồi lập lại dự thảo. Chưa có gì được ghi.',
    en: 'The trial print failed: {why} Correct the register and draft again. Nothing was written.',
  },
  'decisions.register_changed': {
    status: 409,
    vi: 'Sổ hộ đã thay đổi từ khi lập dự thảo. Hãy lập lại dự thảo rồi chốt bản in. Chưa có gì được ghi.',
    en: 'The register has changed since the draft. Draft again, then fix the print. Nothing was written.',
  },
  'decisions.no_signer': {
    status: 409,
    vi: 'Chưa có người ký để in trên giấy: hôm nay chưa ai giữ quyền Chủ tịch tại xã. Hãy chọn người ký. Chưa có gì được ghi.',
    en: 'There is no signer to be printed: nobody holds the role of the chair here today. Choose the signer. Nothing was written.',
  },
  'decisions.signer_printed': {
    status: 409,
    vi: 'Bản in ghi người ký là {name}. Trên giấy là người khác, hoặc thẩm quyền khác. {instead}. Chưa có gì được ghi.',
    en: 'The print names {name} as the signer. The page has another one, or another authority. {instead}. Nothing was written.',
  },
  'decisions.signer_gone': {
    status: 409,
    vi: 'Vào ngày ký, {name} không giữ quyền ký như bản in đã ghi. Hãy xem lại ngày ký; nếu ngày đúng thì: {instead}. Chưa có gì được ghi.',
    en: 'On the day of signing {name} did not hold the authority that the print states. Look at the day again; where it is right: {instead}. Nothing was written.',
  },
  'decisions.signed_day': {
    status: 422,
    at: 'signedOn',
    vi: 'Ngày ký phải từ ngày in trình ký đến hôm nay. Chưa có gì được ghi.',
    en: 'The day of signing must lie between the print and today. Nothing was written.',
  },
  'decisions.number_form': {
    status: 422,
    at: 'number',
    vi: 'Số quyết định ghi theo dạng 145/QĐ-UBND: chữ số, dấu gạch chéo, rồi QĐ-UBND. Chưa có gì được ghi.',
    en: 'The number has the form 145/QĐ-UBND: digits, a slash, then QĐ-UBND. Nothing was written.',
  },
  'decisions.signer_unfit': {
    status: 422,
    vi: 'Tên người ký “{name}” không phải là họ tên. Chưa có gì được ghi.',
    en: 'The signer “{name}” is no name. Nothing was written.',
  },
  'decisions.signer_unknown': {
    status: 422,
    vi: '{name} không giữ quyền Chủ tịch tại xã này vào ngày ký. Nếu trang giấy đúng là do người này ký, hãy chọn thẩm quyền ký và ghi lý do. Chưa có gì được ghi.',
    en: '{name} does not hold the role of the chair here on the day of signing. If the page was signed so, choose the authority and give the reason. Nothing was written.',
  },
  'decisions.out_of_sight': {
    status: 409,
    vi: '{count} hộ trong danh sách ở nơi bạn không xem được. Nếu thôn của họ đã sang xã khác, hãy rút dự thảo, mở lại bước kiểm tra rồi bàn giao; nếu xã đã sáp nhập, hãy đề nghị quản trị giao quyền tại xã mới. Chưa có gì được ghi.',
    en: '{count} households of the list live where you cannot see them. Where their village went to another commune, withdraw the draft, go back to checking and hand them over; where the commune was merged, ask for the right over the new one. Nothing was written.',
  },
  'decisions.number_used': {
    status: 409,
    at: 'number',
    vi: 'Số quyết định này xã đã dùng trong năm. Chưa có gì được ghi.',
    en: 'The commune has already used this number in the year. Nothing was written.',
    constraints: ['decision_number_once', 'decision_number_once_a_year'],
  },
  'decisions.class_day_taken': {
    status: 409,
    vi: '{count} hộ đã có diện bắt đầu đúng ngày {day} theo một quyết định khác, mà mỗi ngày một hộ chỉ có một diện. {instead} Chưa có gì được ghi.',
    en: '{count} households already have a class that begins on {day} by another decision, and a household has one class a day. {instead} Nothing was written.',
  },
  'decisions.none_given': {
    status: 409,
    vi: 'Không có hộ nào của kỳ đã có diện từ đúng ngày kết quả của kỳ theo quyết định khác. Chưa có gì được ghi.',
    en: 'No household of the round has a class from its very day by another decision. Nothing was written.',
  },
  'decisions.class_twice': {
    status: 409,
    vi: 'Có hộ vừa được công nhận theo một quyết định khác. Hãy tải lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'A household has just been given its class by another decision. Reload and go on. Nothing was written.',
    constraints: ['household_class_one_a_day', 'household_class_starts_once'],
  },
  'decisions.unit_decided': {
    status: 409,
    vi: 'Sau thay đổi này, quyết định {decision} đã ghi hộ ở đơn vị mới, nên không hoàn tác được. Nếu cần, hãy ghi một thay đổi tiếp theo. Chưa có gì được ghi.',
    en: 'Since then the decision {decision} names households of the new unit, so this is not undone. Record a further event where needed. Nothing was written.',
  },
  'decisions.unit_waits': {
    status: 409,
    vi: 'Sau thay đổi này đã có {what}. Hãy rút trước, rồi hoàn tác. Chưa có gì được ghi.',
    en: 'Since then there are: {what}. Withdraw them first, then undo. Nothing was written.',
  },
  'decisions.stands_on_event': {
    status: 409,
    vi: 'Quyết định {decision} đã dựa vào việc này nên không hoàn tác được. Giấy ghi sai người, sai thông tin: sửa trong sổ hộ rồi lập đính chính; chỉ khi xếp sai diện mới ra quyết định khác thay thế. Chưa có gì được ghi.',
    en: 'The decision {decision} stands on this, so it cannot be undone. Where persons or data are wrong, mend the register and draft a correction; only a wrong class takes another decision. Nothing was written.',
  },
  'decisions.stands_in_print': {
    status: 409,
    vi: 'Quyết định đã in, đang chờ ký, đã dựa vào việc này nên chưa hoàn tác được. Nếu việc này ghi sai, hãy rút bản in ấy, hoàn tác, rồi lập lại dự thảo. Chưa có gì được ghi.',
    en: 'A decision that waits to be signed stands on this, so it cannot be undone yet. Where this is wrong, withdraw that print, undo, and draft again. Nothing was written.',
  },
  'decisions.print_names_household': {
    status: 409,
    vi: 'Quyết định đã in, đang chờ ký, có tên hộ này nên chưa thể coi cả hộ là ghi nhầm. Nếu hộ đã chuyển đi, hãy chọn lý do ấy; nếu đúng là ghi nhầm, hãy rút bản in ấy trước. Chưa có gì được ghi.',
    en: 'A decision that waits to be signed names this household, so it cannot be called a mistake yet. If it moved away, choose that reason; if it was a mistake, withdraw that print first. Nothing was written.',
  },
  'decisions.names_household': {
    status: 409,
    vi: 'Quyết định {decision} có tên hộ này nên không thể coi cả hộ là ghi nhầm. Nếu hộ đã chuyển đi, hãy chọn lý do ấy; nếu công nhận sai, phải ra quyết định khác thay thế. Chưa có gì được ghi.',
    en: 'The decision {decision} names this household, so it cannot be called a mistake. If it moved away, choose that reason; if it was recognised wrongly, another decision must take its place. Nothing was written.',
  },
  'decisions.household_ended': {
    status: 409,
    vi: '{count} hộ trong danh sách đã kết thúc trước ngày ký: {names}. Hãy rút quyết định rồi lập lại. Chưa có gì được ghi.',
    en: '{count} households of the list had ended before the day of signing: {names}. Withdraw the decision and draft it again. Nothing was written.',
  },
  'decisions.print_differs': {
    status: 409,
    vi: 'Sổ hộ nay khác với bản in ở {count} hộ. Hãy xem các hộ ấy và nêu lý do vẫn ban hành; nếu không, rút bản in rồi lập lại. Chưa có gì được ghi.',
    en: 'The register differs from the print in {count} households. Look at them and say why it comes into force all the same; if not, withdraw the print and draft again. Nothing was written.',
  },
  'decisions.certificate_twice': {
    status: 409,
    vi: 'Giấy chứng nhận của quyết định này đã được cấp số. Hãy tải lại. Chưa có gì được ghi thêm.',
    en: 'The certificates of this decision have their numbers already. Reload. Nothing more was written.',
    constraints: ['certificate_once'],
  },
  'decisions.standard_changed': {
    status: 409,
    vi: 'Ngày ký thuộc chuẩn khác với chuẩn của kỳ rà soát. Hãy rà soát lại theo chuẩn của ngày đó. Chưa có gì được ghi.',
    en: 'Another standard is in force on the day of signing than the one of this round. Review by that standard. Nothing was written.',
  },
  'decisions.no_final_paper': {
    status: 409,
    vi: 'Chưa có bản chính thức để in; bản dự thảo vẫn in được.',
    en: 'There is no final paper to print yet; the draft can be printed.',
  },
  'decisions.only_lines': {
    status: 409,
    vi: 'Quyết định này do {commune} ban hành và còn {count} hộ không thuộc địa bàn của bạn: ở đây chỉ in được giấy chứng nhận của các hộ nay thuộc địa bàn. Bản in cả quyết định xin ở {commune}.',
    en: 'This decision is of {commune} and names {count} households that do not live here: only certificates of those who do are printed here. Ask {commune} for the whole.',
  },
  'decisions.certificates_ended': {
    status: 404,
    vi: 'Các giấy chứng nhận này đều đã hết hiệu lực; hãy mở giấy của từng hộ.',
    en: 'All of these certificates have ended; open that of each household.',
  },
  'decisions.no_certificate': {
    status: 404,
    vi: 'Không có hộ nghèo, hộ cận nghèo nào theo lựa chọn này.',
    en: 'No poor or near-poor household fits this choice.',
  },
})
