/**
 * Officials of Quảng Ninh, Hoành Bồ and its four difficult communes from the day of Đề án 196 on, with those who were moved
 * into the communes for a time. People, posts and moves are invented; that there were four such communes is recalled.
 */
import { demoAreas } from '#features/areas/demoPlaces.ts'
import { reformDay } from '#features/areas/nation/days.ts'
import { plainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Held, Person } from './rosterPeople.ts'

const { quangNinh, hoanhBoDistrict, haLong, kyThuong2021, dongLam2021, dongSon2021, tanDan2021 } = demoAreas
const days = {
  scheme: plainDate('2017-07-17'),
  sent: plainDate('2017-10-01'),
  back: plainDate('2020-04-01'),
  districtEnds: plainDate('2020-01-01'),
  elections: plainDate('2021-07-01'),
}

const toElections = (post: string, area: AreaId, from = days.scheme): Held => ({
  ...{ post, area, from, until: days.elections, because: 'term_over' },
})
const toReform = (post: string, area: AreaId, from = days.elections): Held => ({
  ...{ post, area, from, until: reformDay, because: 'unit_ended' },
})
const toEndOfDistrict = (post: string, from = days.scheme): Held => ({
  ...{ post, area: hoanhBoDistrict, from, until: days.districtEnds, because: 'unit_ended' },
})

type Whom = Pick<Person, 'key' | 'account' | 'name' | 'sex' | 'born' | 'unit' | 'ethnicity'>
const dao = '09'

const ofUnits: readonly (Whom & { readonly held: readonly Held[] })[] = [
  {
    ...{ key: 'qn leader', name: 'Vũ Thị Hợi', sex: 'female', born: 1971, unit: quangNinh },
    held: [{ post: 'leader', area: quangNinh, from: days.scheme }],
  },
  {
    ...{ key: 'loi', account: true, name: 'Phạm Văn Lợi', sex: 'male', born: 1984, unit: quangNinh },
    held: [{ post: 'specialist', area: quangNinh, from: days.scheme }],
  },
  {
    ...{ key: 'hoanh-bo leader', name: 'Nguyễn Văn Hoành', sex: 'male', born: 1966, unit: haLong },
    held: [toEndOfDistrict('leader')],
  },
  {
    ...{ key: 'hoanh-bo specialist', name: 'Lương Thị Mận', sex: 'female', born: 1987, unit: haLong },
    held: [toReform('specialist', haLong, days.districtEnds), toEndOfDistrict('specialist')],
  },
  {
    ...{ key: 'ky-thuong leader', name: 'Triệu Văn Vỵ', sex: 'male', born: 1972, unit: kyThuong2021, ethnicity: dao },
    held: [toElections('leader', kyThuong2021)],
  },
  {
    ...{ key: 'ky-thuong specialist', name: 'Bàn Thị Quý', sex: 'female', born: 1989, unit: kyThuong2021 },
    ...{ ethnicity: dao, held: [toReform('specialist', kyThuong2021, days.scheme)] },
  },
  {
    ...{ key: 'dong-lam leader', name: 'Đặng Văn Tiến', sex: 'male', born: 1970, unit: dongLam2021, ethnicity: dao },
    held: [toReform('leader', dongLam2021, days.scheme)],
  },
  {
    ...{ key: 'dong-lam specialist', name: 'Lý Thị Hoa', sex: 'female', born: 1991, unit: dongLam2021, ethnicity: dao },
    held: [toReform('specialist', dongLam2021, days.scheme)],
  },
  {
    ...{ key: 'dong-son leader', name: 'Đặng Văn Sính', sex: 'male', born: 1968, unit: dongSon2021, ethnicity: dao },
    held: [toElections('leader', dongSon2021)],
  },
  {
    ...{ key: 'dong-son specialist', name: 'Phùng Thị Lan', sex: 'female', born: 1990, unit: dongSon2021 },
    ...{ ethnicity: dao, held: [toReform('specialist', dongSon2021, days.scheme)] },
  },
  {
    ...{ key: 'tan-dan leader', name: 'Bàn Văn Ba', sex: 'male', born: 1974, unit: tanDan2021, ethnicity: dao },
    held: [toReform('leader', tanDan2021, days.scheme)],
  },
]

/** Away for a time from a post of the district or the province; the first of `held` is left, the second is there. */
type Sent = Whom & Pick<Person, 'held'> & Required<Pick<Person, 'moved'>>
const sent: readonly Sent[] = [
  {
    ...{ key: 'rotated ky-thuong', name: 'Hoàng Văn Lực', sex: 'male', born: 1980, unit: haLong },
    held: [
      toEndOfDistrict('mass_organisation'),
      { post: 'leader', area: kyThuong2021, from: days.sent, until: days.back, because: 'term_over' },
      toReform('mass_organisation', haLong, days.back),
    ],
    moved: {
      ...{ kind: 'rotation', why: 'Tăng cường lãnh đạo cho xã đặc biệt khó khăn theo Đề án 196' },
      ...{
        plannedLast: plainDate('2020-09-30'),
        outcome: 'Xã hoàn thành mục tiêu; về nhận việc tại thành phố Hạ Long',
      },
    },
  },
  {
    ...{ key: 'rotated dong-lam', name: 'Trần Thị Thanh Hà', sex: 'female', born: 1985, unit: haLong },
    held: [
      toEndOfDistrict('mass_organisation'),
      { post: 'leader', area: dongLam2021, from: days.sent, until: days.back, because: 'promoted' },
      toReform('leader', haLong, days.back),
    ],
    moved: {
      ...{ kind: 'rotation', why: 'Luân chuyển đào tạo; hỗ trợ xã làm chủ đầu tư công trình Chương trình 135' },
      ...{ plannedLast: plainDate('2020-09-30'), outcome: 'Được đề bạt tại thành phố Hạ Long' },
    },
  },
  {
    ...{ key: 'seconded dong-son', name: 'Ngô Đức Thuận', sex: 'male', born: 1983, unit: quangNinh },
    held: [
      { post: 'specialist', area: quangNinh, from: days.scheme },
      { post: 'specialist', area: dongSon2021, from: days.sent, until: plainDate('2019-01-01'), because: 'term_over' },
    ],
    moved: {
      ...{ kind: 'secondment', why: 'Giúp xã lập hồ sơ công trình và dự án hỗ trợ sản xuất' },
      ...{ plannedLast: plainDate('2018-12-31'), outcome: 'Hết thời hạn, về lại đơn vị cũ' },
    },
  },
  {
    ...{ key: 'rotated tan-dan', name: 'Đinh Thị Lệ', sex: 'female', born: 1988, unit: haLong },
    held: [
      toEndOfDistrict('specialist'),
      { post: 'specialist', area: tanDan2021, from: days.sent, until: days.districtEnds, because: 'moved' },
      toReform('specialist', haLong, days.districtEnds),
    ],
    moved: {
      ...{ kind: 'rotation', why: 'Xã Tân Dân chưa có công chức phụ trách giảm nghèo' },
      ...{
        plannedLast: plainDate('2020-09-30'),
        outcome: 'Kết thúc sớm khi huyện Hoành Bồ nhập vào thành phố Hạ Long',
      },
    },
  },
]

export const hoanhBoPeople: readonly Person[] = [...ofUnits, ...sent]
