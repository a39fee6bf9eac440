import { describe, expect, it } from 'vitest'
import {
  fold,
  hasTooManyMarks,
  looksLikeFormula,
  mended,
  nfc,
  notKnownYet,
  saidOf,
  tidy,
  withoutControls,
} from './text.ts'

const marks = (count: number) => '\u0302\u0323'.repeat(count / 2)

describe('one form of a text', () => {
  it('is NFC, for every name that is written', () => {
    for (const name of ['Nguyễn Thị Hoà', 'Đặng Văn Thuỷ', 'Ksor H’Bơ̆', 'Lò Văn Ơ̱n', '한국', '👩‍🌾'])
      expect(nfc(name.normalize('NFD'))).toBe(name.normalize('NFC'))
  })

  it('keeps thirty marks of a letter and leaves the others out', () => {
    const kept = `a${marks(30)}`
    expect(hasTooManyMarks(kept)).toBe(false)
    expect(nfc(kept)).toBe(kept.normalize('NFC'))
    expect(hasTooManyMarks(`${kept}\u0301`)).toBe(true)
    expect(nfc(`Mai ${kept}\u0301 x ${kept}\u0301`)).toBe(`Mai ${kept} x ${kept}`.normalize('NFC'))
    expect(nfc(nfc(`${kept}\u0301\u0302`))).toBe(nfc(kept))
  })

  it.each([
    ['one letter under them all', `a${marks(800_000)}`],
    ['many letters with as many as allowed', `a${marks(30)}`.repeat(50_000)],
    ['letters beyond the first plane', `a${'\u{1e944}\u{1e94a}'.repeat(200_000)}`],
  ])('takes no longer for marks than for letters: %s', (_, text) => {
    const begun = performance.now()
    for (const change of [nfc, tidy, fold]) change(text)
    expect(performance.now() - begun).toBeLessThan(3_000) // minutes, were they put in order
  })

  it('has U+FFFD where half a pair, a control or no letter stood, as the phone’s own encoder does it', () => {
    const cut = '👩‍🌾 bò'.slice(0, 1)
    expect(mended(`ghi chú ${cut}`)).toBe(`ghi chú \ufffd`)
    expect(mended(`a${cut}b`)).toBe(new TextDecoder().decode(new TextEncoder().encode(`a${cut}b`)))
    expect(mended('\u0000a\u001b\uffff')).toBe('\ufffda\ufffd\ufffd')
    expect(withoutControls('\u0000a\u001bb\tc\r\n')).toBe('ab\tc\r\n')
    expect(withoutControls('Lò\u000bThị\u0085Ánh')).toBe('Lò Thị Ánh')
    for (const whole of ['👩‍🌾', 'dòng một\r\n\tdòng hai', 'Hoà\u0300']) expect(mended(whole)).toBe(whole)
  })
})

describe('a folded text', () => {
  it.each([
    [
      'one apostrophe as another, and as none',
      ["H'Hen Niê", 'H’Hen Niê', 'H‘Hen Niê', 'HʼHen Niê', 'H´Hen Niê', 'H`Hen Niê', 'hhen nie'],
    ],
    ['a hyphen of any kind as a space', ['Y-Blŏk Êban', 'Y‐Blŏk Êban', 'Y – Blŏk  Êban', ' y blok eban']],
    ['no dash where nothing stands on its other side', ['Thừa Thiên -', '– Thừa Thiên', 'thua thien']],
    ['a place with and without its dash', ['Bà Rịa - Vũng Tàu', 'Bà Rịa Vũng Tàu', 'bà rịa—vũng tàu']],
  ])('reads %s', (_, [first = '', ...others]) => {
    for (const other of others) expect(fold(other), other).toBe(fold(first))
  })

  it('has nothing left of signs alone', () => {
    for (const text of ["'", '-', ' – ’ ', '\u0302\u0323']) expect(fold(text), text).toBe('')
  })
})

describe('what a spreadsheet would run', () => {
  it.each(['=1+1', '+84', '-1', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠SUM(A1)', '\u200b=1', '\ufeff\u2060＝1'])(
    'is known by its first sign that is seen: %j',
    (text) => expect(looksLikeFormula(text)).toBe(true),
  )

  it.each(['Lò Thị Mai', 'Ngõ 7, số 38', '1-2', 'a=b', '', '\u200bMai'])('is not %j', (text) =>
    expect(looksLikeFormula(text)).toBe(false),
  )
})

it('a value that came into the house later is said as such, also one that every object has', () => {
  const words = { open: { vi: 'mở', en: 'open' } }
  expect(saidOf(words, 'open')).toEqual({ vi: 'mở', en: 'open' })
  for (const invented of ['hibernating', 'constructor', '__proto__', 'toString'])
    expect(saidOf(words, invented as 'open')).toBe(notKnownYet)
})
