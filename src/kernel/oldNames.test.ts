import { expect, it } from 'vitest'
import { everNamed, nowNamed } from './oldNames.ts'

const renamed = { 'reviews.create': 'rounds.create', 'rounds.create': 'rounds.open', 'reviews.list': 'rounds.list' }

it('follows a name that changed twice', () => {
  expect(nowNamed(renamed, 'reviews.create')).toBe('rounds.open')
  expect(nowNamed(renamed, 'rounds.list')).toBe('rounds.list')
  expect(nowNamed(renamed, 'surveys.submit')).toBe('surveys.submit')
})

it('finds all that was stored, today’s name first, and nothing of a neighbour', () => {
  expect(everNamed(renamed, 'rounds.open')).toEqual(['rounds.open', 'reviews.create', 'rounds.create'])
  expect(everNamed(renamed, 'surveys.submit')).toEqual(['surveys.submit'])
})

it('does not go round for ever', () => {
  expect(() => nowNamed({ a: 'b', b: 'a' }, 'a')).toThrow('circle')
})
