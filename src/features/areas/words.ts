/** The words of this room as data, in both languages. Pages read this file; it brings no library with it. */
import type { Said } from '#kernel/text.ts'

export const levels = ['nation', 'province', 'district', 'commune', 'village'] as const
export type Level = (typeof levels)[number]
export const depthOf = (level: Level): number => levels.indexOf(level)
/** Throws RangeError for a depth that is none. */
export function levelAt(depth: number): Level {
  const level = levels[depth]
  if (!level) throw new RangeError(`no level at depth ${depth}`)
  return level
}

export const levelWords: Record<Level, Said> = {
  nation: { vi: 'Cả nước', en: 'Nation' },
  province: { vi: 'Cấp tỉnh', en: 'Province' },
  district: { vi: 'Cấp huyện (đến 30/06/2025)', en: 'District (to 30/06/2025)' },
  commune: { vi: 'Cấp xã', en: 'Commune' },
  village: { vi: 'Thôn', en: 'Village' },
}

export type Settlement = 'rural' | 'urban'

/**
 * Kinds of area. The settlement follows the kind: xã is rural, phường and thị trấn are urban. For a đặc khu none of
 * our sources says which it is, so it is left open and an official must enter it before an income line can be read.
 */
export const kinds = {
  quoc_gia: { level: 'nation', settlement: null, vi: 'Quốc gia', en: 'Nation' },
  tinh: { level: 'province', settlement: null, vi: 'Tỉnh', en: 'Province' },
  thanh_pho_tw: {
    level: 'province',
    settlement: null,
    vi: 'Thành phố trực thuộc trung ương',
    en: 'Centrally-run city',
  },
  huyen: { level: 'district', settlement: null, vi: 'Huyện', en: 'Rural district' },
  quan: { level: 'district', settlement: null, vi: 'Quận', en: 'Urban district' },
  thi_xa: { level: 'district', settlement: null, vi: 'Thị xã', en: 'Town of district level' },
  thanh_pho: { level: 'district', settlement: null, vi: 'Thành phố thuộc tỉnh', en: 'City of district level' },
  xa: { level: 'commune', settlement: 'rural', vi: 'Xã', en: 'Rural commune' },
  phuong: { level: 'commune', settlement: 'urban', vi: 'Phường', en: 'Ward' },
  thi_tran: { level: 'commune', settlement: 'urban', vi: 'Thị trấn', en: 'Township' },
  dac_khu: { level: 'commune', settlement: null, vi: 'Đặc khu', en: 'Special zone' },
  thon: { level: 'village', settlement: null, vi: 'Thôn', en: 'Village (thôn)' },
  ban: { level: 'village', settlement: null, vi: 'Bản', en: 'Village (bản)' },
  xom: { level: 'village', settlement: null, vi: 'Xóm', en: 'Village (xóm)' },
  ap: { level: 'village', settlement: null, vi: 'Ấp', en: 'Village (ấp)' },
  buon: { level: 'village', settlement: null, vi: 'Buôn', en: 'Village (buôn)' },
  to_dan_pho: { level: 'village', settlement: null, vi: 'Tổ dân phố', en: 'Urban block' },
  khu_pho: { level: 'village', settlement: null, vi: 'Khu phố', en: 'Urban quarter' },
} as const satisfies Record<string, { level: Level; settlement: Settlement | null } & Said>

export type Kind = keyof typeof kinds
export const kindNames = Object.keys(kinds) as Kind[]

/** How sure a fact is: read in the text itself, told by others, from memory, an example, or made up for the demo. */
export const marks = ['text', 'secondary', 'recalled', 'illustrative', 'invented'] as const
export type Mark = (typeof marks)[number]

export const statuses = {
  kv1: { vi: 'Xã khu vực I', en: 'Region I commune' },
  kv2: { vi: 'Xã khu vực II', en: 'Region II commune' },
  kv3: { vi: 'Xã khu vực III', en: 'Region III commune' },
  dbkk: { vi: 'Đặc biệt khó khăn', en: 'Especially difficult' },
  border: { vi: 'Xã biên giới', en: 'Border commune' },
} as const satisfies Record<string, Said>
export type Status = keyof typeof statuses
export const statusNames = Object.keys(statuses) as Status[]

export const eventWords = {
  load: { vi: 'Nạp danh mục', en: 'Catalogue loaded' },
  create: { vi: 'Thành lập', en: 'Established' },
  rename: { vi: 'Đổi tên', en: 'Renamed' },
  merge: { vi: 'Sáp nhập', en: 'Merged' },
  split: { vi: 'Chia tách', en: 'Split' },
  move: { vi: 'Chuyển đơn vị cấp trên', en: 'Moved to another parent' },
  change_kind: { vi: 'Đổi loại đơn vị', en: 'Kind changed' },
  change_code: { vi: 'Đổi mã', en: 'Code changed' },
  abolish_level: { vi: 'Bỏ một cấp hành chính', en: 'Level abolished' },
  abolish: { vi: 'Giải thể', en: 'Abolished' },
} as const satisfies Record<string, Said>
export type EventKind = keyof typeof eventWords
