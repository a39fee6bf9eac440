/** The list of a decision as texts. */
import { classWords } from '#kernel/classes.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'
import { movementWords } from './model.ts'

type Entry = OutputOf<typeof contract.showDecision>['entries'][number]

export const noneBefore: Said = { vi: 'chưa có', en: 'none' }

export const entryColumns = columnsOf<Entry>()([
  { key: 'head', head: { vi: 'Chủ hộ', en: 'Head' }, text: (row) => row.headName },
  { key: 'number', head: { vi: 'Số hộ', en: 'Number' }, text: (row) => row.number },
  { key: 'village', head: { vi: 'Thôn', en: 'Village' }, text: (row) => row.villageName },
  { key: 'members', head: { vi: 'Nhân khẩu', en: 'Members' }, number: true, text: (row) => row.members },
  { key: 'class', head: { vi: 'Diện được công nhận', en: 'Class' }, text: (row) => classWords[row.class] },
  {
    key: 'before',
    head: { vi: 'Trước đó', en: 'Before' },
    text: (row) => (row.classBefore ? classWords[row.classBefore] : noneBefore),
  },
  { key: 'movement', head: { vi: 'Biến động', en: 'Movement' }, text: (row) => movementWords[row.movement] },
  {
    key: 'certificate',
    head: { vi: 'Giấy chứng nhận', en: 'Certificate' },
    text: ({ certificateNumber: number, certificateEnded: ended, issuedBy }) => {
      const by = issuedBy ? { vi: ` (${issuedBy} cấp)`, en: ` (issued by ${issuedBy})` } : { vi: '', en: '' }
      const how = ended ? { vi: ` (${ended.vi})`, en: ` (${ended.en})` } : { vi: '', en: '' }
      return number && { vi: `${number}${by.vi}${how.vi}`, en: `${number}${by.en}${how.en}` }
    },
  },
])
