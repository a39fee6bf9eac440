/** However commands came to stand on a phone, a household's go in their order, and no other household waits for them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldUp, lineOf, mostAtOnce, nextBatch, pauseMs, readyToGo } from './sendingOrder.ts'
import type { StoredCommand } from './stored.ts'

const commands = fc
  .array(
    fc.record({
      household: fc.integer({ min: 0, max: 4 }),
      state: fc.constantFrom('waiting', 'waiting', 'sent', 'refused'),
      size: fc.integer({ min: 0, max: 60_000 }),
      behind: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows.map(({ household, state, size, behind }, at): StoredCommand => {
      const path = `/api/households/${household}/cases/${at}/surveys`
      const subject = { kind: 'case', id: String(at) }
      const about = { label: '', subject, page: '', path, endpoint: '', schemaVersion: 1, madeAt: 0, settledAt: null }
      const unknownTo = state === 'refused' ? { unknownTo: at + 1 + behind } : {}
      return {
        ...about,
        ...unknownTo,
        seq: at + 1,
        id: `c${at}`,
        state,
        input: 'x'.repeat(size),
      } as unknown as StoredCommand
    }),
  )

/** Sends until nothing goes any more; `answer` says what becomes of each. */
function all(start: readonly StoredCommand[], answer: (one: StoredCommand) => 'sent' | 'refused' | 'passes') {
  let now = [...start]
  const passed = new Set<string>()
  const sent: StoredCommand[] = []
  for (;;) {
    const batch = nextBatch(readyToGo(now, passed))
    if (batch.length === 0) return { sent, now }
    expect(batch.length).toBeLessThanOrEqual(mostAtOnce.commands)
    expect(new Set(batch.map(lineOf)).size).toBe(batch.length)
    for (const one of batch) {
      sent.push(one)
      const state = answer(one)
      if (state === 'passes') passed.add(lineOf(one))
      else now = now.map((c) => (c.seq === one.seq ? ({ ...c, state, unknownTo: now.length } as StoredCommand) : c))
    }
  }
}

describe('the order of sending', () => {
  it('never turns round what was made of one household, and sends nothing twice', () => {
    fc.assert(
      fc.property(commands, fc.array(fc.constantFrom('sent', 'refused', 'passes'), { minLength: 1 }), (start, said) => {
        let n = 0
        const { sent } = all(start, () => said[n++ % said.length] as 'sent')
        for (const line of new Set(sent.map(lineOf))) {
          const order = sent.filter((one) => lineOf(one) === line).map(({ seq = 0 }) => seq)
          expect(order).toEqual([...new Set(order)].sort((a, b) => a - b))
        }
        expect(sent.every(({ state }) => state === 'waiting')).toBe(true)
      }),
    )
  })

  it('leaves behind only what a refused one holds up, and what met something passing and all behind it', () => {
    fc.assert(
      fc.property(commands, fc.integer({ min: 0, max: 4 }), (start, bad) => {
        const { now } = all(start, (one) => (lineOf(one) === String(bad) ? 'passes' : 'sent'))
        const held = new Set(heldUp(now).map(lineOf))
        const left = now.filter(({ state }) => state === 'waiting')
        expect(left.filter((one) => lineOf(one) !== String(bad) && !held.has(lineOf(one)))).toEqual([])
      }),
    )
  })

  it('waits two seconds, then longer up to five minutes, never the same on two phones', () => {
    expect([1, 2, 3, 8, 9, 40].map((n) => pauseMs(n, 1) / 1000)).toEqual([2, 4, 8, 256, 300, 300])
    expect([pauseMs(1, 0), pauseMs(40, 0)]).toEqual([1000, 150_000])
  })
})
