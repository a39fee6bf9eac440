/** `nb score` on a file that nobody would hold in memory, and with a reader that leaves. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const nb = fileURLToPath(new URL('../nb.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../..', import.meta.url))
const today = ['--standard', 'vn-2022-2025', '--day', '2026-10-15']

describe('a file of many households', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nang-buoc-score-'))
  const file = join(folder, 'many.jsonl')
  const line = `{"settlement":"rural","income":{"perPersonMonth":9000000},"note":"${'x'.repeat(900)}"}\n`
  beforeAll(() => writeFileSync(file, line.repeat(60_000)))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** The command with its most memory in megabytes; `read` may stop reading. */
  function run(read: (output: NodeJS.ReadableStream, stop: () => void) => void) {
    const watched = `process.on('exit', () => process.stderr.write('kB ' + process.resourceUsage().maxRSS))`
    const args = ['--import', `data:text/javascript,${watched}`, nb, 'score', ...today, '--brief', file]
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    child.stderr.on('data', (bytes) => {
      told += bytes
    })
    read(child.stdout, () => child.stdout.destroy())
    return new Promise<{ code: number | null; told: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, told })),
    )
  }

  it('is scored without being held: sixty megabytes in, less than three times as much in all', async () => {
    let lines = 0
    const { code, told } = await run((output) =>
      output.on('data', (bytes: Buffer) => {
        lines += bytes.toString().split('\n').length - 1
      }),
    )
    expect([code, lines]).toEqual([0, 60_000])
    const kilobytes = Number(/^kB (\d+)$/.exec(told)?.[1])
    expect(kilobytes).toBeLessThan(180_000)
  })

  it('ends quietly when the reader leaves after the first line', async () => {
    const { code, told } = await run((output, stop) => output.once('data', stop))
    expect(code).toBe(0)
    expect(told).toMatch(/^kB \d+$/)
  })
})
