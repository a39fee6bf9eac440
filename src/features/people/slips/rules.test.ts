import { describe, expect, it } from 'vitest'
import { alphabet, codeLength, codeOf, readCode, showCode } from './rules.ts'

const bytes = Uint8Array.from({ length: codeLength }, (_, n) => n * 16 + 5)
const code = codeOf(bytes)

describe('the code of a slip', () => {
  it('has sixteen signs, none of which is taken for another', () => {
    expect(code).toHaveLength(16)
    expect(new Set(alphabet).size).toBe(32)
    for (const sign of 'ILOU') expect(alphabet).not.toContain(sign)
  })

  it('is read as it stands on paper, in small letters, and with the letters that it has not', () => {
    expect(readCode(showCode(code))).toBe(code)
    expect(readCode(` ${code.toLowerCase()} `)).toBe(code)
    expect(readCode('oil0-oil0-oil0-oil0')).toBe('0110011001100110')
  })

  it('is none where a sign is missing, is too many, or is of no code', () => {
    for (const typed of ['', code.slice(1), `${code}0`, `${code.slice(1)}U`, `${code.slice(1)}ắ`])
      expect(readCode(typed)).toBeNull()
  })
})
