import { expect, it } from 'vitest'
import { turnsOf } from './turns.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

it('so many files are taken at once, in the order of coming, and nobody fills the line for the others', async () => {
  const turns = turnsOf({ all: 3, each: 2, waitMs: 10_000, beyond: 'input.too_many_at_once' })
  const begun: string[] = []
  const take = (who: string, name: string) =>
    turns.take(who).then((giveBack) => {
      begun.push(name)
      return giveBack
    })
  const [one] = await Promise.all([take('hung', 'hung 1'), take('hung', 'hung 2')])
  const third = take('hung', 'hung 3')
  const son = await take('son', 'son 1')
  const last = take('son', 'son 2')
  await settle()
  expect(begun).toEqual(['hung 1', 'hung 2', 'son 1'])
  son()
  await settle()
  expect(begun).toEqual(['hung 1', 'hung 2', 'son 1', 'son 2']) // Hùng has his two already
  one?.()
  one?.()
  const giveBack = await third
  expect(begun).toHaveLength(5)
  giveBack()
  ;(await last)()
})

it('who waited too long is told when to come again, and does not take a turn afterwards', async () => {
  const turns = turnsOf({ all: 1, each: 1, waitMs: 20, beyond: 'input.too_many_at_once' })
  const giveBack = await turns.take('hung')
  await expect(turns.take('son')).rejects.toMatchObject({ code: 'input.too_many_at_once', status: 503 })
  giveBack()
  ;(await turns.take('bich'))()
})
