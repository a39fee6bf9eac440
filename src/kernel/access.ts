/**
 * Who may do what, where. A grant is a role over an area and everything under it, for a time; a role is a set of
 * rights. `can` is the one rule; the database's row security says the same in SQL and a property test holds them equal.
 */
import type { PlainDate } from './dates.ts'
import type { AccountId, AreaId } from './ids.ts'

/** Rights an actor holds over an area. `public` and `signed_in` need no grant and may only stand on listed endpoints. */
export const rights = {
  'area.write': { vi: 'Cập nhật đơn vị hành chính', en: 'Change areas' },
  'account.manage': { vi: 'Quản lý tài khoản và quyền', en: 'Manage accounts and grants' },
  'grant.read': { vi: 'Xem ai có quyền', en: 'See who has access' },
  'audit.read': { vi: 'Xem nhật ký', en: 'Read the audit' },
  'job.read': { vi: 'Xem việc chạy nền', en: 'See background work' },
  'job.run': { vi: 'Cho chạy việc chạy nền', en: 'Run background work' },
  'standard.write': { vi: 'Nạp chuẩn và bảng điểm', en: 'Load standards and points tables' },
  'figure.read': { vi: 'Xem số liệu', en: 'Read figures' },
  'household.read': { vi: 'Xem hộ', en: 'Read households' },
  'household.reveal': { vi: 'Xem số định danh đầy đủ', en: 'See full citizen ids' },
  'household.write': { vi: 'Cập nhật hộ', en: 'Change households' },
  'round.read': { vi: 'Xem kỳ rà soát', en: 'Read review rounds' },
  'round.manage': { vi: 'Tổ chức kỳ rà soát', en: 'Run review rounds' },
  'survey.fill': { vi: 'Khảo sát hộ', en: 'Survey households' },
  'survey.check': { vi: 'Kiểm tra phiếu', en: 'Check surveys' },
  'decision.prepare': { vi: 'Dự thảo, in quyết định và giấy chứng nhận', en: 'Draft and print decisions' },
  'decision.enforce': { vi: 'Ban hành quyết định', en: 'Put decisions in force' },
  'training.read': { vi: 'Xem đào tạo', en: 'Read training' },
  'training.manage': { vi: 'Tổ chức đào tạo', en: 'Run training' },
} as const

export type GrantedRight = keyof typeof rights
/** `public`: anyone, no sign-in. `signed_in`: any account, about itself or about nobody. */
export type Right = GrantedRight | 'public' | 'signed_in'

const reading = ['figure.read', 'household.read', 'round.read', 'training.read'] as const
const commune = [
  ...reading,
  'household.reveal',
  'household.write',
  'round.manage',
  'survey.fill',
  'survey.check',
] as const

export const roles = {
  administrator: {
    vi: 'Quản trị',
    en: 'Administrator',
    rights: [
      'area.write',
      'account.manage',
      'grant.read',
      'audit.read',
      'job.read',
      'job.run',
      'standard.write',
      'figure.read',
    ],
  },
  province: {
    vi: 'Cán bộ tỉnh',
    en: 'Province official',
    rights: [...reading, 'grant.read', 'audit.read', 'standard.write'],
  },
  district: {
    vi: 'Cán bộ huyện (đến 30/06/2025)',
    en: 'District official (to 30/06/2025)',
    rights: [...reading, 'grant.read'],
  },
  commune_official: {
    vi: 'Công chức xã',
    en: 'Commune official',
    rights: [...commune, 'decision.prepare', 'decision.enforce', 'grant.read'],
  },
  commune_chair: {
    vi: 'Chủ tịch UBND xã',
    en: 'Commune chair',
    rights: [...reading, 'decision.enforce', 'grant.read', 'audit.read'],
  },
  enumerator: { vi: 'Rà soát viên', en: 'Enumerator', rights: ['household.read', 'round.read', 'survey.fill'] },
  training_organiser: {
    vi: 'Tổ chức đào tạo',
    en: 'Training organiser',
    rights: ['figure.read', 'training.read', 'training.manage'],
  },
  auditor: { vi: 'Kiểm tra, giám sát', en: 'Auditor', rights: [...reading, 'grant.read', 'audit.read', 'job.read'] },
  viewer: { vi: 'Xem số liệu', en: 'Viewer', rights: ['figure.read'] },
} as const satisfies Record<string, { vi: string; en: string; rights: readonly GrantedRight[] }>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

export const roleHolds = (role: Role, right: GrantedRight): boolean =>
  (roles[role].rights as readonly GrantedRight[]).includes(right)

/** A grant in force today, as an actor carries it. */
export type HeldGrant = { readonly role: Role; readonly areaId: AreaId }

export type Actor = {
  readonly accountId: AccountId
  readonly name: string
  readonly grants: readonly HeldGrant[]
}

/** The areas over which the actor holds a right (each with everything under it). Empty means: refused everywhere. */
export const areasWith = (actor: Actor, right: GrantedRight): AreaId[] => [
  ...new Set(actor.grants.filter((g) => roleHolds(g.role, right)).map((g) => g.areaId)),
]

/**
 * May the actor use this right here? `over` lists the area and every area above it, as held today (an ended area
 * answers with what stands above its successors).
 */
export const can = (actor: Actor, right: GrantedRight, over: readonly AreaId[]): boolean =>
  areasWith(actor, right).some((area) => over.includes(area))

/** A right given to an account for a time, half-open. */
export type GrantPeriod = {
  readonly role: Role
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly until: PlainDate | null
}
