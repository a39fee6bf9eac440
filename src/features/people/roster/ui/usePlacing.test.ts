/** Many are placed again: from which day each, and what is said of those whom somebody else has placed meanwhile. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AreaId } from '#kernel/ids.ts'
import { openPage } from '#test/web/page.ts'
import type { Left, Placed } from './usePlacing.ts'

const send = vi.hoisted(() => vi.fn())
vi.mock('#platform/web/calls.ts', async (original) => ({ ...(await original<object>()), send }))
beforeEach(() => send.mockReset())

openPage()
const { fromOf, placedSaid, placeOne } = await import('./usePlacing.ts')
const { WebProblem } = await import('#platform/web/problem.ts')

const left = {
  appointmentId: 'a',
  post: 'village_head',
  standing: 'own',
  from: '2024-01-01',
  unplacedFrom: '2026-10-01',
}
const placed = (part: object = {}, since = '2026-10-01') =>
  ({ one: { ...left, ...part } as unknown as Left, areaId: 'new' as AreaId, since }) as Placed
const decision = { decisionNumber: '', decidedOn: null, also: false }
const refused = (code: string) => Promise.reject(new WebProblem(code, 409, { vi: code, en: code }))

describe('who is placed again', () => {
  it('begins when the former unit has ended, and not before the new one stands or they were to begin', () => {
    expect(fromOf(placed())).toBe('2026-10-01')
    expect(fromOf(placed({}, '2026-10-15'))).toBe('2026-10-15')
    expect(fromOf(placed({ from: '2026-12-01' }))).toBe('2026-12-01')
    expect(fromOf(placed({ unplacedFrom: null }))).toBeNull()
  })

  it('is sent from that day on, by a command of its own', async () => {
    send.mockResolvedValue({})
    expect(await placeOne(placed({}, '2026-10-15'), decision)).toBe('placed')
    expect(send.mock.calls[0]?.[1]).toMatchObject({
      appointmentId: 'a',
      areaId: 'new',
      from: '2026-10-15',
      until: null,
    })
  })

  it('is told as placed elsewhere where somebody else was sooner; what is refused is not', async () => {
    send.mockImplementationOnce(() => refused('official.appointment_ended'))
    expect(await placeOne(placed(), decision)).toBe('elsewhere')
    expect(await placeOne(placed({ unplacedFrom: null }), decision)).toBe('elsewhere')
    send.mockImplementationOnce(() => refused('official.norm_filled'))
    await expect(placeOne(placed(), decision)).rejects.toMatchObject({ code: 'official.norm_filled' })
    expect(placedSaid({ placed: 3, elsewhere: 2 })).toContain('2 chức danh đã được bố trí hoặc ghi thôi từ trước')
    expect(placedSaid({ placed: 3, elsewhere: 0 })).not.toContain('từ trước')
  })
})
