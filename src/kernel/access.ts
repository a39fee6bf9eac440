/**
 * Who may do what, where. A grant is a role over an area and everything under it, for a time; what a role may do is
 * read from the table `rights`, from which the guide's page and the test of strangers are made too. `can` is the one
 * rule; the database's row security says the same in SQL and a property test holds them equal.
 */
import type { PlainDate } from './dates.ts'
import type { AccountId, AreaId } from './ids.ts'
import type { Said } from './text.ts'

export const roles = {
  administrator: { vi: 'Quản trị', en: 'Administrator' },
  province: { vi: 'Cán bộ tỉnh', en: 'Province official' },
  district: { vi: 'Cán bộ huyện (đến 30/06/2025)', en: 'District official (to 30/06/2025)' },
  commune_official: { vi: 'Công chức xã', en: 'Commune official' },
  commune_chair: { vi: 'Chủ tịch UBND xã', en: 'Commune chair' },
  enumerator: { vi: 'Rà soát viên', en: 'Enumerator' },
  training_organiser: { vi: 'Tổ chức đào tạo', en: 'Training organiser' },
  auditor: { vi: 'Kiểm tra, giám sát', en: 'Auditor' },
  viewer: { vi: 'Xem số liệu', en: 'Viewer' },
} as const satisfies Record<string, Said>

export type Role = keyof typeof roles
export const roleNames = Object.keys(roles) as Role[]

/** At which levels of units a role can be given: where its work is. The third side of the table of who may do what where. */
export const roleLevels = {
  administrator: ['nation', 'province', 'commune'],
  province: ['province'],
  district: ['district'],
  commune_official: ['commune'],
  commune_chair: ['commune'],
  enumerator: ['commune', 'village'],
  training_organiser: ['nation', 'province', 'commune'],
  auditor: ['nation', 'province', 'commune'],
  viewer: ['nation', 'province', 'district', 'commune', 'village'],
} as const satisfies Record<Role, readonly string[]>

/** By what authority who holds the chair's role signs, until appointments say it: in the own right, or in place of the chair. */
export const authorities = {
  own: { vi: 'Chủ tịch', en: 'Chair' },
  acting: { vi: 'Quyền Chủ tịch', en: 'Acting chair' },
  for_chair: { vi: 'Phó Chủ tịch ký thay Chủ tịch', en: 'Vice-chair, signing for the chair' },
} as const satisfies Record<string, Said>
export type Authority = keyof typeof authorities
export const authorityNames = Object.keys(authorities) as Authority[]

/** Where a right holds. `unit` and `household` follow the grant: its unit and everything under it. */
export const reaches = {
  unit: { vi: 'đơn vị được giao', en: 'the unit of the grant and all below it' },
  household: { vi: 'hộ trong đơn vị được giao', en: 'households that live in the unit of the grant' },
  installation: { vi: 'cả phần mềm', en: 'the whole installation' },
  nation: { vi: 'cả phần mềm, chỉ người được giao toàn quốc', en: 'the whole installation, held over the nation' },
  account: { vi: 'tài khoản của mình', en: 'the own account' },
  everyone: { vi: 'những gì chung cho mọi người', en: 'what belongs to nobody' },
} as const satisfies Record<string, Said>

type Row = Said & { readonly reach: keyof typeof reaches; readonly roles: readonly Role[] }

const official = 'commune_official'
const readers = ['province', 'district', official, 'commune_chair', 'auditor'] as const

/** The one table of who may do what where: a row an act, its roles, its reach. Who is not named may not. */
export const rights = {
  'area.write': { vi: 'Cập nhật đơn vị hành chính', en: 'Change areas', reach: 'unit', roles: ['administrator'] },
  'account.manage': {
    vi: 'Quản lý tài khoản và quyền',
    en: 'Manage accounts and grants',
    reach: 'unit',
    roles: ['administrator'],
  },
  'grant.read': {
    vi: 'Xem ai có quyền',
    en: 'See who has access',
    reach: 'unit',
    roles: ['administrator', 'province', 'district', official, 'commune_chair', 'auditor'],
  },
  'audit.read': {
    vi: 'Xem nhật ký',
    en: 'Read the audit',
    reach: 'unit',
    roles: ['administrator', 'province', 'commune_chair', 'auditor'],
  },
  'job.read': {
    vi: 'Xem việc chạy nền',
    en: 'See background work',
    reach: 'installation',
    roles: ['administrator', 'auditor'],
  },
  'job.run': { vi: 'Cho chạy việc chạy nền', en: 'Run background work', reach: 'nation', roles: ['administrator'] },
  'figure.read': {
    vi: 'Xem số liệu',
    en: 'Read figures',
    reach: 'unit',
    roles: ['administrator', ...readers, 'training_organiser', 'viewer'],
  },
  'household.read': { vi: 'Xem hộ', en: 'Read households', reach: 'household', roles: [...readers, 'enumerator'] },
  'household.reveal': {
    vi: 'Xem số định danh đầy đủ',
    en: 'See full citizen ids',
    reach: 'household',
    roles: [official],
  },
  'household.write': { vi: 'Cập nhật hộ', en: 'Change households', reach: 'household', roles: [official] },
  'household.carry': {
    vi: 'Mang sổ hộ của cả xã về điện thoại',
    en: 'Take the register of a commune to the phone',
    reach: 'household',
    roles: [official],
  },
  'round.read': { vi: 'Xem kỳ rà soát', en: 'Read review rounds', reach: 'unit', roles: [...readers, 'enumerator'] },
  'round.manage': { vi: 'Tổ chức kỳ rà soát', en: 'Run review rounds', reach: 'unit', roles: [official] },
  'survey.fill': {
    vi: 'Khảo sát hộ',
    en: 'Survey households',
    reach: 'household',
    roles: [official, 'enumerator'],
  },
  'survey.check': { vi: 'Kiểm tra phiếu', en: 'Check surveys', reach: 'household', roles: [official] },
  'decision.prepare': {
    vi: 'Dự thảo, in quyết định và giấy chứng nhận',
    en: 'Draft and print decisions',
    reach: 'unit',
    roles: [official],
  },
  'decision.enforce': {
    vi: 'Ban hành quyết định',
    en: 'Put decisions in force',
    reach: 'unit',
    roles: [official, 'commune_chair'],
  },
  'roster.read': {
    vi: 'Xem sổ cán bộ',
    en: 'Read the roster of officials',
    reach: 'unit',
    roles: [...readers, 'training_organiser'],
  },
  'roster.open': {
    vi: 'Mở lý lịch công tác của cán bộ',
    en: 'Open the particulars of officials',
    reach: 'unit',
    roles: ['province', 'district', official, 'commune_chair', 'training_organiser'],
  },
  'roster.write': {
    vi: 'Cập nhật sổ cán bộ',
    en: 'Change the roster of officials',
    reach: 'unit',
    roles: ['province', 'district', official],
  },
  'roster.target': {
    vi: 'Đặt chỉ tiêu luân chuyển của tỉnh',
    en: 'Set the targets of moves of a province',
    reach: 'unit',
    roles: ['province'],
  },
  'roster.account': {
    vi: 'Nối tài khoản với cán bộ trong sổ',
    en: 'Join accounts to officials of the roster',
    reach: 'unit',
    roles: ['administrator', 'province', official],
  },
  'roster.rules': {
    vi: 'Ghi định mức, tiêu chuẩn của chức danh, định mức của các Ban',
    en: 'Enter norms and requirements of posts, and norms of bodies',
    reach: 'unit',
    roles: ['administrator', 'province'],
  },
  'body.read': {
    vi: 'Xem Ban Chỉ đạo, Ban Giám sát',
    en: 'Read steering and supervision bodies',
    reach: 'unit',
    roles: [...readers, 'training_organiser'],
  },
  'body.write': {
    vi: 'Cập nhật Ban Chỉ đạo, Ban Giám sát',
    en: 'Change steering and supervision bodies',
    reach: 'unit',
    roles: ['province', official],
  },
  'training.read': {
    vi: 'Xem đào tạo',
    en: 'Read training',
    reach: 'unit',
    roles: [...readers, 'training_organiser'],
  },
  'training.manage': {
    vi: 'Soạn chương trình, khung đào tạo; ghi nơi mở lớp, đường đi',
    en: 'Draft programmes and training frameworks; enter places of classes and ways',
    reach: 'unit',
    roles: ['training_organiser'],
  },
  'training.nominate': {
    vi: 'Cử người đi học',
    en: 'Nominate people for training',
    reach: 'unit',
    roles: [official],
  },
  'training.approve': {
    vi: 'Ghi phê duyệt khung đào tạo',
    en: 'Record the approval of training frameworks',
    reach: 'unit',
    roles: ['province'],
  },
  'training.plan': {
    vi: 'Lập kế hoạch đào tạo của năm',
    en: 'Draft the plan of training of a year',
    reach: 'unit',
    roles: ['training_organiser', 'district', official],
  },
  'training.comment': {
    vi: 'Góp ý cho bản thảo kế hoạch đào tạo',
    en: 'Comment on drafts of plans of training',
    reach: 'unit',
    roles: ['district', official, 'commune_chair'],
  },
  'training.decide': {
    vi: 'Ghi phê duyệt kế hoạch đào tạo; duyệt người của đơn vị đi học',
    en: 'Record the approval of plans of training; approve who of the unit is sent to classes',
    reach: 'unit',
    roles: ['province', 'commune_chair'],
  },
  'training.norm': {
    vi: 'Ghi định mức chi đào tạo, giới hạn mở lớp',
    en: 'Enter norms of spending on training and limits of classes',
    reach: 'unit',
    roles: ['province'],
  },
  'class.manage': {
    vi: 'Mở lớp: hội trường, giảng viên, lớp và buổi học; cử người của đơn vị vào lớp',
    en: 'Hold classes: halls, trainers, classes and their sessions; name people of the unit for classes',
    reach: 'unit',
    roles: ['training_organiser', 'district', official],
  },
  'question.manage': {
    vi: 'Giữ ngân hàng câu hỏi, xem đáp án',
    en: 'Keep the bank of questions, with their keys',
    reach: 'unit',
    roles: ['training_organiser', 'district', official],
  },
  'credential.rule': {
    vi: 'Đặt điều kiện cấp chứng nhận, quy định kiểm tra chứng nhận khi giao việc',
    en: 'Lay down rules of credentials and whether they are asked for where work is given',
    reach: 'unit',
    roles: ['province'],
  },
  'credential.manage': {
    vi: 'Cấp, gia hạn, thu hồi chứng nhận tập huấn',
    en: 'Issue, extend and revoke credentials',
    reach: 'unit',
    roles: ['training_organiser'],
  },
  'gate.open': {
    vi: 'Cho người khác khảo sát khi chưa có chứng nhận',
    en: 'Let somebody else survey without a credential',
    reach: 'unit',
    roles: [official, 'commune_chair'],
  },
  'library.read': {
    vi: 'Đọc thư viện học tập, hỏi nghiệp vụ',
    en: 'Read the library, ask about the work',
    reach: 'unit',
    roles: [...readers, 'enumerator', 'training_organiser', 'viewer'],
  },
  'library.manage': {
    vi: 'Giữ thư viện học tập, trả lời nghiệp vụ, xem ai đã đọc',
    en: 'Keep the library, answer questions, see who read what',
    reach: 'unit',
    roles: ['training_organiser', 'district', official],
  },
} as const satisfies Record<string, Row>

/** Acts that need no role. They may only stand on listed endpoints. */
export const openRights = {
  own_account: { vi: 'Việc của tài khoản mình', en: 'Matters of the own account', reach: 'account' },
  signed_in: { vi: 'Xem những gì chung, khi đã đăng nhập', en: 'Common readings, signed in', reach: 'everyone' },
  public: { vi: 'Không cần tài khoản', en: 'No account needed', reach: 'everyone' },
} as const satisfies Record<string, Omit<Row, 'roles'>>

export type GrantedRight = keyof typeof rights
type OpenRight = keyof typeof openRights
export type Right = GrantedRight | OpenRight
export const rightNames = Object.keys(rights) as GrantedRight[]

export const isOpen = (right: Right): right is OpenRight => right in openRights

export const roleHolds = (role: Role, right: GrantedRight): boolean =>
  (rights[right].roles as readonly Role[]).includes(role)

export const rightsOf = (role: Role): GrantedRight[] => rightNames.filter((right) => roleHolds(role, right))

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
