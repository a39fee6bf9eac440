import { defineProblems } from '#kernel/problem.ts'

export const extensionProblem = defineProblems({
  'extension.not_found': { status: 404, vi: 'Không tìm thấy quyết định gia hạn này.', en: 'No such extension.' },
  'extension.elsewhere': {
    status: 422,
    vi: 'Một quyết định chỉ gia hạn chứng nhận theo điều kiện của một tỉnh. Chưa có gì được ghi.',
    en: 'One decision extends credentials of one province. Nothing was written.',
  },
  'extension.not_longer': {
    status: 422,
    at: 'last',
    vi: 'Chứng nhận của {name} đã có hạn đến hết {last}: ngày mới phải sau ngày ấy. Chưa có gì được ghi.',
    en: 'The credential of {name} holds to {last} already: the new day must lie after it. Nothing was written.',
  },
  'extension.day': {
    status: 422,
    at: 'decidedOn',
    vi: 'Ngày quyết định phải từ {first} đến hôm nay. Chưa có gì được ghi.',
    en: 'The day of the decision lies between {first} and today. Nothing was written.',
  },
  'extension.far': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không quá {last}. Chưa có gì được ghi.',
    en: 'The last day is at most {last}. Nothing was written.',
  },
  'extension.number_taken': {
    status: 409,
    at: 'number',
    vi: 'Tỉnh đã có một quyết định gia hạn mang số này trong năm. Chưa có gì được ghi.',
    en: 'The province has an extension of this number in the year. Nothing was written.',
    constraints: ['credential_extension_numbered'],
  },
  'extension.same': {
    status: 422,
    at: 'number',
    vi: 'Số, ngày và cơ quan ban hành đã đúng như vậy. Chưa có gì được ghi.',
    en: 'Number, day and issuer are so already. Nothing was written.',
  },
  'extension.withdrawn': {
    status: 409,
    vi: 'Quyết định gia hạn này đã được rút. Chưa có gì được ghi.',
    en: 'This extension was withdrawn. Nothing was written.',
  },
})
