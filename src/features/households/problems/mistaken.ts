/** What is said where somebody entered by mistake cannot simply be taken away. */
import type { ProblemSpec } from '#kernel/problem.ts'

export const mistakenRefused = {
  'household.nobody_then': {
    status: 409,
    vi: 'Từ ngày {from}, ngoài {name} không có ai khác trong hộ. Nếu người khác đã ở đó từ ngày ấy, hãy hoàn tác việc ghi người đó vào hộ rồi ghi lại đúng ngày; nếu khi ấy chưa có hộ này, hãy kết thúc hộ với lý do ghi nhầm rồi lập hộ mới từ ngày những người còn lại đến ở. Chưa có gì được ghi.',
    en: 'From {from} nobody but {name} is in the household. If somebody else was there by then, undo how that person was entered and enter it with the right day; if there was no such household yet, end it as entered by mistake and enter a new one from the day the others came. Nothing was written.',
  },
  'household.head_not_there': {
    status: 422,
    at: 'newHeadId',
    vi: '{name} vào hộ từ ngày {joined}, mà {leaving} được ghi là chủ hộ từ ngày {from}. Hãy chọn người đã ở trong hộ từ ngày {from}. Chưa có gì được ghi.',
    en: '{name} joined on {joined}, but {leaving} stands as head from {from}. Choose somebody who was in the household on {from}. Nothing was written.',
  },
  'household.head_until': {
    status: 409,
    at: 'on',
    vi: '{name} được ghi là chủ hộ đến ngày {until}, nên không thể đã ra khỏi hộ từ ngày {day}. Nếu đúng là từ ngày {day}, hãy hoàn tác việc đổi chủ hộ ngày {until}, rồi ghi người này ra khỏi hộ cùng với chủ hộ mới. Chưa có gì được ghi.',
    en: '{name} stands as head until {until} and cannot have left on {day}. If {day} is right, undo the change of head on {until} and record the leaving with the new head. Nothing was written.',
  },
  'household.was_head_then': {
    status: 409,
    vi: 'Từ ngày {from}, {name} được ghi là chủ hộ; bỏ người này thì hộ không có chủ hộ trong những ngày ấy. Hãy hoàn tác những việc ghi sau đó rồi chọn chủ hộ mới là người đã ở trong hộ từ ngày {from}; nếu không có người như vậy, hãy kết thúc hộ với lý do ghi nhầm rồi lập hộ mới. Chưa có gì được ghi.',
    en: 'From {from} {name} stands as head; without that person the household has no head on those days. Undo what was recorded after it and choose a head who was there on {from}; if there is nobody, end the household as entered by mistake and enter a new one. Nothing was written.',
  },
} as const satisfies Record<string, ProblemSpec>
