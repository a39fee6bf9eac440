import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { tasksAt } from './task.ts'
import { openWorkers, type Workers, type WorkersOptions } from './workers.ts'

const heavy = tasksAt<typeof import('#test/heavy.ts')>(new URL('../../../../test/heavy.ts', import.meta.url))

let workers: Workers
const open = (options: Partial<WorkersOptions>) => {
  workers = openWorkers({ atOnce: 1, ...options })
}
const log = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(async () => {
  await workers.stop()
  log.mockClear()
})

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const busy = { code: 'server.busy', status: 503, facts: { retryAfterSeconds: 5 } }
const brokenOff = { code: 'work.broken_off', status: 503, facts: { retryAfterSeconds: 5 } }

describe('heavy work', () => {
  it('is done in another process, which is kept for the next', async () => {
    open({})
    const pid = await workers.run(heavy, 'pid')
    expect(pid).not.toBe(process.pid)
    expect(await workers.run(heavy, 'pid')).toBe(pid)
    const given = { name: 'Đỗ Thị Ước', bytes: Buffer.from([1, 2, 3]), on: new Map([['a', 1n]]) }
    expect(await workers.run(heavy, 'echo', given)).toEqual(given)
  })

  it('is refused in the words of who refuses', async () => {
    open({})
    await expect(workers.run(heavy, 'refuse')).rejects.toMatchObject({
      code: 'heavy.refused',
      status: 422,
      facts: { what: '{what}' },
      said: { vi: 'Không làm {what}.', en: 'Will not do {what}.' },
    })
  })

  it('tells a fault of ours by where it happened', async () => {
    open({})
    const fault = await workers.run(heavy, 'stumble').catch((error: Error) => error)
    expect((fault as unknown as Error).stack).toMatch(/a fault of ours[\s\S]*heavy\.ts/)
  })

  it('given or answering what cannot be copied is a fault that says so, and the next is done', async () => {
    open({})
    const pid = await workers.run(heavy, 'pid')
    await expect(workers.run(heavy, 'echo', () => 1)).rejects.toThrow(/could not be cloned/)
    const answered = await workers.run(heavy, 'uncopiable', 1).catch((error: Error) => error)
    expect((answered as Error).stack).toMatch(/could not be cloned/)
    expect(await workers.run(heavy, 'pid')).toBe(pid)
  })

  it('cannot find out where the database is', async () => {
    open({})
    vi.stubEnv('DATABASE_URL', 'postgres://owner:secret@127.0.0.1/nang_buoc')
    expect(await workers.run(heavy, 'surroundings')).not.toContain('DATABASE_URL')
    vi.unstubAllEnvs()
  })
})

describe('more than can be done at once', () => {
  it('waits its turn, and beyond that is told to come again', async () => {
    open({ waiting: 1 })
    const first = workers.run(heavy, 'spin', 0.3)
    const second = workers.run(heavy, 'pid')
    await expect(workers.run(heavy, 'pid')).rejects.toMatchObject(busy)
    expect(await first).toBe('done')
    expect(await second).toBeGreaterThan(0)
    expect(await workers.run(heavy, 'pid')).toBe(await second)
  })

  it('does not wait for ever', async () => {
    open({ patience: 0.1 })
    const first = workers.run(heavy, 'spin', 1)
    await expect(workers.run(heavy, 'pid')).rejects.toMatchObject(busy)
    expect(await first).toBe('done')
    expect(await workers.run(heavy, 'pid')).toBeGreaterThan(0)
  })
})

describe('a worker that dies', () => {
  it('in the middle of its work is a sentence; who waits and who comes next is served by another', async () => {
    open({})
    const pid = await workers.run(heavy, 'pid')
    const spinning = workers.run(heavy, 'spin', 60)
    const waiting = workers.run(heavy, 'pid')
    process.kill(pid, 'SIGKILL')
    await expect(spinning).rejects.toMatchObject(brokenOff)
    expect(await waiting).not.toBe(pid)
    await expect(workers.run(heavy, 'die')).rejects.toMatchObject(brokenOff)
    expect(await workers.run(heavy, 'echo', 1)).toBe(1)
    expect(log.mock.calls.flat()).toEqual([expect.stringMatching(/died.*SIGKILL/), expect.stringMatching(/died.*3/)])
  })

  it('while nobody needs it is replaced without a word', async () => {
    open({})
    const pid = await workers.run(heavy, 'pid')
    process.kill(pid, 'SIGKILL')
    while (isAlive(pid)) await sleep(5)
    expect(await workers.run(heavy, 'pid')).not.toBe(pid)
  })

  it('for want of memory or of time says that this is too large', async () => {
    open({ megabytes: 32, seconds: 2 })
    const tooLarge = { code: 'work.too_large', status: 422, facts: { megabytes: 32, seconds: 2 } }
    await expect(workers.run(heavy, 'eat')).rejects.toMatchObject(tooLarge)
    const pid = await workers.run(heavy, 'pid')
    await expect(workers.run(heavy, 'spin', 60)).rejects.toMatchObject(tooLarge)
    expect(await workers.run(heavy, 'pid')).not.toBe(pid)
  })
})

describe('workers', () => {
  it('are ended when there has been nothing to do', async () => {
    open({ idle: 0.05 })
    const pid = await workers.run(heavy, 'pid')
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5_000)
  })

  it('end with the program: who works or waits is told, and nobody starts again', async () => {
    open({})
    const pid = await workers.run(heavy, 'pid')
    const told = Promise.allSettled([workers.run(heavy, 'spin', 60), workers.run(heavy, 'pid')])
    await workers.stop()
    expect(isAlive(pid)).toBe(false)
    expect(await told).toMatchObject([{ reason: brokenOff }, { reason: { code: 'server.not_ready', status: 503 } }])
    await expect(workers.run(heavy, 'pid')).rejects.toMatchObject({ code: 'server.not_ready' })
    expect(log).not.toHaveBeenCalled()
  })
})
