/** Which unit a row means, and what is said of one that there is not. */
import { describe, expect, it } from 'vitest'
import { type Unit, unitFinder } from './units.ts'

const unit = (part: Partial<Record<keyof Unit, unknown>>) =>
  ({ formerly: [], before: [], cameFrom: [], code: null, parentId: null, within: '', ...part }) as unknown as Unit
const [commune, village] = [3, 4]
const units = [
  unit({ areaId: 'a', name: 'Xã Tam Hồng', level: commune, within: 'Tỉnh Phú Thọ', cameFrom: ['Xã Yên Đồng'] }),
  unit({ areaId: 'b', name: 'Xã Yên Lạc', level: commune, within: 'Tỉnh Phú Thọ' }),
  unit({ areaId: 'c', name: 'Thôn Đông', level: village, parentId: 'a', within: 'Xã Tam Hồng', cameFrom: ['Thôn 9'] }),
]
const find = (name: string, within = '') => {
  const found = unitFinder(units)({ name, within, levels: null })
  return 'vi' in found ? found.vi : found.areaId
}

describe('a village that there is not', () => {
  it('is never told to have gone into one of another commune', () => {
    for (const within of ['', 'Xã Yên Lạc', 'Tỉnh Lào Cai', 'Xã Lạ'])
      expect(find('Thôn 9', within)).not.toContain('nay là Thôn Đông')
  })

  it('is told what it went into within the commune that the row names, as it is called now or was before', () => {
    for (const within of ['Xã Tam Hồng', 'Xã Yên Đồng'])
      expect(find('Thôn 9', within)).toContain('“Thôn 9” đã hết, nay là Thôn Đông.')
  })

  it('of a commune that has ended is told by the commune', () => {
    expect(find('Thôn 77', 'Xã Yên Đồng')).toContain('“Xã Yên Đồng” đã hết, nay là Xã Tam Hồng.')
    expect(find('Xã Yên Đồng')).toContain('nay là Xã Tam Hồng')
  })
})
