import { expect, it } from 'vitest'
import { newId } from './ids.ts'

it('ids rise in the order of their making, within a millisecond too, and none comes twice', () => {
  const made = Array.from({ length: 20_000 }, () => newId())
  expect(made.findIndex((id, at) => at > 0 && id <= (made[at - 1] ?? ''))).toBe(-1)
  expect(new Set(made).size).toBe(made.length)
  for (const id of [made[0], made.at(-1)])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

it('and keep the moment they were made at', () => {
  const from = Date.now()
  const moment = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16)
  expect(moment).toBeGreaterThanOrEqual(from)
  expect(moment - from).toBeLessThan(2_000)
})
