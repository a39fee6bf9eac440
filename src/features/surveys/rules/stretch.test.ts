import { expect, it } from 'vitest'
import type { AreaId } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'
import { stretchOf } from './stretch.ts'

const village = (villageId: string, name: string, n: number) => ({ villageId: villageId as AreaId, name, n })
const counts = [
  village('ten', 'Thôn 10', 4),
  village('two', 'Thôn 2', 3),
  village('dinh', 'Thôn Đình', 1),
  village('other two', 'Thôn 2', 2),
  village('one', 'Thôn 1', 5),
]

it('shows on every page what a list of all cases would, namesakes in one place', () => {
  const all = counts.flatMap(({ n, ...rest }) => Array.from({ length: n }, (_, at) => ({ ...rest, at })))
  const plain = all.sort(
    (a, b) => compareNames(a.name, b.name) || a.at - b.at || compareNames(a.villageId, b.villageId),
  )
  for (const size of [1, 2, 3, 4, 7, 50])
    for (let from = 0; from < plain.length + size; from += size) {
      const { villages, offset } = stretchOf(counts, from, size)
      const place = new Map<string, number>(villages.map((v) => [v.villageId, v.place]))
      const found = plain
        .filter((one) => place.has(one.villageId))
        .sort((a, b) => (place.get(a.villageId) ?? 0) - (place.get(b.villageId) ?? 0))
      expect(found.slice(offset, offset + size)).toEqual(plain.slice(from, from + size))
    }
})

it('reads no village before or after the page', () => {
  expect(stretchOf(counts, 0, 5).villages.map((v) => v.villageId)).toEqual(['one'])
  expect(stretchOf(counts, 6, 2)).toMatchObject({
    villages: [{ villageId: 'two' }, { villageId: 'other two' }],
    offset: 1,
  })
  expect(stretchOf(counts, 50, 50).villages).toEqual([])
  expect(stretchOf([], 0, 50).villages).toEqual([])
})
