import { expect, it } from 'vitest'
import type { AreaId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'
import { stretchOf } from './stretch.ts'

const village = (areaId: string, name: string, n: number) => ({ areaId: areaId as AreaId, name, n })
const counts = [
  village('ten', 'Thôn 10', 4),
  village('two', 'Thôn 2', 3),
  village('dinh', 'Thôn Đình', 1),
  village('other two', 'Thôn 2', 2),
  village('one', 'Thôn 1', 5),
]

it('shows on every page what a list of all cases would, each of two namesakes for itself', () => {
  const all = counts.flatMap(({ n, ...rest }) => Array.from({ length: n }, (_, at) => ({ ...rest, at })))
  const plain = all.sort((a, b) => compareUnits(a, b) || a.at - b.at)
  for (const size of [1, 2, 3, 4, 7, 50])
    for (let from = 0; from < plain.length + size; from += size) {
      const { villages, offset } = stretchOf(counts, from, size)
      const found = villages.flatMap((id) => plain.filter(({ areaId }) => areaId === id))
      expect(found.slice(offset, offset + size)).toEqual(plain.slice(from, from + size))
    }
})

it('reads no village before or after the page', () => {
  expect(stretchOf(counts, 0, 5).villages).toEqual(['one'])
  expect(stretchOf(counts, 6, 1)).toMatchObject({ villages: ['other two'], offset: 1 })
  expect(stretchOf(counts, 6, 2).villages).toEqual(['other two', 'two'])
  expect(stretchOf(counts, 50, 50).villages).toEqual([])
  expect(stretchOf([], 0, 50).villages).toEqual([])
})
