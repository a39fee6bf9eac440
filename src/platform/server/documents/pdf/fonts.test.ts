import { expect, it } from 'vitest'
import { final } from '../samples.ts'
import { pdfBytes } from './bytes.ts'
import { missingLetters } from './fonts.ts'
import { lookAt } from './look.ts'
import { tablePdf } from './plainTable.ts'

/** Every letter of Vietnamese, each vowel with each tone, both cases. */
const bases = 'aăâeêioôơuưy'
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
const lower = [...bases].flatMap((base) => tones.map((tone) => (base + tone).normalize('NFC'))).join('')
const alphabet = `${lower}${lower.toUpperCase()}đĐ`

it('shows every Vietnamese letter in every face', async () => {
  const columns = [{ title: alphabet, width: 1 }]
  const table = { title: alphabet, subtitle: alphabet, landscape: false, columns, rows: [[alphabet]] }
  const [page] = lookAt(await pdfBytes(tablePdf(table, final)))
  expect(page?.unseen).toEqual([])
  expect(page?.text.replace(/\s/g, '').split(alphabet.slice(0, 20))).toHaveLength(5)
  for (const letter of alphabet) expect(page?.text).toContain(letter)
})

it('lacks no letter of Vietnamese in either Unicode form, and says which letters it lacks', () => {
  expect(missingLetters(alphabet.normalize('NFD'))).toEqual([])
  expect(missingLetters('Thôn 1 😀')).toEqual(['😀'])
})
