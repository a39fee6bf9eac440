import { expect, it } from 'vitest'
import { apartOf } from './apart.ts'
import type { EntryContent, SaidMember } from './said.ts'

const member = (name: string, change: Partial<SaidMember> = {}): SaidMember => ({
  ...{ name, birthYear: 1985, sex: 'female', relation: 'head', ethnicity: '01' },
  ...change,
})
const bé = member('Lê Văn Bé', { birthYear: 2014, sex: 'male', relation: 'child' })
const was: EntryContent = {
  ...{ head: 'Lý Thị Công', address: '', village: 'Thôn 5', merit: false, noLabour: false, supports: [] },
  members: [member('Lý Thị Công'), bé],
}
const said = (is: Partial<EntryContent>, of: readonly string[]) => apartOf(was, { ...was, ...is }, of)?.vi ?? null

it('says who came, who went and who is called otherwise', () => {
  const [head] = was.members as [SaidMember]
  const grown = member('Lê Văn Mới', { birthYear: 2001, sex: 'male', relation: 'other' })
  expect(said({ members: [head, bé, grown] }, ['members'])).toBe('thêm: Lê Văn Mới')
  expect(said({ members: [head] }, ['members'])).toBe('rời: Lê Văn Bé')
  expect(said({ members: [head, { ...bé, name: 'Lê Văn Bế' }] }, ['members'])).toBe('đổi tên Lê Văn Bé → Lê Văn Bế')
  expect(said({ members: [{ ...head, birthYear: 1986 }, bé] }, ['members'])).toBe(
    'năm sinh của Lý Thị Công 1985 → 1986',
  )
})

it('says head, village and address before and after, and nothing of what is the same', () => {
  expect(said({ head: 'Lê Văn Bền' }, ['head'])).toBe('Lý Thị Công → Lê Văn Bền')
  expect(said({ village: 'Thôn 6', address: 'Xóm Chùa' }, ['address', 'village'])).toBe(
    'chưa ghi → Xóm Chùa; Thôn 5 → Thôn 6',
  )
  expect(said({}, ['head', 'members', 'village', 'address'])).toBeNull()
})
