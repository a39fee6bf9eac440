/** Hostile values, each as the JSON text that says it: some of them no program would write by itself. */

const text = (value: string): string => JSON.stringify(value)
const marks = (pairs: number): string => `a${'\u0323\u0302'.repeat(pairs)}`
const many = (count: number, piece: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => piece(n)).join(',')

const kinds = {
  nothing: 'null',
  yes: 'true',
  zero: '0',
  minus: '-1',
  minusZero: '-0',
  half: '0.5',
  tiny: '5e-324',
  unsafe: '9007199254740993',
  overInt: '2147483648',
  overBigint: '9223372036854775808',
  huge: '1e308',
  infinite: '1e400',
  minusInfinite: '-1e400',
  digits: '9'.repeat(3_000),
  fraction: `0.${'3'.repeat(3_000)}`,

  empty: '""',
  spaces: text('   \u00a0\u3000 '),
  nul: '"a\\u0000b"',
  controls: '"\\u0001\\u001b[31m\\u007f\\u0085"',
  halfPair: '"\\ud83d"',
  secondHalf: '"a\\udc00b"',
  pairTurned: '"\\udc00\\ud83d"',
  noLetter: '"\\uffff\\ufffe\\ufdd0"',
  manyMarks: text(marks(6_000)),
  marksTurned: text(`a${'\u0302\u0323'.repeat(9_000)}`),
  allowedMarks: text(marks(15).repeat(600)),
  escapedMarks: `"a${'\\u0323\\u0302'.repeat(2_000)}"`,
  rightToLeft: text('\u202e\u2066gnơl\u2069'),
  family: text('👨‍👩‍👧‍👦'.repeat(50)),
  joiners: text('\u200d\u200b\ufeff'.repeat(500)),
  long: text('dài '.repeat(30_000)),
  longWord: text('x'.repeat(19_000)),
  lines: text('\n\r\t\v\f\u2028\u2029'.repeat(200)),
  quote: text(`'"\`; drop table account; --`),
  like: text('%_\\'.repeat(30)),
  array: text('{a,"b\\"c",NULL}'),
  path: text('../../../etc/passwd'),
  html: text('<script>alert(1)</script>&lt;'),
  place: text('{where} {{x}} %s %n'),
  pattern: text(`${'a'.repeat(60)}!`),
  noDay: text('2026-02-30'),
  yearZero: text('0000-01-01'),
  farDay: text('9999-12-31'),
  firstDay: text('0001-01-01'),
  beforeAll: text('-4713-11-24'),
  endless: text('infinity'),
  noId: text('00000000-0000-0000-0000-000000000000'),
  loudId: text('01890000-0000-7000-8000-00000000ABCD'),
  number: text('1e400'),

  list: '[]',
  listOfNothing: '[null]',
  listOfLists: '[[[[[[[[[[1]]]]]]]]]]',
  deepList: `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  deepObject: `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  longList: `[${many(30_000, String)}]`,
  longListOfTexts: `[${many(3_000, (n) => text(`chữ ${n}`))}]`,
  object: '{}',
  ancestor: '{"__proto__":{"isAdmin":true}}',
  maker: '{"constructor":{"prototype":{"isAdmin":true}}}',
  speaker: '{"toJSON":"x","toString":null,"valueOf":1,"then":{"then":1},"length":4294967295}',
  manyKeys: `{${many(5_000, (n) => `"k${n}":1`)}}`,
  longKey: `{"${'k'.repeat(9_000)}":1}`,
  oddKeys: `{"":1,"\\u0000":1,"\\ud800":1,"ậ\\u0323":1}`,
  twice: '{"vi":1,"vi":2,"vi":null}',
} as const

export type Hostile = { readonly kind: string; readonly json: string }

export const hostileValues: readonly Hostile[] = Object.entries(kinds).map(([kind, json]) => ({ kind, json }))

/** The same for an address or a form field, where everything is text: what the JSON text says, or the text itself. */
export function asText({ json }: Hostile): string {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' ? value : json
  } catch {
    return json
  }
}
