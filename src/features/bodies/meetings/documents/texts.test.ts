import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { codeSaid } from '../rules.ts'
import { dayOf, type MeetingPaper, piecesOf, recipientsOf, signersOf } from './texts.ts'

const bich = { name: 'Phạm Thị Bích', role: 'Trưởng ban', present: true }
const hung = { name: 'Lê Văn Hùng', role: 'Thư ký', present: true }
const of = (kind: MeetingPaper['kind'], members: MeetingPaper['members']): MeetingPaper => ({
  ...{ kind, issuer: { superior: 'Xã Tam Hồng', name: 'Ban Chỉ đạo', place: 'Tam Hồng' }, body: 'Ban Chỉ đạo' },
  ...{ on: plainDate('2026-11-08'), time: '08:00', place: 'Hội trường', agenda: ['Tiến độ'], members, guests: '' },
  ...{
    conclusions: ['Làm xong trước 20/11.'],
    tasks: [],
    head: 'Phạm Thị Bích',
    chair: 'Phạm Thị Bích',
    secretary: 'Lê Văn Hùng',
  },
})
const names = (paper: MeetingPaper) => signersOf(paper).map((one) => one?.name ?? null)

describe('minutes', () => {
  it('are signed by the head and the secretary who were there', () => {
    expect(names(of('minutes', [bich, hung]))).toEqual(['Lê Văn Hùng', 'Phạm Thị Bích'])
  })

  it('leave the place of who was absent to be filled by hand, and say who was', () => {
    const paper = of('minutes', [{ ...bich, present: false }, hung])
    expect(names(paper)).toEqual(['Lê Văn Hùng', null])
    expect(signersOf(paper)[1].note).toBe('(Ký, ghi rõ họ tên)')
    const texts = piecesOf(paper).map(({ head, text }) => head ?? text)
    expect(texts.indexOf('1. Phạm Thị Bích, Trưởng ban')).toBeGreaterThan(texts.indexOf('Thành viên vắng mặt:'))
    const without = of('minutes', [bich, { ...hung, present: false }])
    expect(names(without)).toEqual([null, 'Phạm Thị Bích'])
    expect(signersOf(without)[0]?.title).toBe('NGƯỜI GHI BIÊN BẢN')
  })
})

describe('minutes of a meeting that another chaired', () => {
  it('are signed by who stood in, and say so by name', () => {
    const deputy = { name: 'Bùi Văn Phó', role: 'Phó Trưởng ban', present: true }
    const paper = { ...of('minutes', [{ ...bich, present: false }, deputy, hung]), chair: 'Bùi Văn Phó' }
    expect(names(paper)).toEqual(['Lê Văn Hùng', 'Bùi Văn Phó'])
    expect(piecesOf(paper)).toContainEqual({ head: 'Chủ trì: ', text: 'Bùi Văn Phó, Phó Trưởng ban' })
  })

  it('are not signed twice by a secretary who stood in: somebody else wrote them down', () => {
    const paper = { ...of('minutes', [{ ...bich, present: false }, hung]), chair: 'Lê Văn Hùng' }
    expect(names(paper)).toEqual([null, 'Lê Văn Hùng'])
  })
})

describe('the code of a text', () => {
  it('is short enough to be compared by eye, four digits at a time', () => {
    expect(codeSaid(`3fa912bc77de${'0'.repeat(52)}`)).toBe('Mã văn bản: 3fa9 12bc 77de')
  })
})

describe('an invitation', () => {
  it('is signed by the head, before anybody was there', () => {
    const paper = of('invitation', [{ ...bich, present: false }])
    expect(names(paper)).toEqual([null, 'Phạm Thị Bích'])
    expect(recipientsOf(paper)).toEqual(['Như trên;', 'Lưu: hồ sơ Ban Chỉ đạo.'])
    expect(dayOf(paper)).toBeNull()
    expect(dayOf({ ...paper, writtenOn: plainDate('2026-11-01') })).toBe('2026-11-01')
    expect(dayOf({ ...paper, kind: 'minutes' })).toBe('2026-11-08')
  })
})
