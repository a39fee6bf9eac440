import { expect, it } from 'vitest'
import { roles } from './access.ts'
import { glossary } from './glossary.ts'

it('uses one Vietnamese term for one thing', () => {
  const terms = Object.values(glossary).map((t) => t.vi)
  expect(new Set(terms).size).toBe(terms.length)
})

it('writes every term in NFC, without spaces at its ends', () => {
  for (const { vi, en } of Object.values(glossary)) {
    expect(vi).toBe(vi.normalize('NFC').trim())
    expect(en).toBe(en.trim())
  }
})

it('calls the enumerator what the role is called', () => {
  expect(glossary.enumerator.vi).toContain(roles.enumerator.vi.toLowerCase())
})
