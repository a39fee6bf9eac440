/**
 * Acts that one role must not hold together: who prepares does not approve, who checks up does not act. Where the law
 * or a commune with few officials needs it all the same, the role stands under `but` with the reason. `duties.test.ts`
 * holds the table of rights to it.
 */
import { type GrantedRight, type Role, roleHolds, roleNames } from './access.ts'
import type { Said } from './text.ts'

export type Separation = Said & {
  readonly one: readonly GrantedRight[]
  readonly other: readonly GrantedRight[]
  readonly but?: Readonly<Partial<Record<Role, Said>>>
}

const givesAccess: Separation = {
  vi: 'Người giao quyền không xem hộ, không làm việc rà soát.',
  en: 'Who gives access neither sees households nor works on reviews.',
  one: ['account.manage'],
  other: [
    'household.read',
    'household.reveal',
    'household.write',
    'household.carry',
    'round.manage',
    'survey.fill',
    'survey.check',
    'decision.prepare',
    'decision.enforce',
  ],
}

export const separations: readonly Separation[] = [
  {
    vi: 'Người dự thảo quyết định không ban hành quyết định.',
    en: 'Who drafts a decision does not put it in force.',
    one: ['decision.prepare'],
    other: ['decision.enforce'],
    but: {
      commune_official: {
        vi: 'Quyết định do Chủ tịch UBND xã ký trên giấy; công chức xã chỉ nhập thay, kèm bản quét trang đã ký, và nhật ký ghi ai nhập.',
        en: 'The chair signs on paper; the commune official only enters it, with the scan of the signed page, and the audit says who did.',
      },
    },
  },
  {
    vi: 'Người khảo sát hộ không kiểm tra phiếu.',
    en: 'Who surveys a household does not check the survey.',
    one: ['survey.fill'],
    other: ['survey.check'],
    but: {
      commune_official: {
        vi: 'Xã ít người: công chức xã khảo sát thay khi thôn không có rà soát viên; nhật ký ghi ai khảo sát, ai kiểm tra.',
        en: 'Few officials: the commune official surveys where a village has no enumerator; the audit says who surveyed and who checked.',
      },
    },
  },
  {
    vi: 'Người soạn khung đào tạo không ghi phê duyệt khung ấy.',
    en: 'Who drafts a training framework does not record its approval.',
    one: ['training.manage'],
    other: ['training.approve'],
  },
  {
    vi: 'Người lập kế hoạch đào tạo không ghi phê duyệt kế hoạch ấy.',
    en: 'Who drafts a plan of training does not record its approval.',
    one: ['training.plan'],
    other: ['training.decide'],
  },
  givesAccess,
  {
    vi: 'Người xem nhật ký không làm những việc mà nhật ký ghi về hộ, phiếu, quyết định.',
    en: 'Who reads the audit does not do what it tells of households, surveys and decisions.',
    one: ['audit.read'],
    other: ['household.write', 'round.manage', 'survey.fill', 'survey.check', 'decision.prepare', 'decision.enforce'],
    but: {
      commune_chair: {
        vi: 'Chủ tịch UBND xã chịu trách nhiệm về việc của xã nên xem được nhật ký của xã; nhật ký không ai sửa được.',
        en: "The chair answers for the commune and so reads the commune's audit; nobody can change it.",
      },
    },
  },
]

const holdsOne = (role: Role, rights: readonly GrantedRight[]) => rights.some((right) => roleHolds(role, right))

/** The roles that hold both sides of a separation. */
export const rolesWithBoth = ({ one, other }: Separation): Role[] =>
  roleNames.filter((role) => holdsOne(role, one) && holdsOne(role, other))

/** Whether one person must not hold both roles over the same unit: who gives access there would see its households. */
export const rolesApart = (a: Role, b: Role): boolean =>
  [
    [a, b],
    [b, a],
  ].some(([one, other]) => one && other && holdsOne(one, givesAccess.one) && holdsOne(other, givesAccess.other))
