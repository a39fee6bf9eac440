/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import { endWords, eventWords, fieldWords, joinWords, leaveWords } from './model/words.ts'

export const householdEvent = defineEvents(
  { household: { vi: 'Hộ', en: 'Households' } },
  {
    'household.entered': { vi: 'Thêm hộ', en: 'Household entered' },
    'household.imported': { vi: 'Nạp danh sách hộ', en: 'Households imported' },
    'household.ended': { vi: 'Kết thúc hộ', en: 'Household ended' },
    'household.head_changed': { vi: 'Đổi chủ hộ', en: 'Head changed' },
    'household.member_changed': { vi: 'Sửa thông tin thành viên', en: 'Member changed' },
    'household.member_joined': { vi: 'Thêm thành viên', en: 'Member joined' },
    'household.member_left': { vi: 'Thành viên rời hộ', en: 'Member left' },
    'household.persons_joined': { vi: 'Ghi nhận hai người là một', en: 'Two persons recorded as one' },
    'household.merged': { vi: 'Nhập hộ', en: 'Households merged' },
    'household.split': { vi: 'Tách hộ', en: 'Household split' },
    'household.moved': { vi: 'Đổi nơi ở', en: 'Household moved' },
    'household.undone': { vi: 'Hoàn tác một việc đã ghi cho hộ', en: 'Event of a household undone' },
    'household.revealed': { vi: 'Xem số định danh đầy đủ', en: 'Citizen id revealed' },
    'household.sought_by_citizen_id': { vi: 'Tìm theo số định danh', en: 'Sought by citizen id' },
    'household.citizen_id_elsewhere': {
      vi: 'Được báo số định danh đang ghi ở đơn vị khác',
      en: 'Told that a citizen id stands in another unit',
    },
    'household.class_mended': {
      vi: 'Nâng cấp phần mềm: sửa ngày kết thúc diện bị chồng',
      en: 'Upgrade: the end of an overlapping class put right',
    },
    'household.residence_mended': {
      vi: 'Nâng cấp phần mềm: sửa ngày kết thúc nơi ở bị chồng',
      en: 'Upgrade: the end of an overlapping residence put right',
    },
    'household.stay_mended': {
      vi: 'Nâng cấp phần mềm: sửa ngày rời hộ bị chồng',
      en: 'Upgrade: the end of an overlapping stay put right',
    },
  },
  {
    news: [
      'household.entered',
      'household.imported',
      'household.member_joined',
      'household.member_left',
      'household.member_changed',
      'household.head_changed',
      'household.ended',
      'household.moved',
      'household.split',
      'household.merged',
      'household.persons_joined',
      'household.undone',
    ],
    facts: {
      members: { said: { vi: 'số thành viên', en: 'members' } },
      memberId: null,
      otherMemberId: null,
      other: { said: { vi: 'với người ở hộ', en: 'with somebody of' } },
      reason: { said: { vi: 'lý do', en: 'reason' }, words: { ...joinWords, ...leaveWords, ...endWords } },
      to: { said: { vi: 'đến', en: 'to' } },
      into: { said: { vi: 'vào hộ', en: 'into' } },
      fields: { said: { vi: 'mục đã sửa', en: 'changed' }, words: fieldWords },
      doubts: { said: { vi: 'số người có thể trùng', en: 'possible doubles' } },
      ids: { said: { vi: 'số người', en: 'people' } },
      found: { said: { vi: 'tìm thấy', en: 'found' } },
      event: null,
      kinds: { said: { vi: 'việc', en: 'deeds' }, words: eventWords },
      citizenId: { said: { vi: 'số định danh', en: 'citizen id' } },
      insuranceNo: { said: { vi: 'số BHYT', en: 'insurance number' } },
      households: { said: { vi: 'số hộ', en: 'households' } },
      sha256: null,
    },
  },
)
