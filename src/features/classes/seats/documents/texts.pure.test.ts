import { expect, it } from 'vitest'
import { plainDate } from '#kernel/dates.ts'
import { type CallingPaper, piecesOf } from './texts.ts'

const paper: CallingPaper = {
  ...{ issuer: { superior: null, name: 'Ủy ban nhân dân tỉnh', place: 'Phú Thọ' }, title: 'Nghiệp vụ rà soát' },
  ...{ on: plainDate('2026-11-20'), letters: [], sessions: ['08:00-11:30 ngày 21/11/2026'], topics: [], trainers: [] },
}

it('a letter to a class names the unit, its people with their posts, when and where; what is not known is left out', () => {
  const people = [
    { name: 'Lò Thị Mỉ', post: 'Trưởng thôn' },
    { name: 'Vừ A Sa', post: '' },
  ]
  const said = piecesOf(paper, { unit: 'Xã Tam Hồng', people }).map(({ head = '', text }) => `${head}${text}`)
  expect(said).toEqual([
    'Kính gửi: Xã Tam Hồng',
    'Kính mời các ông, bà có tên dưới đây đến học:',
    '1. Lò Thị Mỉ, Trưởng thôn',
    '2. Vừ A Sa',
    'Thời gian, địa điểm: 08:00-11:30 ngày 21/11/2026',
    'Ai không đến được, đề nghị đơn vị báo trước để cử người thay.',
  ])
})
