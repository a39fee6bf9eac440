/** The calls about accounts, sessions and grants. */
import { Type } from 'typebox'
import { type Authority, authorityNames, type GrantedRight, type Role, rightNames, roleNames } from '#kernel/access.ts'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { PrintableText, ToldSchema } from '#kernel/schema.ts'
import { listFile } from '#kernel/table.ts'

const RoleSchema = Type.Unsafe<Role>(Type.Enum(roleNames))
const AuthoritySchema = Type.Unsafe<Authority>(Type.Enum(authorityNames))
const Done = Type.Object({ done: Type.Literal(true) })
const Password = Type.String({ minLength: 10, maxLength: 200 })
/** The first password is handed over by the administrator; it may be short only as long as it is not used to work. */
const Login = Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{1,40}$' })

export const Me = Type.Object({
  account: Type.Union([
    Type.Null(),
    Type.Object({
      accountId: IdOf<'account'>(),
      name: Type.String(),
      login: Type.String(),
      mustChangePassword: Type.Boolean(),
      grants: Type.Array(Type.Object({ role: RoleSchema, areaId: IdOf<'area'>(), areaName: Type.String() })),
      /** Grants that ended, the latest first: what was held, where, and the first day without it. */
      ended: Type.Array(Type.Object({ role: RoleSchema, areaName: Type.String(), until: PlainDateSchema })),
      /** Rights the account holds anywhere; screens show rooms by it, the server decides by the area. */
      can: Type.Array(Type.Unsafe<GrantedRight>(Type.Enum(rightNames))),
      csrf: Type.String(),
    }),
  ]),
  today: PlainDateSchema,
  demo: Type.Boolean(),
  /** True until the first administrator exists. */
  setup: Type.Boolean(),
})

export const me = endpoint({
  name: 'people.me',
  method: 'GET',
  path: '/api/me',
  right: 'public',
  says: { vi: 'Tôi là ai', en: 'Who am I' },
  input: Type.Object({}),
  output: Me,
})

export const signIn = endpoint({
  name: 'people.signIn',
  method: 'POST',
  path: '/api/sign-in',
  right: 'public',
  says: { vi: 'Đăng nhập', en: 'Sign in' },
  input: Type.Object({ login: Type.String({ maxLength: 100 }), password: Type.String({ maxLength: 200 }) }),
  output: Done,
})

export const signOut = endpoint({
  name: 'people.signOut',
  method: 'POST',
  path: '/api/sign-out',
  right: 'own_account',
  says: { vi: 'Đăng xuất', en: 'Sign out' },
  input: Type.Object({}),
  output: Done,
})

export const changePassword = endpoint({
  name: 'people.changePassword',
  method: 'POST',
  path: '/api/password',
  right: 'own_account',
  says: { vi: 'Đổi mật khẩu', en: 'Change my password' },
  input: Type.Object({ old: Type.String({ maxLength: 200 }), new: Password }),
  output: Done,
})

export const setUp = endpoint({
  name: 'people.setUp',
  method: 'POST',
  path: '/api/set-up',
  right: 'public',
  says: { vi: 'Tạo người quản trị đầu tiên', en: 'Create the first administrator' },
  input: Type.Object({
    token: Type.String({ maxLength: 200 }),
    login: Login,
    name: PrintableText(100),
    password: Password,
  }),
  output: Done,
})

export const demoAccounts = endpoint({
  name: 'people.demoAccounts',
  method: 'GET',
  path: '/api/demo-accounts',
  right: 'public',
  says: { vi: 'Tài khoản của bản trình diễn', en: 'Accounts of the demo' },
  input: Type.Object({}),
  output: Type.Object({
    password: Type.String(),
    accounts: Type.Array(
      Type.Object({
        login: Type.String(),
        name: Type.String(),
        role: RoleSchema,
        areaName: Type.String(),
        story: Type.Object({ vi: Type.String(), en: Type.String() }),
      }),
    ),
  }),
})

export const mySessions = endpoint({
  name: 'people.mySessions',
  method: 'GET',
  path: '/api/me/sessions',
  right: 'own_account',
  says: { vi: 'Các phiên đăng nhập của tôi', en: 'My sessions' },
  input: Type.Object({}),
  output: Type.Object({
    sessions: Type.Array(
      Type.Object({
        id: IdOf<'session'>(),
        startedAt: Type.String(),
        seenAt: Type.String(),
        device: Type.String(),
        current: Type.Boolean(),
      }),
    ),
  }),
})

export const endSession = endpoint({
  name: 'people.endSession',
  method: 'POST',
  path: '/api/me/sessions/:sessionId/end',
  right: 'own_account',
  says: { vi: 'Kết thúc một phiên', en: 'End a session' },
  input: Type.Object({ sessionId: IdOf<'session'>() }),
  output: Done,
})

const GrantRow = Type.Object({
  grantId: IdOf<'access_grant'>(),
  accountId: IdOf<'account'>(),
  login: Type.String(),
  name: Type.String(),
  role: RoleSchema,
  /** By what authority a chair signs; `own` for everybody else. */
  authority: AuthoritySchema,
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  from: PlainDateSchema,
  until: Type.Union([PlainDateSchema, Type.Null()]),
  givenBy: Type.Union([Type.String(), Type.Null()]),
  givenAt: Type.String(),
})

/** Where a role is given: one unit, in the words of the first versions, or several at once. */
const Where = {
  areaId: Type.Optional(IdOf<'area'>()),
  areaIds: Type.Optional(Type.Array(IdOf<'area'>(), { minItems: 1, maxItems: 200, uniqueItems: true })),
}

/** What is offered beside the list of who has access. */
export const accessButtons = { manage: { right: 'account.manage' } } as const satisfies Buttons

export const whoHasAccess = endpoint({
  name: 'people.whoHasAccess',
  method: 'GET',
  path: '/api/areas/:areaId/access',
  right: 'grant.read',
  says: { vi: 'Ai có quyền tại đơn vị này', en: 'Who has access to this area' },
  input: Type.Object({
    areaId: IdOf<'area'>(),
    /** Those alone whose unit stands no more: they are to be given over another, and ended. */
    ended: Type.Optional(Type.Boolean()),
    /** Those alone that were given at the unit itself: with it they end. */
    here: Type.Optional(Type.Boolean()),
  }),
  output: Type.Object({ grants: Type.Array(GrantRow), can: CanSchema(accessButtons) }),
})

export const accessFile = listFile(whoHasAccess, { name: 'people.accessFile', path: '/api/areas/:areaId/access/file' })

export const createAccount = endpoint({
  name: 'people.createAccount',
  method: 'POST',
  path: '/api/accounts',
  right: 'account.manage',
  says: { vi: 'Tạo tài khoản và giao quyền', en: 'Create an account with a grant' },
  input: Type.Object({
    login: Login,
    name: PrintableText(100),
    firstPassword: Password,
    role: RoleSchema,
    authority: Type.Optional(AuthoritySchema),
    ...Where,
    until: Type.Optional(Type.Union([PlainDateSchema, Type.Null()])),
  }),
  output: Type.Object({ accountId: IdOf<'account'>() }),
})

export const giveGrant = endpoint({
  name: 'people.giveGrant',
  method: 'POST',
  path: '/api/accounts/:accountId/grants',
  right: 'account.manage',
  says: { vi: 'Giao quyền tại một hay nhiều đơn vị', en: 'Give a role over one unit or several' },
  input: Type.Object({
    accountId: IdOf<'account'>(),
    role: RoleSchema,
    authority: Type.Optional(AuthoritySchema),
    ...Where,
    from: PlainDateSchema,
    until: Type.Union([PlainDateSchema, Type.Null()]),
  }),
  /** One a unit, in the order asked; `grantId`: the first. */
  output: Type.Object({ grantId: IdOf<'access_grant'>(), grantIds: Type.Array(IdOf<'access_grant'>()) }),
})

export const endGrant = endpoint({
  name: 'people.endGrant',
  method: 'POST',
  path: '/api/grants/:grantId/end',
  right: 'account.manage',
  says: { vi: 'Thu hồi quyền', en: 'End a grant' },
  input: Type.Object({ grantId: IdOf<'access_grant'>() }),
  output: Done,
})

export const grantTouched = endpoint({
  name: 'people.grantTouched',
  method: 'GET',
  path: '/api/grants/:grantId/touched',
  right: 'account.manage',
  says: {
    vi: 'Việc đang ở trong tay người có quyền, xem trước khi thu hồi',
    en: 'What is in the hands of who holds a grant',
  },
  input: Type.Object({ grantId: IdOf<'access_grant'>() }),
  output: ToldSchema,
})

export const resetPassword = endpoint({
  name: 'people.resetPassword',
  method: 'POST',
  path: '/api/accounts/:accountId/reset-password',
  right: 'account.manage',
  says: { vi: 'Đặt lại mật khẩu', en: 'Reset a password' },
  input: Type.Object({ accountId: IdOf<'account'>(), firstPassword: Password }),
  output: Done,
})
