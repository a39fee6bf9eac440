/**
 * One word for one thing: the code's word, the official Vietnamese term, the English one, and where the term is from.
 * Marks as everywhere: `text` read in the law itself, `secondary` told by another page, `recalled` from memory.
 */
import type { Said } from './text.ts'

export type Term = Said & { readonly source: string; readonly mark: 'text' | 'secondary' | 'recalled' }

const report2022 = 'Báo cáo giảm nghèo Vĩnh Phúc, 10/01/2022'
const report2019 = 'Báo cáo Chương trình 135 Quảng Ninh, 17/04/2019'
const usual = 'Cách nói thông thường'
const decree07 = 'Nghị định 07/2021/NĐ-CP'
const decision24 = 'Quyết định 24/2021/QĐ-TTg'

export const glossary = {
  area: { vi: 'đơn vị hành chính', en: 'area', source: report2022, mark: 'text' },
  village: { vi: 'thôn, bản, xóm, tổ dân phố', en: 'village', source: report2022, mark: 'text' },
  area_status: {
    vi: 'xã khu vực I, II, III; xã, thôn đặc biệt khó khăn; xã biên giới',
    en: 'area status',
    source: report2019,
    mark: 'text',
  },
  official: { vi: 'cán bộ, công chức', en: 'official', source: report2022, mark: 'text' },
  rotation: { vi: 'luân chuyển', en: 'rotation', source: report2019, mark: 'text' },
  enumerator: { vi: 'rà soát viên, điều tra viên', en: 'enumerator', source: report2022, mark: 'text' },
  steering_committee: { vi: 'Ban Chỉ đạo giảm nghèo', en: 'steering committee', source: report2022, mark: 'text' },
  supervision_board: {
    vi: 'Ban giám sát đầu tư của cộng đồng',
    en: 'community supervision board',
    source: report2019,
    mark: 'text',
  },
  training_framework: { vi: 'khung chương trình', en: 'training framework', source: report2019, mark: 'text' },
  training_class: { vi: 'lớp tập huấn, lớp bồi dưỡng', en: 'class', source: usual, mark: 'recalled' },
  class_session: { vi: 'buổi học', en: 'session of a class', source: usual, mark: 'recalled' },
  trainer: { vi: 'giảng viên, báo cáo viên', en: 'trainer', source: usual, mark: 'recalled' },
  class_hall: { vi: 'hội trường, phòng học', en: 'hall', source: usual, mark: 'recalled' },
  attendance_turn: { vi: 'lượt', en: 'turn: one person completing one class', source: report2022, mark: 'text' },
  household: { vi: 'hộ, hộ gia đình', en: 'household', source: decree07, mark: 'secondary' },
  member: { vi: 'nhân khẩu, thành viên', en: 'member', source: decree07, mark: 'secondary' },
  head: { vi: 'chủ hộ', en: 'head of household', source: decision24, mark: 'secondary' },
  round: { vi: 'kỳ rà soát', en: 'review round', source: decision24, mark: 'secondary' },
  annual: { vi: 'rà soát định kỳ', en: 'annual review', source: decision24, mark: 'secondary' },
  ad_hoc: { vi: 'rà soát thường xuyên', en: 'ad hoc review', source: decision24, mark: 'secondary' },
  standard: { vi: 'chuẩn nghèo đa chiều', en: 'multidimensional poverty standard', source: decree07, mark: 'text' },
  dimension: { vi: 'chiều thiếu hụt', en: 'dimension', source: decree07, mark: 'text' },
  indicator: { vi: 'chỉ số', en: 'indicator', source: decree07, mark: 'text' },
  deprivation: { vi: 'thiếu hụt', en: 'deprivation', source: decree07, mark: 'text' },
  survey: {
    vi: 'phiếu rà soát (Phiếu B)',
    en: 'survey (form B)',
    source: 'Thông tư 07/2021/TT-BLĐTBXH',
    mark: 'secondary',
  },
  b1: { vi: 'điểm B1 (điểm A)', en: 'B1 score: income', source: 'Thông tư 07/2021/TT-BLĐTBXH', mark: 'secondary' },
  b2: { vi: 'điểm B2 (điểm B)', en: 'B2 score: deprivation', source: 'Thông tư 07/2021/TT-BLĐTBXH', mark: 'secondary' },
  poor: { vi: 'hộ nghèo', en: 'poor household', source: decree07, mark: 'text' },
  near_poor: { vi: 'hộ cận nghèo', en: 'near-poor household', source: decree07, mark: 'text' },
  average: {
    vi: 'hộ có mức sống trung bình',
    en: 'household of average living standard',
    source: decree07,
    mark: 'secondary',
  },
  not_poor: { vi: 'hộ không nghèo', en: 'not poor', source: decree07, mark: 'recalled' },
  escaped: { vi: 'thoát nghèo', en: 'escaped poverty', source: decision24, mark: 'secondary' },
  newly: { vi: 'phát sinh', en: 'newly poor', source: decision24, mark: 'secondary' },
  fell_back: { vi: 'tái nghèo', en: 'fell back into poverty', source: decision24, mark: 'secondary' },
  village_meeting: { vi: 'họp dân', en: 'village meeting', source: decision24, mark: 'secondary' },
  posting: { vi: 'niêm yết công khai', en: 'public posting', source: decision24, mark: 'secondary' },
  complaint: { vi: 'khiếu nại', en: 'complaint', source: decision24, mark: 'secondary' },
  re_check: { vi: 'phúc tra', en: 're-check', source: decision24, mark: 'secondary' },
  decision: { vi: 'quyết định công nhận', en: 'decision', source: decision24, mark: 'secondary' },
  certificate: {
    vi: 'giấy chứng nhận hộ nghèo, hộ cận nghèo',
    en: 'certificate',
    source: decision24,
    mark: 'secondary',
  },
  programme: { vi: 'chương trình', en: 'programme', source: report2019, mark: 'text' },
  works: { vi: 'công trình', en: 'works', source: report2019, mark: 'text' },
  contribution: { vi: 'đóng góp', en: 'contribution', source: report2019, mark: 'text' },
} as const satisfies Record<string, Term>

export type TermKey = keyof typeof glossary
