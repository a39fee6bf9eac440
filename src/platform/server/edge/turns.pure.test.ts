import { expect, it } from 'vitest'
import { uploadTurns } from './turns.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

it('one account has two files taken at once, and so keeps no other from sending', async () => {
  const turn = uploadTurns()(1_000_000)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const send = (who: string, name: string) =>
    turn(who, () => {
      begun.push(name)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
  const sent = [...['1', '2', '3'].map((n) => send('hung', `hung ${n}`)), send('son', 'son 1')]
  await settle()
  expect(begun).toEqual(['hung 1', 'hung 2', 'son 1'])
  ends[2]?.()
  await settle()
  expect(begun).toHaveLength(3) // Hùng has his two already
  ends[0]?.()
  await settle()
  expect(begun.at(-1)).toBe('hung 3')
  for (const end of ends) end()
  await Promise.all(sent)
})

it('ten are taken at once in all, and a failure gives its turn on', async () => {
  const turn = uploadTurns()(1_000_000)
  const fail: ((error: Error) => void)[] = []
  const sent = Array.from({ length: 12 }, (_, n) =>
    turn(`account ${n}`, () => new Promise<void>((_resolve, reject) => fail.push(reject))),
  )
  const ended = Promise.allSettled(sent)
  await settle()
  expect(fail).toHaveLength(10)
  fail[0]?.(new Error('gone'))
  await settle()
  expect(fail).toHaveLength(11)
  await settle()
  for (let n = 1; n < 12; n++) {
    fail[n]?.(new Error('gone'))
    await settle()
  }
  expect((await ended).filter(({ status }) => status === 'rejected')).toHaveLength(12)
})

it('of what may be large three are taken at once, and a scan waits for none of them', async () => {
  const turns = uploadTurns()
  const begun: string[] = []
  const ends: (() => void)[] = []
  const send = (who: string, bytes: number) =>
    turns(bytes)(who, () => {
      begun.push(who)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
  const sent = ['một', 'hai', 'ba', 'bốn'].map((who) => send(who, 50_000_000))
  sent.push(send('quét', 20_000_000))
  await settle()
  expect(begun).toEqual(['một', 'hai', 'ba', 'quét'])
  while (ends.length > 0) {
    ends.pop()?.()
    await settle()
  }
  await Promise.all(sent)
  expect(begun).toHaveLength(5)
})
