/** Why an act of the register, or the end of a unit, is not undone. */
import type { ProblemSpec } from '#kernel/problem.ts'

export const undoingRefused = {
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
    vi: 'Hộ liên quan nay thuộc đơn vị khác nên không hoàn tác ở đây được. Hãy nhờ người được giao quyền ở cả hai nơi. Chưa có gì được ghi.',
    en: 'The other household now belongs to another unit, so this cannot be undone here. Ask somebody with rights in both places. Nothing was written.',
  },
  'household.undo_home_elsewhere': {
    status: 409,
    vi: 'Hoàn tác việc này thì hộ {name} trở về {village}, nơi bạn không được ghi hộ (thôn có thể đã thuộc đơn vị khác). Hãy nhờ người được giao quyền ở cả hai nơi hoàn tác; hoặc ghi hộ chuyển đi nơi khác, để nơi ấy ghi hộ vào. Chưa có gì được ghi.',
    en: 'Undone, the household of {name} would live in {village} again, where you may not write households (the village may belong to another unit now). Ask somebody with rights in both places to undo it, or record that the household moved away, so that it is entered there. Nothing was written.',
  },
  'household.undo_person_since': {
    status: 409,
    vi: 'Sau việc này, số CCCD của một người liên quan đã được ghi ở nơi khác hoặc đã đổi. Hãy hoàn tác việc đó trước. Chưa có gì được ghi.',
    en: 'Since then the citizen id of a person concerned has been recorded elsewhere or has changed. Undo that first. Nothing was written.',
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
} as const satisfies Record<string, ProblemSpec>
