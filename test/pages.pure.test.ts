import { expect, it } from 'vitest'
import { listedPages } from './pages.ts'

const pages = listedPages()
const navOf = (group: string) => pages.filter((page) => page.nav === group).map((page) => page.path)

it('the pages of the office stand on the left in this order', () => {
  expect(navOf('home')).toEqual(['/'])
  expect(navOf('review')).toEqual(['/ho', '/ra-soat', '/tien-do', '/dien-thoai', '/kiem-tra', '/chuan'])
  expect(navOf('reports')).toEqual(['/so-lieu'])
  expect(navOf('settings')).toEqual(['/don-vi', '/quyen', '/nhat-ky', '/viec-chay-nen', '/toi'])
})

it('they have an address each, the fixed ones before those with a name in them', () => {
  const paths = pages.map((page) => page.path)
  expect(paths.length).toBeGreaterThan(20)
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths.indexOf('/ho/moi')).toBeLessThan(paths.indexOf('/ho/:householdId'))
})
