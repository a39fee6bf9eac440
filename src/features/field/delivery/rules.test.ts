import { expect, it } from 'vitest'
import { fileName, fileText, readFile } from './rules.ts'

const form = (letter: string) => `1.key.0198a000-0000-7000-8000-00000000d001.${letter.repeat(200)}`

it('brings what was put in, once each, also by way of Windows and with a mark before it', () => {
  const both = [form('a'), form('b')]
  expect(readFile(fileText(both))).toEqual({ sealed: both, broken: 0 })
  expect(readFile(`\uFEFF${fileText([...both, ...both]).replaceAll('\n', '\r\n')}`)).toEqual({
    sealed: both,
    broken: 0,
  })
  expect(readFile(fileText([]))).toEqual({ sealed: [], broken: 0 })
})

it('says what was cut short, and takes nothing else for one', () => {
  const cut = fileText([form('a'), form('b')]).slice(0, -150)
  expect(readFile(cut)).toEqual({ sealed: [form('a')], broken: 1 })
  for (const other of ['', 'PK\u0003\u0004', form('a'), '{"items":[]}', 'nang-buoc-phieu 2\n'])
    expect(readFile(other)).toBe(null)
})

it('has a name that any system takes', () => {
  expect(fileName('mai', '2026-11-28')).toBe('phieu-mai-20261128.nangbuoc')
  expect(fileName('../a b', '2026-11-28')).toBe('phieu-ab-20261128.nangbuoc')
})
