import { expect, it } from 'vitest'
import { takenOutSaid } from './givenWords.ts'

it('names Lò Thị Chuyển, who was taken out, and counts whom it does not name', () => {
  expect(takenOutSaid({ households: 1, names: ['Lò Thị Chuyển'] }).vi).toBe(
    'Đã đưa 1 hộ ra khỏi kỳ, không hoàn tác được: Lò Thị Chuyển.',
  )
  expect(takenOutSaid({ households: 22, names: ['Lò Thị Chuyển', 'Lò Thị Yên'] }).vi).toContain(
    'Lò Thị Chuyển, Lò Thị Yên và 20 hộ nữa',
  )
})
