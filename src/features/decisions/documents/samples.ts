/** Invented households for the tests and the bench of papers: the same every time, with the hardest letters. */
import { plainDate } from '#kernel/dates.ts'
import { sampleName, samplePaper } from '#platform/server/documents/samples.ts'
import type { Issuer, Signer } from '#platform/server/documents/types.ts'
import type {
  AnnexHousehold,
  CertificateInput,
  CorrectionInput,
  DecisionInput,
  HouseholdListInput,
  ListedHousehold,
  ListedMember,
} from './types.ts'

const relations = ['Chủ hộ', 'Vợ/chồng', 'Con', 'Con', 'Bố/mẹ', 'Cháu', 'Con dâu/rể']

const member = (at: number, place: number): ListedMember => ({
  name: sampleName(at * 3 + place),
  birthYear: place === 0 ? 1950 + (at % 35) : 1975 + ((at * 7 + place * 11) % 48),
  sex: (at + place) % 2 === 0 ? 'female' : 'male',
  relation: relations[place] ?? 'Con',
})

const sampleMembers = (at: number, count: number): ListedMember[] =>
  Array.from({ length: count }, (_, place) => member(at, place))

const sampleIssuer: Issuer = { superior: null, name: 'Ủy ban nhân dân xã Tam Hồng', place: 'Tam Hồng' }
const sampleSigner: Signer = { titles: ['Chủ tịch'], name: 'Nguyễn Thị Bích' }
export function sampleCertificate(at: number, signed: string | null, count = 1 + (at % 7)): CertificateInput {
  const members = sampleMembers(at, count)
  const [head] = members
  return {
    issuer: sampleIssuer,
    number: samplePaper(at).number,
    day: signed ? plainDate('2026-12-10') : null,
    class: at % 3 === 0 ? 'near_poor' : 'poor',
    head: { name: head?.name ?? '', birthYear: head?.birthYear ?? null, sex: head?.sex ?? null },
    ethnicity: at % 5 === 0 ? 'Sán Dìu' : 'Kinh',
    address: `Thôn ${(at % 14) + 1}, xã Tam Hồng, tỉnh Phú Thọ`,
    members,
    year: 2027,
    gridYears: 4,
    decision: 'Quyết định số 12/QĐ-UBND ngày 10/12/2026 của Chủ tịch Ủy ban nhân dân xã Tam Hồng',
    signer: sampleSigner,
    signed,
  }
}

const annexHousehold = (at: number, listed: AnnexHousehold['class']): AnnexHousehold => ({
  head: sampleName(at * 3),
  birthYear: 1950 + (at % 35),
  sex: at % 2 === 0 ? 'female' : 'male',
  ethnicity: at % 5 === 0 ? 'Sán Dìu' : 'Kinh',
  village: `Thôn ${(at % 14) + 1}`,
  members: 1 + (at % 7),
  class: listed,
  corrected: [],
})

export const sampleDecision = (signed: string | null): DecisionInput => ({
  issuer: sampleIssuer,
  number: signed ? '12/QĐ-UBND' : null,
  day: signed ? plainDate('2026-12-10') : null,
  subject: 'công nhận hộ nghèo, hộ cận nghèo xã Tam Hồng năm 2027',
  authority: 'Chủ tịch Ủy ban nhân dân xã Tam Hồng',
  grounds: [
    'Căn cứ Luật Tổ chức chính quyền địa phương',
    'Căn cứ Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của Thủ tướng Chính phủ quy định quy trình rà soát hộ nghèo, hộ cận nghèo hằng năm',
    'Xét đề nghị của Ban Chỉ đạo rà soát hộ nghèo, hộ cận nghèo xã Tam Hồng',
  ],
  articles: [
    'Công nhận 96 hộ nghèo và 40 hộ cận nghèo của xã Tam Hồng năm 2027 (có danh sách kèm theo). Danh sách được niêm yết tại trụ sở Ủy ban nhân dân xã và nhà văn hóa các thôn.',
    'Quyết định này có hiệu lực từ ngày 01 tháng 01 năm 2027.',
    'Công chức văn phòng, Phòng Kinh tế xã, trưởng các thôn và các hộ gia đình có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.',
  ],
  recipients: ['Như Điều 3;', 'Sở Nông nghiệp và Môi trường (báo cáo);', 'Lưu: VT.'],
  signer: sampleSigner,
  households: [
    ...Array.from({ length: 96 }, (_, at) => annexHousehold(at, 'poor')),
    ...Array.from({ length: 40 }, (_, at) => annexHousehold(at + 96, 'near_poor')),
  ],
  auditRoot: signed ? '3f9a0c51d27be84466f2e0b1a7d95c38' : null,
  signed,
})

export const sampleCorrection = (signed: string | null): CorrectionInput => {
  const { households: _h, auditRoot: _a, ...decision } = sampleDecision(signed)
  const number = '12/QĐ-UBND'
  return {
    ...decision,
    number: signed ? '31/QĐ-UBND' : null,
    subject: `đính chính thông tin hộ gia đình tại Quyết định số ${number}`,
    opening: `Đính chính thông tin của hộ ông/bà Nguyễn Thị Nhẫm, Thôn 3, ghi tại danh sách kèm theo Quyết định số ${number}, như sau:`,
    differences: [
      { what: 'Họ tên chủ hộ', was: 'Nguyễn Thị Nhẫm', is: 'Nguyễn Thị Nhẫn' },
      { what: 'Thành viên', was: 'Nguyễn Thị Nhẫm, sinh năm 1985', is: 'Nguyễn Thị Nhẫn, sinh năm 1985' },
    ],
    articles: [
      'Hộ có tên nêu tại Điều 1 vẫn là hộ nghèo. Các nội dung khác giữ nguyên.',
      'Quyết định này có hiệu lực từ ngày ký./.',
    ],
  }
}

const listed = (at: number, count: number): ListedHousehold => ({
  members: sampleMembers(at, count).map((one) => ({ ...one, ethnicity: at % 5 === 0 ? 'Sán Dìu' : 'Kinh' })),
  movement: at % 4 === 0 ? 'newly' : at % 9 === 0 ? 'fell_back' : 'stays',
  merit: at % 13 === 0,
  localMinority: at % 5 === 0,
  noLabour: at % 6 === 0,
  supports: at % 2 === 0 ? ['health', 'housing'] : ['education', 'credit', 'production'],
  corrected: [],
})

export const sampleList = (count: number): HouseholdListInput => ({
  class: 'poor',
  issuer: sampleIssuer,
  year: 2027,
  day: plainDate('2026-12-10'),
  groups: [
    {
      name: 'Xã Tam Hồng',
      households: Array.from({ length: count }, (_, at) => listed(at, at === 3 ? 15 : 1 + (at % 6))),
    },
  ],
  signer: sampleSigner,
})
