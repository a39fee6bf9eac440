import type { Said } from '#kernel/text.ts'
import type { FactFault } from '../../rules/faults.ts'

/** What cannot be true of a household, said to who filled the form. `{name}` is the person, where it is one. */
export const faultWords: Readonly<Record<FactFault['code'], Said>> = {
  born_after: { vi: '{name}: ngày sinh sau ngày khảo sát.', en: '{name}: born after the day of the survey.' },
  no_such_day: { vi: '{name}: ngày sinh không có trong lịch.', en: '{name}: there is no such day of birth.' },
  same_person: { vi: '{name} có hai lần trong phiếu.', en: '{name} stands twice.' },
  nobody: { vi: 'Danh sách thành viên chưa có ai.', en: 'The list of members holds nobody.' },
  heads: { vi: 'Phiếu có hơn một chủ hộ.', en: 'There is more than one head.' },
  no_head: { vi: 'Chưa chọn ai là chủ hộ hiện nay.', en: 'Nobody is named as the present head.' },
  count_differs: {
    vi: 'Số nhân khẩu khác số người trong danh sách.',
    en: 'The number of members differs from the list.',
  },
  region: { vi: 'Vùng của bảng điểm không khớp với khu vực.', en: 'The region does not fit the area.' },
  unprintable: {
    vi: 'Tên có ký tự mà giấy tờ không in được; hãy gõ lại bằng chữ thường dùng.',
    en: 'The name has a letter that papers cannot show; type it again in usual letters.',
  },
  old_font: {
    vi: 'Tên gõ bằng bảng mã của phông cũ nên sẽ hiện sai; hãy chọn Unicode trong bộ gõ rồi gõ lại.',
    en: 'The name is typed in the coding of an old font; choose Unicode and type it again.',
  },
  name_blank: {
    vi: 'Họ tên chỉ có khoảng trắng; hãy gõ họ tên, hoặc xóa hẳn nếu chưa biết.',
    en: 'The name is blank; type it, or clear the field where it is not known.',
  },
  name_unfit: {
    vi: 'Tên có ký tự không dùng trong tên người (số, dấu như $ & <); hãy gõ lại chỉ bằng chữ.',
    en: 'The name has characters no name has (digits, signs such as $ & <); type it in letters alone.',
  },
  too_much: {
    vi: 'Thu nhập lớn quá mức có thể có; hãy xem lại số chữ số.',
    en: 'No income is as large; count its digits again.',
  },
}

/** The person a fault or a missing answer speaks of: `members[p1].birth`. */
export const personIn = (path: string): string | null => /^members\[([^\]]+)\]/.exec(path)?.[1] ?? null
