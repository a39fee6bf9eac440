/** The words of notices, without their shapes: the phone's first page reads them. */
import type { Said } from '#kernel/text.ts'

export const noticeKinds = {
  unlisted: { vi: 'Hộ chưa có trong danh sách', en: 'Not on the list' },
  moved: { vi: 'Cả hộ đã chuyển đi', en: 'The household moved away' },
  refuses: { vi: 'Hộ từ chối trả lời', en: 'Refuses to answer' },
  absent: { vi: 'Đến nhiều lần không gặp ai', en: 'Nobody met' },
  double: { vi: 'Trùng với một hộ khác', en: 'The same as another household' },
  gone: { vi: 'Hộ không còn ai', en: 'Nobody is left of it' },
} as const satisfies Record<string, Said>
export type NoticeKind = keyof typeof noticeKinds
export const noticeKindNames = Object.keys(noticeKinds) as NoticeKind[]

export const noticeStates = {
  open: { vi: 'Chờ xã xử lý', en: 'Waits for the commune' },
  settled: { vi: 'Xã đã trả lời', en: 'Answered' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} as const satisfies Record<string, Said>
export type NoticeState = keyof typeof noticeStates
export const noticeStateNames = Object.keys(noticeStates) as NoticeState[]

/** What came of it, as the commune says. */
export const outcomes = {
  added: { vi: 'Đã thêm hộ vào danh sách', en: 'Added to the list' },
  listed_already: { vi: 'Hộ đã có trong danh sách', en: 'On the list already' },
  not_of_village: { vi: 'Không phải hộ của thôn', en: 'Not a household of the village' },
  departed: { vi: 'Đã ghi hộ chuyển đi', en: 'Departure recorded' },
  not_moved: { vi: 'Hộ không chuyển đi', en: 'It has not moved' },
  convinced: { vi: 'Hộ đã đồng ý, khảo sát tiếp', en: 'Convinced, the survey goes on' },
  again: { vi: 'Đến khảo sát lại', en: 'To be visited again' },
  other_person: { vi: 'Giao người khác khảo sát', en: 'Surveyed by another person' },
  stands: { vi: 'Ghi nhận, không khảo sát được', en: 'It stands: no survey' },
  back: { vi: 'Đã đưa hộ trở lại kỳ, khảo sát tiếp', en: 'Asked again in the round' },
  merged: { vi: 'Đã nhập hai hộ làm một', en: 'Merged' },
  two: { vi: 'Là hai hộ khác nhau', en: 'Two households' },
  ended: { vi: 'Đã ghi hộ kết thúc', en: 'Its end is recorded' },
  not_gone: { vi: 'Hộ vẫn còn người', en: 'Somebody lives there still' },
} as const satisfies Record<string, Said>
export type Outcome = keyof typeof outcomes

export const sexWords = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
} as const satisfies Record<string, Said>
export type Sex = keyof typeof sexWords
