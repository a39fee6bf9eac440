/** Invented names and papers for tests and benches: the same every time, with the hardest letters. */
import { plainDate } from '#kernel/dates.ts'
import type { SignedPaper } from '#kernel/signed.ts'
import type { PaperFrame } from './types.ts'

const families = ['Nguyễn', 'Đỗ', 'Phạm', 'Bùi', 'Lỗ', 'Hoàng', 'Trịnh', 'Vũ']
const middles = ['Thị', 'Văn', 'Đức', 'Thị Ngọc', 'Hữu', 'Thị Ánh']
const givens = ['Nhẫn', 'Hằng', 'Quyết', 'Ước', 'Thỏa', 'Hợi', 'Mẵn', 'Tuyết', 'Ngữ', 'Phượng', 'Đệ']

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
export const sampleName = (at: number): string =>
  `${pick(families, at)} ${pick(middles, at * 5 + 1)} ${pick(givens, at * 7 + 2)}`

export const draft: PaperFrame = { state: 'draft', demo: true, publicUrl: null }
export const final: PaperFrame = { state: 'final', demo: true, publicUrl: 'https://nangbuoc.example.vn' }

export const samplePaper = (at: number): SignedPaper => ({
  v: 1,
  kind: 'certificate',
  number: `${String(at + 1).padStart(4, '0')}/GCN-2027`,
  id: `0192f5a0-0000-7000-8000-${String(at).padStart(12, '0')}`,
  issuedBy: { name: 'Xã Tam Hồng', code: '09043' },
  holder: sampleName(at * 3),
  states: 'poor',
  years: { from: 2027, to: 2027 },
  day: plainDate('2026-12-10'),
  hash: '',
})
