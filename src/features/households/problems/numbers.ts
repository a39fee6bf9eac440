/** What is refused of citizen ids, insurance numbers and telephone numbers. */
import type { ProblemSpec } from '#kernel/problem.ts'

export const numbersRefused = {
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
    at: 'on',
    vi: 'Người mang số CCCD này còn thuộc hộ cũ trước ngày {from}; ngày vào hộ phải từ {from} trở đi. Chưa có gì được ghi.',
    en: 'The holder of this citizen id belongs to another household before {from}; the day of joining must be {from} or later. Nothing was written.',
  },
  'household.insurance_no_unfit': {
    status: 422,
    at: 'insuranceNo',
    vi: 'Số BHXH/BHYT gồm 10 chữ số, hoặc 15 ký tự bắt đầu bằng hai chữ cái. Chưa có gì được ghi.',
    en: 'An insurance number has 10 digits, or 15 characters beginning with two letters. Nothing was written.',
  },
  'household.phone_unfit': {
    status: 422,
    at: 'phone',
    vi: 'Số điện thoại gồm 9 đến 11 chữ số (di động: 10), có thể có dấu + ở đầu; mỗi hộ một số. Chưa có gì được ghi.',
    en: 'A phone number has 9 to 11 digits (a mobile one 10), with a + before them at most; one for a household. Nothing was written.',
  },
  'household.no_citizen_id': {
    status: 404,
    vi: 'Chưa ghi số CCCD của người này.',
    en: 'No citizen id is held for this person.',
  },
} as const satisfies Record<string, ProblemSpec>
