/** Credentials as they are issued, and how each stands on a day. */
import { type Static, Type } from 'typebox'
import { EarlierDecision } from '#features/training/model.ts'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

/** What a credential rests on: a class that was completed, or what counts as much, entered by a person with its document. */
export const bases = {
  turn: { vi: 'hoàn thành lớp', en: 'completed a class' },
  taught: { vi: 'giảng dạy chuyên đề', en: 'taught the topic' },
  equivalent: { vi: 'chứng nhận tương đương', en: 'an accepted equivalent' },
} as const satisfies Record<string, Said>
export type Basis = keyof typeof bases
export const BasisSchema = Type.Unsafe<Basis>(Type.Enum(Object.keys(bases) as Basis[]))
export const EnteredBasisSchema = Type.Unsafe<Exclude<Basis, 'turn'>>(Type.Enum(['taught', 'equivalent']))

/** `expiring`: valid, and its last day is near. */
export const credentialStates = {
  valid: { vi: 'Còn hạn', en: 'Valid' },
  expiring: { vi: 'Sắp hết hạn', en: 'Ends soon' },
  coming: { vi: 'Chưa đến ngày', en: 'Not valid yet' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  reissued: { vi: 'Đã cấp lại', en: 'Reissued' },
} as const satisfies Record<string, Said>
export type CredentialState = keyof typeof credentialStates
export const CredentialStateSchema = Type.Unsafe<CredentialState>(
  Type.Enum(Object.keys(credentialStates) as CredentialState[]),
)
/** What a credential rests on no longer stands. */
export const groundGone = { vi: 'Căn cứ không còn', en: 'What it rests on is gone' } as const
/** How many days before its end one is said to end soon. */
export const soonDays = 60
/** The most that one act changes. */
export const mostAtOnce = 1000

/** Why somebody who completed what a rule asks is left for a person to decide. */
export const leftWhys = {
  own_hand: {
    vi: 'tự điểm danh, tự ghép hoặc tự ghi lớp đã xong cho mình',
    en: 'marked, matched or completed the class for themselves',
  },
  revoked: { vi: 'chứng nhận trước đã bị thu hồi', en: 'the credential before was revoked' },
  self: { vi: 'là chính bạn: người khác cấp', en: 'it is you: somebody else issues it' },
} as const satisfies Record<string, Said>
export type LeftWhy = keyof typeof leftWhys
/** The most that are told by name. */
export const mostLeft = 100
export const LeftRow = Type.Object({
  officialId: IdOf<'official'>(),
  name: Type.String(),
  rule: Type.String(),
  completedOn: PlainDateSchema,
  why: Type.Unsafe<LeftWhy>(Type.Enum(Object.keys(leftWhys) as LeftWhy[])),
})
export type Left = Static<typeof LeftRow>

export const credentialButtons = {
  extend: { right: 'credential.manage' },
  revoke: { right: 'credential.manage' },
  restore: { right: 'credential.manage' },
  reissue: { right: 'credential.manage' },
} as const

export const CredentialRow = Type.Object({
  credentialId: IdOf<'credential'>(),
  ruleId: IdOf<'credential_rule'>(),
  rule: Type.String(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  fromId: IdOf<'area'>(),
  unit: Type.String(),
  standardId: Nullable(Type.String()),
  /** What it is called. */
  standard: Nullable(SaidSchema),
  basis: BasisSchema,
  completedOn: PlainDateSchema,
  validFrom: PlainDateSchema,
  /** As issued, and with the decisions that extend it; both days included. */
  issuedLast: PlainDateSchema,
  lastDay: PlainDateSchema,
  state: CredentialStateSchema,
  /** A class that it rests on was not completed after all, or its test is passed no more: somebody decides. */
  groundless: Type.Boolean(),
  can: CanSchema(credentialButtons),
})
export type Credential = Static<typeof CredentialRow>

export const Extended = Type.Object({
  credentialExtensionId: IdOf<'credential_extension'>(),
  number: Type.String(),
  decidedOn: PlainDateSchema,
  issuer: Type.String(),
  lastDay: PlainDateSchema,
  because: Type.String(),
  withdrawnBecause: Nullable(Type.String()),
  earlier: Type.Array(EarlierDecision),
})

const Other = Type.Object({ credentialId: IdOf<'credential'>(), name: Type.String() })
/** One with what it rests on and what was decided about it. */
export const WholeCredential = Type.Object({
  ...CredentialRow.properties,
  areaId: IdOf<'area'>(),
  /** The classes whose completion it rests on. */
  classes: Type.Array(Type.Object({ classId: IdOf<'training_class'>(), title: Type.String() })),
  document: Type.String(),
  issuedOn: PlainDateSchema,
  issuedBy: Nullable(Type.String()),
  revoked: Nullable(Type.Object({ on: PlainDateSchema, because: Type.String() })),
  replaces: Nullable(Other),
  replacedBy: Nullable(Other),
  reissuedBecause: Nullable(Type.String()),
  extensions: Type.Array(Extended),
})
export type Whole = Static<typeof WholeCredential>
