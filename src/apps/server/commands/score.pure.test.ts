import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const nb = fileURLToPath(new URL('../nb.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../..', import.meta.url))

function nbScore(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [nb, 'score', ...args], {
    input,
    encoding: 'utf8',
    cwd: root,
  })
  return { status, stderr, verdicts: stdout.split('\n').filter((l) => l.startsWith('{')), stdout }
}

it('scores JSON lines from standard input and tells bad lines by number', () => {
  const input = [
    '{"settlement":"rural","income":{"perPersonMonth":2250001}}',
    '',
    '{oops',
    '{"id":"mai","day":"2026-10-15","facts":{"settlement":"urban","income":{"perPersonMonth":2000001}}}',
    '{"settlement":"moon"}',
    '{"id":"x","day":"2026-02-30","facts":{}}',
  ].join('\n')
  const { status, stderr, verdicts } = nbScore(['--standard', 'vn-2022-2025', '--day', '2026-10-15', '-'], input)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^line 3: .*\nline 5: .*settlement.*\nline 6: day 2026-02-30 is no day\n$/)
  const [first, second] = verdicts.map((v) => JSON.parse(v))
  expect(first).toMatchObject({ line: 1, class: 'not_poor' })
  expect(second).toMatchObject({ line: 4, id: 'mai', class: 'average' })
  expect(second.indicators).toHaveLength(12)
})

it('scores the cases of a standard as their last columns say', () => {
  const file = join(root, 'standards', 'vn-2016-2020', 'cases.csv')
  const { status, verdicts } = nbScore(['--standard', 'vn-2016-2020', '--brief', file])
  expect(status).toBe(0)
  expect(verdicts.length).toBeGreaterThanOrEqual(60)
  expect(JSON.parse(verdicts[0] ?? '{}')).toMatchObject({ id: 'H001', class: 'near_poor', lacking: [] })
})

it('adds sentences in two languages when asked', () => {
  const { verdicts } = nbScore(
    ['--standard', 'vn-2022-2025', '--reasons', '-'],
    '{"settlement":"rural","income":{"perPersonMonth":9000000}}',
  )
  const { words } = JSON.parse(verdicts[0] ?? '{}')
  expect([words.vi[0], words.en[0]]).toEqual(['Hộ không nghèo.', 'Household not poor.'])
})

it.each([
  [['--standard', 'vn-1999', '-'], /no standard vn-1999; there are vn-2016-2020/],
  [['-'], /--standard is missing/],
  [['--standard', 'vn-2022-2025', '--day', 'today', '-'], /--day today is no day/],
  [['--standard', 'vn-2022-2025', 'no-such-file'], /no-such-file/],
  [['--standard', 'vn-2022-2025', '--what', '-'], /--what/],
  [['--standard', 'vn-2022-2025', '--points', 'package.json', '-'], /package\.json/],
])('refuses %j and writes no verdict', (args, says) => {
  const { status, stderr, stdout } = nbScore(args)
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(says)
})

it('documents itself', () => {
  expect(nbScore(['--help']).stdout).toContain('Exit code')
  expect(JSON.parse(nbScore(['--schema']).stdout)).toMatchObject({ type: 'object' })
})
