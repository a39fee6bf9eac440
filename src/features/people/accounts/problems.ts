import { defineProblems } from '#kernel/problem.ts'

export const accountProblem = defineProblems({
  'accounts.not_found': {
    status: 404,
    at: 'accountId',
    vi: 'Không tìm thấy tài khoản này trong đơn vị của bạn, hoặc tài khoản có quyền ngoài đơn vị ấy. Chưa có gì được ghi.',
    en: 'There is no such account within your unit, or it holds access beyond it. Nothing was written.',
  },
  'accounts.own': {
    status: 403,
    at: 'accountId',
    vi: 'Không ai tự nối, tự tách tài khoản của mình: hãy nhờ người khác có quyền. Chưa có gì được ghi.',
    en: 'Nobody joins or parts their own account: ask somebody else who may. Nothing was written.',
  },
  'accounts.official_has': {
    status: 409,
    vi: 'Cán bộ này đã nối với tài khoản của {name}. Chưa có gì được ghi.',
    en: 'This official is joined to the account of {name} already. Nothing was written.',
  },
  'accounts.taken': {
    status: 409,
    at: 'accountId',
    vi: 'Tài khoản này đã nối với một cán bộ khác. Chưa có gì được ghi.',
    en: 'This account is joined to another official already. Nothing was written.',
    constraints: ['official_account'],
  },
  'accounts.parted': {
    status: 409,
    vi: 'Cán bộ này không còn nối với tài khoản đang xem. Chưa có gì được ghi thêm.',
    en: 'This official is joined to that account no more. Nothing more was written.',
  },
})
