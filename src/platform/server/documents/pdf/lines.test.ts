import { expect, it } from 'vitest'
import { draft, final } from '../samples.ts'
import { draftMark, endedMark, replacedMark } from '../words.ts'
import { pdfBytes } from './bytes.ts'
import { lookAt } from './look.ts'
import { paragraph } from './runs.ts'
import { finish, openSheet } from './sheet.ts'

const number = '0001/GCN-2026'

it('no line ends within the number of a paper, which is drawn and read as it is', async () => {
  const sheet = openSheet({ title: 'Số', frame: draft, cells: 0 })
  for (let letters = 1; letters < 14; letters++)
    paragraph(sheet, Array.from({ length: 12 }, () => `${'o'.repeat(letters)} ${number}`).join(' '), { size: 13 })
  const pages = lookAt(await pdfBytes(finish(sheet)))
  const lines = pages.flatMap((page) => page.text.split('\n')).filter((line) => /[o\d]/.test(line))
  expect(lines.join('\n').split(number)).toHaveLength(13 * 12 + 1)
  expect(lines.filter((line) => line.trimEnd().endsWith(number)).length).toBeGreaterThan(10)
  expect(pages.flatMap((page) => page.unseen)).toEqual([])
})

it.each([draftMark, replacedMark, endedMark])('%s stands across the page on one line', async (across) => {
  const sheet = openSheet({ title: 'Số', frame: { ...final, across }, cells: 0 })
  paragraph(sheet, 'Một', { size: 13 })
  const [page] = lookAt(await pdfBytes(finish(sheet)))
  expect(page?.text.split('\n')).toContain(across)
})
