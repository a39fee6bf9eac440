/** Who comes while others are at work goes with those who wait too, is answered as himself, and is never forgotten. */
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gathered } from './gather.ts'

/** Work that ends when it is told to. */
function gates() {
  const open: (() => void)[] = []
  const shut = () => new Promise<void>((resolve) => open.push(resolve))
  return {
    shut,
    openAll: async () => {
      await sleep(0)
      while (open.length > 0) {
        for (const one of open.splice(0)) one()
        await sleep(0)
      }
    },
  }
}

describe('who comes', () => {
  it('while nobody is at work goes alone, at once; while all are at work goes with who waits too', async () => {
    const gate = gates()
    const done: (string | readonly string[])[] = []
    const ask = gathered(
      async (one: string) => {
        done.push(one)
        await gate.shut()
        return `${one} alone`
      },
      async (all: readonly string[]) => {
        done.push(all)
        await gate.shut()
        return all.map((one) => ({ answer: `${one} together` }))
      },
      { slots: 2, most: 3 },
    )
    const told = Promise.all(['Mai', 'Thắng', 'Hùng', 'Sơn', 'Lợi', 'Lan'].map(ask))
    await sleep(0)
    expect(done).toEqual(['Mai', 'Thắng'])
    await gate.openAll()
    expect(await told).toEqual([
      'Mai alone',
      'Thắng alone',
      'Hùng together',
      'Sơn together',
      'Lợi together',
      'Lan alone',
    ])
    expect(done.slice(2)).toEqual([['Hùng', 'Sơn', 'Lợi'], 'Lan'])
  })

  it('goes his own way where that is said, and hears why where all failed', async () => {
    const gate = gates()
    const run = (many: () => Promise<({ answer: string } | null)[]>) => {
      const ask = gathered(
        async (one: string) => {
          if (one === 'first') await gate.shut()
          if (one === 'bad') throw new Error('refused alone')
          return `${one} alone`
        },
        many,
        { slots: 1, most: 9 },
      )
      return Promise.allSettled(['first', 'a', 'bad', 'c'].map(ask))
    }
    const parted = run(async () => [{ answer: 'a together' }, null, null])
    await gate.openAll()
    expect(await parted).toMatchObject([
      { value: 'first alone' },
      { value: 'a together' },
      { reason: { message: 'refused alone' } },
      { value: 'c alone' },
    ])
    const failed = run(() => Promise.reject(new Error('the database is away')))
    await gate.openAll()
    expect((await failed).slice(1)).toMatchObject(Array(3).fill({ reason: { message: 'the database is away' } }))
  })

  it('after those who wait long for something does not wait for them', async () => {
    const gate = gates()
    const ask = gathered(
      async (one: string) => {
        if (one.startsWith('held')) await gate.shut()
        return one
      },
      async (all: readonly string[]) => all.map((one) => ({ answer: one })),
      { slots: 2, most: 9 },
    )
    const held = Promise.all(['held 1', 'held 2'].map(ask))
    expect(await Promise.all(['Mai', 'Thắng'].map(ask))).toEqual(['Mai', 'Thắng'])
    await gate.openAll()
    expect(await held).toEqual(['held 1', 'held 2'])
    expect(await ask('Hùng')).toBe('Hùng')
  })

  it('is answered as himself, whoever else comes and however long each takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), async (waits, slots) => {
        let atWork = 0
        const busy = async <R>(ms: number, answer: R): Promise<R> => {
          atWork += 1
          expect(atWork).toBeLessThanOrEqual(slots * 5)
          await sleep(ms)
          atWork -= 1
          return answer
        }
        const ask = gathered(
          (n: number) => busy(n % 3, n),
          (all: readonly number[]) =>
            busy(
              1,
              all.map((n) => (n % 5 === 0 ? null : { answer: n })),
            ),
          { slots, most: 5 },
        )
        const told = await Promise.all(
          waits.map(async (ms, n) => {
            await sleep(ms)
            return ask(n)
          }),
        )
        expect(told).toEqual(waits.map((_, n) => n))
      }),
      { numRuns: 25 },
    )
  })
})
