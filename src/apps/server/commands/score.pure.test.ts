import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { TableError } from '#features/standards/table.ts'
import { linesOf } from '#platform/server/documents/lines.ts'
import { entriesOf } from './scoreEntries.ts'

const nb = fileURLToPath(new URL('../nb.ts', import.meta.url))
const root = fileURLToPath(new URL('../../../..', import.meta.url))
const today = ['--standard', 'vn-2022-2025', '--day', '2026-10-15']

function nbScore(args: string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [nb, 'score', ...args], {
    input,
    encoding: 'utf8',
    cwd: root,
  })
  return { status, stderr, verdicts: stdout.split('\n').filter((l) => l.startsWith('{')), stdout }
}
/** Lines scored, by number, with their class; and the lines that were told. */
function scored(input: string | Buffer) {
  const { status, stderr, verdicts } = nbScore([...today, '--brief', '-'], input)
  const classes = verdicts.map((v) => JSON.parse(v)).map((v) => [v.line, v.class ?? v.poor])
  return { status, classes, told: stderr.split('\n').filter((l) => l !== '') }
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
  expect(stderr).toMatch(
    /^line 3: is not JSON .* không phải JSON: sai từ ký tự thứ 2\nline 5: .*settlement.*\nline 6: day 2026-02-30 is no day .*\n$/,
  )
  const [first, second] = verdicts.map((v) => JSON.parse(v))
  expect(first).toMatchObject({ line: 1, class: 'not_poor' })
  expect(second).toMatchObject({ line: 4, id: 'mai', class: 'average' })
  expect(second.indicators).toHaveLength(12)
})

it('scores nobody by a standard that has ended, and whoever is asked about before it begins', () => {
  const lines = ['9999-12-31', '2027-01-01', '2026-12-31', '2020-05-01'].map((day) =>
    JSON.stringify({ day, facts: { settlement: 'rural', income: { perPersonMonth: 9_000_000 } } }),
  )
  const { status, classes, told } = scored(lines.join('\n'))
  expect([status, classes]).toEqual([
    1,
    [
      [3, 'not_poor'],
      [4, 'not_poor'],
    ],
  ])
  const { verdicts } = nbScore([...today, '--brief', '-'], lines.join('\n'))
  expect(verdicts.map((one) => JSON.parse(one).whatIf ?? false)).toEqual([false, true])
  for (const one of told) expect(one).toMatch(/has ended on 2027-01-01.* đã hết hiệu lực từ 2027-01-01/)
  expect(told).toHaveLength(2)
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
  [['--standard', 'vn-2022-2025', 'no-such-file'], /no-such-file: there is no such file .* không có tệp này/],
  [['--standard', 'vn-2022-2025', '--standard', 'vn-2016-2020', '-'], /--standard stands twice .* có hai lần/],
  [['--standard', 'vn-2022-2025', '--points', 'none.json', '-'], /none.json: there is no such file .* không có tệp/],
  [[], /name one FILE.* hãy nêu đúng một tệp/],
  [['--day'], /option --day.* lacks its value.* thiếu giá trị/],
  [['--standard', 'vn-2022-2025', 'standards'], /standards is a folder/],
  [['--standard', 'vn-2022-2025', '-'], /the file is empty .* tệp không có dòng nào/],
  [['--standard', 'vn-2022-2025', '--what', '-'], /there is no option --what .* không có tuỳ chọn --what/],
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

const head = 'id,settlement,income.perPersonMonth,housing.areaM2,water.source,note'

describe('a table', () => {
  it('holds money as people write it, and never another amount', () => {
    const rows = ['a,rural,800.000,,,', 'b,rural,"800,000",,,', 'c,rural,2.250.001,,,', 'd,rural,"2,250,001",62.5,,']
    expect(scored([head, ...rows].join('\n'))).toEqual({
      status: 0,
      classes: [
        [2, 'depends'],
        [3, 'depends'],
        [4, 'not_poor'],
        [5, 'not_poor'],
      ],
      told: [],
    })
  })

  it('is refused by its line where a number may be two, is none, or has pushed the cells after it aside', () => {
    const rows = [
      'a,rural,1.5,,,',
      'b,rural,800000,12.500,,',
      'c,rural,"1,5 triệu",,,',
      'd,rural,000,,,',
      'e,rural,1,800,000,,,',
      'f,rural,1,800,000',
      'g,rural,800000,62,5,',
      'h,rural,9000000,,,,',
      'i,rural,9000000',
    ]
    const { status, classes, told } = scored([head, ...rows].join('\r\n'))
    expect([status, classes]).toEqual([1, [[10, 'not_poor']]])
    expect(told).toEqual([
      expect.stringMatching(/^line 2: income.perPersonMonth: “1.5” is not a whole number; write 1500000, .* hãy ghi/),
      expect.stringMatching(/^line 3: housing.areaM2: “12.500” may be 12,5 or 12500; .* có thể là 12,5 hoặc 12500/),
      expect.stringMatching(/^line 4: .*1,5 triệu/),
      expect.stringMatching(/^line 5: .*“000”/),
      expect.stringMatching(/^line 6: has 8 cells under 6 headings; .*"1,800,000" \/ có 8 ô mà bảng chỉ có 6 cột/),
      expect.stringMatching(/^line 7: income.perPersonMonth: 1,800 stands in two cells; .* 1,800 nằm ở hai ô/),
      expect.stringMatching(/^line 8: housing.areaM2: 62,5 stands in two cells/),
      expect.stringMatching(/^line 9: has 7 cells under 6 headings/),
    ])
  })

  it('tells of an income that the form would ask about, and scores it as it stands', () => {
    const rows = ['a,rural,1.500,,,', 'b,rural,"1,500",,,', 'c,rural,1.500.000,,,', 'd,rural,90000000,,,']
    const { status, classes, told } = scored([head, ...rows].join('\n'))
    expect([status, classes]).toEqual([0, [2, 3, 4, 5].map((line) => [line, line === 5 ? 'not_poor' : 'depends'])])
    const doubted =
      /: is scored, .* income.perPersonMonth: 1.500 dong a person a month\? Were 1.500.000 meant\? \/ đã tính, /
    for (const [at, line] of [2, 3].entries()) {
      expect(told[at]).toMatch(new RegExp(`^line ${line}${doubted.source}`))
      expect(told[at]).toMatch(/Có phải 1.500.000 đồng\?$/)
    }
    expect(told[2]).toMatch(/^line 5: .*90.000.000 đồng một người một tháng\?$/)
    expect(told).toHaveLength(3)
  })

  it.each([';', '\t', ','])('may say what separates its cells: %j', (mark) => {
    const rows = ['id,settlement,income.perPersonMonth', 'a,rural,9000000'].map((row) => row.replaceAll(',', mark))
    for (const first of [`sep=${mark}`, `"sep=${mark}"`, `\uFEFFsep=${mark}`])
      expect(scored([first, ...rows].join('\r\n'))).toEqual({ status: 0, classes: [[3, 'not_poor']], told: [] })
  })

  it('counts the lines of the file, also where a cell holds a line end and where lines are blank', () => {
    const rows = ['a,rural,,,,"một\nhai ""ba"""', '', ',,,,,', 'b,moon,,,,', 'c,rural,9000000,,,']
    expect(scored(`\uFEFF${[head, ...rows].join('\r\n')}`)).toEqual({
      status: 1,
      classes: [
        [2, 'depends'],
        [7, 'not_poor'],
      ],
      told: [expect.stringMatching(/^line 6: .settlement/)],
    })
  })

  it('is read in the UTF-16 of a spreadsheet, with tabs', () => {
    const text = `\uFEFF${head.replaceAll(',', '\t')}\r\na\trural\t9.000.000\t\t\tHộ Mai`
    expect(scored(Buffer.from(text, 'utf16le'))).toMatchObject({ status: 0, classes: [[2, 'not_poor']] })
  })

  it('whose quote is never closed is read as far as it can be', () => {
    const { status, classes, told } = scored(`${head}\na,rural,9000000,,,\nb,rural,9000000,,,"và\nc,rural,9000000,,,\n`)
    expect([status, classes]).toEqual([1, [[2, 'not_poor']]])
    expect(told).toEqual([
      expect.stringMatching(/^a quote opened in line 3 is never closed; .* dòng 3 không được đóng/),
    ])
  })

  it('says nothing twice in one cell, and names no indicator that is none', () => {
    const rows = ['a,employment=yes employment=no,', 'b,,id=x id=y', 'c,,__proto__=x', 'd,employmnt=yes,']
    const { status, classes, told } = scored(['id,declared,member1', ...rows].join('\n'))
    expect([status, classes]).toEqual([2, []])
    expect(told).toEqual([
      expect.stringMatching(/^line 2: declared: employment stands twice/),
      expect.stringMatching(/^line 3: member1: id stands twice/),
      expect.stringMatching(/^line 4: .*members.0.* is not an answer of the form/),
      expect.stringMatching(/^line 5: declared.employmnt is no indicator of any standard .* không phải chỉ số/),
    ])
  })

  async function faultsOf(input: string | Buffer): Promise<string> {
    async function* source() {
      yield Buffer.from(input)
    }
    const told: string[] = []
    try {
      for await (const { fault } of entriesOf(linesOf(source(), 1_000))) if (fault) told.push(fault.en, fault.vi)
    } catch (error) {
      if (!(error instanceof TableError)) throw error
      told.push(error.said.en, error.said.vi)
    }
    return told.join(' / ')
  }

  it.each([
    ['an unknown heading', 'id,wealth\na,1', /unknown columns: wealth .* không có cột nào/],
    ['a heading that every object has', 'id,constructor\na,1', /unknown columns: constructor/],
    [
      'a heading that stands twice',
      'id,settlement,settlement | Khu vực\na,x,y',
      /column settlement stands twice .* hai lần/,
    ],
    [
      'a cell under no heading',
      'id,,settlement\na,x,rural',
      /cell 2 \("x"\) stands under no heading .* không có tên cột/,
    ],
    ['letters of an old font', Buffer.from([...Buffer.from('id,note\na,H'), 0xe9]), /is not UTF-8/],
    ['a zero byte', 'id,note\na,\0', /has a zero byte .* byte rỗng/],
    ['a heading in an old font', Buffer.from([...Buffer.from('id,note | H'), 0xe9, 10]), /is not UTF-8/],
    ['a list in JSON', '[{"settlement":"rural"}]', /one household a line .* mỗi hộ một dòng/],
    ['nothing in it', '\n \n', /the file is empty/],
    ['a row that is too long', `id,note\na,${'x'.repeat(2_000)}`, /longer than 1000 bytes/],
  ])('with %s is refused', async (_what, input, says) => expect(await faultsOf(input)).toMatch(says))
})

describe('JSON lines', () => {
  const refused: readonly (readonly [string, RegExp])[] = [
    ['{"settlement":"rural","settlement":"urban"}', /"settlement" stands twice .* có hai lần/],
    ['{"settlement":"rural","settl\\u0065ment":"urban"}', /"settlement" stands twice/],
    ['{"members":[{"id":"a"},{"id":"b","job":"farm","job":"none"}]}', /"job" stands twice/],
    ['{"income":{"perPersonMonth":800.000}}', /800.000 is 800 in JSON; write 800000 .* trong JSON là 800/],
    ['{"declared":{"employmnt":true}}', /employmnt is no indicator/],
    ['{"income":{"perPersonMonth":1},"members":[]}', /members hold nobody.* không có ai/],
    ['{"facts":{},"day":{"year":2026}}', /"day" must be text or a number.* "day" phải là chữ/],
    ['{"facts":{},"id":["a"]}', /"id" must be text or a number.* "id" phải là chữ/],
    ['{"facts":{},"settlement":"rural"}', /"settlement" does not stand beside/],
    ['"rural"', /the household .* \/ hộ /],
  ]

  it('that say something twice, something unknown or nobody are refused, each by its line', () => {
    const { status, classes, told } = scored(['{"settlement":"rural"}', ...refused.map(([line]) => line)].join('\n'))
    expect([status, classes]).toEqual([1, [[1, 'depends']]])
    for (const [at, [, says]] of refused.entries()) {
      expect(told[at]).toMatch(says)
      expect(told[at]).toMatch(new RegExp(`^line ${at + 2}: `))
    }
    expect(told).toHaveLength(refused.length)
  })

  it('take what only looks like it, end by any line end, and may begin with a mark', () => {
    const note = 'a":1,"a":2 {"b":1,"b":2} 1.000'
    const one = JSON.stringify({ note, settlement: 'rural', members: [{ id: 'a' }, { id: 'b' }] })
    const classes = [1, 3, 4].map((line) => [line, 'depends'])
    expect(scored(`\uFEFF${one}\r\n\r\n${one}\r${one}`)).toEqual({ status: 0, classes, told: [] })
  })

  it('nested without end are refused by their number, and the rest is scored', () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
    const rural = '{"settlement":"rural"}'
    const { status, classes, told } = scored([rural, deep, `{"note":${deep}}`, rural].join('\n'))
    expect([status, classes]).toEqual([1, [1, 4].map((line) => [line, 'depends'])])
    expect(told).toEqual([expect.stringMatching(/^line 2: the household /), expect.stringMatching(/^line 3: .note /)])
  })

  it('of which one is laid out over several are told once', () => {
    const mai = { id: 'mai', facts: { settlement: 'rural', members: [{ id: 'p1' }] } }
    const { status, classes, told } = scored(JSON.stringify(mai, null, 2))
    expect([status, classes]).toEqual([2, []])
    expect(told).toEqual([
      expect.stringMatching(/one household a line \/ .* một hộ trên nhiều dòng; .* mỗi hộ một dòng/),
    ])
    expect(scored(`{oops\n${JSON.stringify(mai)}`)).toMatchObject({ status: 1, classes: [[2, 'depends']] })
  })

  it('of fifty megabytes are told by their number, and the next is scored', () => {
    const long = `{"note":"${'x'.repeat(50_000_000)}"}\n{"settlement":"rural"}`
    const { status, classes, told } = scored(long)
    expect([status, classes]).toEqual([1, [[2, 'depends']]])
    expect(told).toEqual([expect.stringMatching(/^line 1: is longer than 1000000 bytes .* dài quá/)])
  })
})
