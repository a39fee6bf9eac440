/** The calls that join an account to the official it is of, and part them. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, PrintableLine, Words } from '#kernel/schema.ts'

const reads = { method: 'GET', right: 'roster.account' } as const
const writes = { method: 'POST', right: 'roster.account' } as const
const ofOfficial = { officialId: IdOf<'official'>() }
const ofAccount = { accountId: IdOf<'account'>() }
const Done = Type.Object({ ...ofOfficial, ...ofAccount })
const q = Type.String({ minLength: 1, maxLength: 100 })

export const accountButtons = {
  join: { right: 'roster.account', joined: false },
  part: { right: 'roster.account', joined: true },
} as const satisfies Buttons<{ joined: boolean }>

const Account = Type.Object({ ...ofAccount, name: Type.String(), login: Type.String() })
const Official = Type.Object({ ...ofOfficial, name: Type.String(), birthYear: Type.Integer(), unitName: Type.String() })

export const accountOfOfficial = endpoint({
  name: 'accounts.ofOfficial',
  method: 'GET',
  right: 'roster.read',
  path: '/api/officials/:officialId/account',
  says: { vi: 'Tài khoản của một cán bộ', en: 'The account of an official' },
  input: Type.Object(ofOfficial),
  output: Type.Object({ account: Nullable(Account), can: CanSchema(accountButtons) }),
})

export const officialOfAccount = endpoint({
  name: 'accounts.ofAccount',
  ...reads,
  path: '/api/accounts/:accountId/official',
  says: { vi: 'Cán bộ dùng một tài khoản', en: 'The official whose account it is' },
  input: Type.Object(ofAccount),
  output: Type.Object({ official: Nullable(Official), can: CanSchema(accountButtons) }),
})

export const accountsToJoin = endpoint({
  name: 'accounts.accountsToJoin',
  ...reads,
  path: '/api/accounts-to-join',
  says: { vi: 'Tài khoản chưa nối với cán bộ nào', en: 'Accounts joined to no official' },
  input: Type.Object({ q }),
  output: Type.Object({ accounts: Type.Array(Account) }),
})

export const officialsToJoin = endpoint({
  name: 'accounts.officialsToJoin',
  ...reads,
  path: '/api/officials-to-join',
  says: { vi: 'Cán bộ chưa có tài khoản', en: 'Officials without an account' },
  input: Type.Object({ q }),
  output: Type.Object({ officials: Type.Array(Official) }),
})

export const joinAccount = endpoint({
  name: 'accounts.join',
  ...writes,
  path: '/api/officials/:officialId/account',
  says: { vi: 'Nối tài khoản với cán bộ', en: 'Join an account to an official' },
  input: Type.Object({ ...ofOfficial, ...ofAccount, note: Type.Optional(PrintableLine(300)) }),
  output: Done,
})

export const partAccount = endpoint({
  name: 'accounts.part',
  ...writes,
  path: '/api/officials/:officialId/account/part',
  says: { vi: 'Thôi nối tài khoản với cán bộ', en: 'Part an account from an official' },
  /** The account that is seen to be joined. */
  input: Type.Object({ ...ofOfficial, ...ofAccount, because: Words(500) }),
  output: Done,
})
