/** Long work in the tray: asked about until its end, through a server that was away, and not after it was dismissed. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebProblem } from './problem.ts'
import { dismissWork, type Progress, tray, watchWork } from './tray.ts'

beforeEach(() => {
  vi.useFakeTimers()
  tray.value = []
})
afterEach(() => vi.useRealTimers())

const at = (done: number): Progress => ({ done, total: 96, finished: done === 96 })
const away = new WebProblem('web.unreached', 0, { vi: 'Chưa kết nối được.', en: 'Not reached.' })
const refused = new WebProblem('work.file_too_large', 422, { vi: 'Tệp quá lớn.', en: 'Too large.' })

/** Work that answers each question with the next of these. */
function working(...answers: (Progress | Error)[]) {
  const ask = vi.fn(async () => {
    const answer = answers[Math.min(ask.mock.calls.length, answers.length) - 1] as Progress | Error
    if (answer instanceof Error) throw answer
    return answer
  })
  watchWork({ title: 'In 96 giấy chứng nhận', href: '/quyet-dinh/1', ask })
  return ask
}
const shown = () => tray.value.map(({ progress, problem }) => [progress.done, progress.finished, problem?.code ?? null])

describe('long work', () => {
  it('is followed to its end and not asked about after it', async () => {
    const ask = working(at(24), at(60), at(96))
    for (const done of [24, 60, 96]) {
      await vi.advanceTimersByTimeAsync(done === 24 ? 0 : 1000)
      expect(shown()).toEqual([[done, done === 96, null]])
    }
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ask).toHaveBeenCalledTimes(3)
    expect(tray.value[0]?.href).toBe('/quyet-dinh/1')
  })

  it('goes on when the server is back: the problem is said meanwhile and gone after', async () => {
    const ask = working(at(24), away, at(60))
    await vi.advanceTimersByTimeAsync(1000)
    expect(shown()).toEqual([[24, false, 'web.unreached']])
    await vi.advanceTimersByTimeAsync(4999)
    expect(ask).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(shown()).toEqual([[60, false, null]])
  })

  it('that was refused stays with its reason and is asked about no more', async () => {
    const ask = working(at(24), refused)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(shown()).toEqual([[24, false, 'work.file_too_large']])
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('whose question fails in a way nobody foresaw still has a sentence', async () => {
    working(new TypeError('x is not a function'))
    await vi.advanceTimersByTimeAsync(0)
    expect(tray.value[0]?.problem).toMatchObject({
      code: 'web.fault',
      title: { vi: expect.stringContaining('tải lại') },
    })
  })

  it('dismissed is gone at once and asked about no more; what stands beside it goes on', async () => {
    const [first, second] = [working(at(1)), working(at(2))]
    await vi.advanceTimersByTimeAsync(0)
    dismissWork(tray.value[0]?.id ?? 0)
    expect(shown()).toEqual([[2, false, null]])
    await vi.advanceTimersByTimeAsync(3000)
    expect(first).toHaveBeenCalledTimes(1)
    expect(second.mock.calls.length).toBeGreaterThan(2)
  })

  it('has an id of its own each time', async () => {
    for (let n = 0; n < 3; n += 1) working(at(96))
    await vi.advanceTimersByTimeAsync(0)
    expect(new Set(tray.value.map((work) => work.id)).size).toBe(3)
  })
})
