/** One account for each role, and a neighbour to try the doors with. People are invented. */

import { demoAreas } from '#features/areas/demoPlaces.ts'
import { stableId } from '#features/areas/nation/stableIds.ts'
import type { Role } from '#kernel/access.ts'
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import { hashOfPassword } from '../passwords.ts'

export const demoPassword = 'nang-buoc-demo'

export type DemoAccount = { login: string; name: string; role: Role; areaName: string; story: Said }

type Person = {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly areas: readonly AreaId[]
  readonly areaName: string
  readonly until?: PlainDate
  readonly story: Said
}

const { villages } = demoAreas
const start = plainDate('2026-01-01')

const people: readonly Person[] = [
  {
    login: 'mai',
    name: 'Nguyễn Thị Mai',
    role: 'enumerator',
    areas: villages.tamHong.slice(0, 3),
    areaName: 'Thôn 1-3, Tam Hồng',
    story: {
      vi: 'Trưởng thôn: khảo sát các hộ của thôn trên điện thoại',
      en: 'Village head: surveys her households on a phone',
    },
  },
  {
    login: 'thang',
    name: 'Trần Văn Thắng',
    role: 'enumerator',
    areas: [...villages.tamHong.slice(3), ...villages.yenDong, ...villages.yenPhuong],
    areaName: 'Thôn 4-27, Tam Hồng',
    story: { vi: 'Rà soát viên các thôn còn lại', en: 'Enumerator of the other villages' },
  },
  {
    login: 'hung',
    name: 'Lê Văn Hùng',
    role: 'commune_official',
    areas: [demoAreas.tamHongToday],
    areaName: 'Xã Tam Hồng, Phú Thọ',
    story: {
      vi: 'Công chức xã: giao việc, kiểm tra phiếu, dự thảo quyết định, in giấy',
      en: 'Commune official: assigns, checks, drafts the decision, prints',
    },
  },
  {
    login: 'bich',
    name: 'Phạm Thị Bích',
    role: 'commune_chair',
    areas: [demoAreas.tamHongToday],
    areaName: 'Xã Tam Hồng, Phú Thọ',
    story: {
      vi: 'Chủ tịch UBND xã: xem việc chờ ký, ban hành quyết định',
      en: 'Commune chair: sees what waits to be signed, puts it in force',
    },
  },
  {
    login: 'lan',
    name: 'Đỗ Thị Lan',
    role: 'province',
    areas: [demoAreas.phuTho],
    areaName: 'Tỉnh Phú Thọ',
    story: {
      vi: 'Cán bộ tỉnh: theo dõi các xã, ghi phê duyệt khung, kế hoạch đào tạo, định mức chi',
      en: 'Province official: follows the communes, approves training frameworks and plans, enters norms of spending',
    },
  },
  {
    login: 'huyen',
    name: 'Vũ Văn Huy',
    role: 'district',
    areas: [demoAreas.yenLac],
    areaName: 'Huyện Yên Lạc',
    until: plainDate('2025-07-01'),
    story: {
      vi: 'Cán bộ huyện: quyền đã hết cùng cấp huyện',
      en: 'District official: the grant ended with the districts',
    },
  },
  {
    login: 'dao',
    name: 'Bùi Thị Đào',
    role: 'training_organiser',
    areas: [demoAreas.phuTho],
    areaName: 'Tỉnh Phú Thọ',
    story: {
      vi: 'Tổ chức đào tạo: ghi chương trình, soạn khung đào tạo, kế hoạch của tỉnh',
      en: 'Training organiser: enters programmes, drafts the framework and the plan of the province',
    },
  },
  {
    login: 'kiem',
    name: 'Hoàng Văn Kiểm',
    role: 'auditor',
    areas: [demoAreas.phuTho],
    areaName: 'Tỉnh Phú Thọ',
    story: { vi: 'Kiểm tra: xem tất cả, không sửa gì', en: 'Auditor: reads all, changes nothing' },
  },
  {
    login: 'xem',
    name: 'Đặng Thị Xuân',
    role: 'viewer',
    areas: [demoAreas.phuTho],
    areaName: 'Tỉnh Phú Thọ',
    story: { vi: 'Xem số liệu, không thấy tên hộ', en: 'Viewer: figures, no names' },
  },
  {
    login: 'quantri',
    name: 'Ngô Quang Trị',
    role: 'administrator',
    areas: [demoAreas.nation],
    areaName: 'Việt Nam',
    story: { vi: 'Quản trị: tài khoản, quyền, đơn vị hành chính', en: 'Administrator: accounts, grants, areas' },
  },
  {
    login: 'son',
    name: 'Triệu Văn Sơn',
    role: 'commune_official',
    areas: [demoAreas.kyThuongToday],
    areaName: 'Xã Kỳ Thượng, Quảng Ninh',
    story: {
      vi: 'Công chức xã khác: không thấy gì của Tam Hồng',
      en: "Another commune's official: sees nothing of Tam Hồng",
    },
  },
  {
    login: 'loi',
    name: 'Phạm Văn Lợi',
    role: 'province',
    areas: [demoAreas.quangNinh],
    areaName: 'Tỉnh Quảng Ninh',
    story: {
      vi: 'Cán bộ tỉnh khác: bốn xã khó khăn của Hoành Bồ năm 2018, Đề án 196, Kế hoạch 92',
      en: "Another province's official: its four difficult communes in 2018, Scheme 196, Plan 92",
    },
  },
]

export const demoAccountId = (login: string): AccountId => stableId('account', 'demo', login)

/** Writes the accounts and grants. */
export async function addDemoAccounts(db: OwnerConnection): Promise<void> {
  const hash = await hashOfPassword(demoPassword)
  await insertRows(db, {
    table: 'account',
    columns: columnsIn('id:uuid login:text full_name:text password_hash:text must_change_password:boolean'),
    rows: people.map((p) => [demoAccountId(p.login), p.login, p.name, hash, false]),
  })
  await insertRows(db, {
    table: 'access_grant',
    columns: columnsIn('id:uuid account_id:uuid role:text area_id:uuid valid_from:date valid_until:date given_by:uuid'),
    rows: people.flatMap((p) =>
      p.areas.map((area, n) => [
        stableId('access_grant', 'demo', p.login, String(n)),
        demoAccountId(p.login),
        p.role,
        area,
        p.until ? plainDate('2021-01-01') : start,
        p.until ?? null,
        demoAccountId('quantri'),
      ]),
    ),
  })
}

/** As the demo's sign-in page lists them. */
export const demoAccounts = (): DemoAccount[] =>
  people.map(({ login, name, role, areaName, story }) => ({ login, name, role, areaName, story }))
