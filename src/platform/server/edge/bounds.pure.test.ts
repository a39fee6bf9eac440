import { describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { boundInput, bounds, keptLine } from './bounds.ts'
import { fieldsOfJson } from './json.ts'

const refusal = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return `${error.code} ${error.facts.where ?? error.facts.what ?? ''}`
    throw error
  }
  return 'went through'
}
const read = (text: string) => {
  const fields = fieldsOfJson(Buffer.from(text))
  boundInput(fields)
  return fields
}
const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`

describe('what is asked for', () => {
  it('is put into the form in which it is kept, wherever a text stands', () => {
    const note = 'Hoà'.normalize('NFD')
    expect(read(JSON.stringify({ note, list: [note, { deep: note }], n: 1, none: null }))).toEqual({
      note: 'Hoà',
      list: ['Hoà', { deep: 'Hoà' }],
      n: 1,
      none: null,
    })
    expect(read('{"note":"c\\u00f2 \\ud83d"}')).toEqual({ note: 'cò \ufffd' })
  })

  it.each([
    ['too deep', deep(bounds.depth + 1), 'input.too_large /a/0'],
    ['five thousand deep', deep(5_000), 'input.too_large /a/0'],
    ['so deep that reading it costs', deep(400_000), 'input.too_large /'],
    ['deep in objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'input.too_large /'],
    ['too many fields', `{${Array.from({ length: 300 }, (_, n) => `"k${n}":1`)}}`, 'input.too_large /'],
    ['too long a list', `{"a":{"b":[${'1,'.repeat(5_000)}1]}}`, 'input.too_large /a/b'],
    ['too many values', `{"a":[${`[${'1,'.repeat(999)}1],`.repeat(200)}1]}`, 'input.too_large /a/149/849'],
    ['too long a text', `{"a":"${'x'.repeat(20_001)}"}`, 'input.too_large /a'],
    ['marks', `{"a":[{"b":"e${'\u0301'.repeat(31)}"}]}`, 'input.too_many_marks /a/0/b'],
    ['endless', '{"a":[1,1e400]}', 'input.invalid /a/1'],
    ['more than an integer holds', '{"a":9007199254740993}', 'input.invalid /a'],
    ['an ancestor', '{"a":{"__proto__":{"x":1}}}', 'input.invalid /a'],
    ['no name of a field', '{"":1}', 'input.invalid /'],
    ['half a name', '{"a":{"b\\ud800":1}}', 'input.invalid /a'],
    ['no JSON', '{"a":', 'input.unreadable JSON'],
    ['a list', '[1]', 'input.unreadable JSON'],
  ])('is refused where it is %s, and told where', (_, text, told) => {
    expect(refusal(() => read(text)).replace(/(\/0)+$/, '/0')).toBe(told)
    expect({}).not.toHaveProperty('x')
  })

  it('is taken up to each bound', () => {
    for (const fits of [
      deep(bounds.depth),
      `{"a":"e${'\u0301'.repeat(30)}"}`,
      `{"a":"${'['.repeat(20_000)}","b":"${'x'.repeat(60_000).slice(0, 20_000)}"}`,
      `{"a":[${'1,'.repeat(4_999)}1]}`,
      '{"a":9007199254740991,"b":-0.5,"c":5e-324}',
      '{"a":1,"a":2}',
      '',
    ])
      expect(
        refusal(() => read(fits)),
        fits.slice(0, 30),
      ).toBe('went through')
    expect(read('{"a":1,"a":2}')).toEqual({ a: 2 })
    // Depth is not counted within a text, however long the whole is.
    expect(refusal(() => read(`{"a":[${`"${'[{'.repeat(5_000)}\\"[",`.repeat(9)}1]}`))).toBe('went through')
  })

  it('is refused in another encoding and not mended: the Vietnamese of it would be gone', () => {
    const told = (bytes: Buffer) => refusal(() => fieldsOfJson(bytes))
    expect(told(Buffer.from('{"a":"Hòa"}', 'latin1'))).toBe('input.unreadable UTF-8')
    expect(told(Buffer.from('{"a":"Hòa"}', 'utf16le'))).toBe('input.unreadable UTF-8')
    expect(told(Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22]))).toBe('input.unreadable UTF-8')
  })
})

it('a name of a file is one line of letters', () => {
  expect(keptLine('Quyết định\u0000 số\r\n12\u2028.pdf', 200)).toBe('Quyết định số 12 .pdf')
  expect(keptLine(`${'a'.repeat(199)}👩`, 200)).toBe('a'.repeat(199))
  expect(keptLine(`a${'\u0302\u0323'.repeat(5_000)}`, 200).length).toBeLessThan(31)
})
