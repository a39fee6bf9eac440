import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { createKeys, openKeys, rotateKey } from './keys.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  path = join(folder, 'keys', 'keys.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const cell = { table: 'identity', column: 'citizen_id', row: '0190-a' }
const code = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
  return 'went through'
}

describe('the key file', () => {
  it('is made for its owner alone and never overwritten', () => {
    createKeys(path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
    const before = readFileSync(path, 'utf8')
    expect(code(() => createKeys(path))).toBe('keys.exists')
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  it('that others can read is refused, file and folder', () => {
    createKeys(path)
    chmodSync(path, 0o640)
    expect(code(() => openKeys(path))).toBe('keys.open_to_others')
    chmodSync(path, 0o600)
    chmodSync(join(folder, 'keys'), 0o755)
    expect(code(() => openKeys(path))).toBe('keys.open_to_others')
    chmodSync(join(folder, 'keys'), 0o700)
    expect(code(() => openKeys(path))).toBe('went through')
  })

  it('that is missing or cut is refused and says what stays unreadable', () => {
    expect(() => openKeys(path)).toThrow(/citizen ids can be neither read nor searched/)
    createKeys(path)
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 200))
    expect(code(() => openKeys(path))).toBe('keys.damaged')
    expect(code(() => rotateKey(path, 'field'))).toBe('keys.damaged')
  })
})

describe('a citizen id', () => {
  it('comes back as it went in, and never looks the same twice', () => {
    const keys = createKeys(path)
    const one = keys.encrypt('026185001234', cell)
    expect(one).not.toContain('026185001234')
    expect(keys.encrypt('026185001234', cell)).not.toBe(one)
    expect(openKeys(path).decrypt(one, cell)).toBe('026185001234')
  })

  it('moved to another row, column or table, or altered by one letter, does not open', () => {
    const keys = createKeys(path)
    const value = keys.encrypt('026185001234', cell)
    for (const other of [{ row: '0190-b' }, { column: 'insurance_no' }, { table: 'person' }])
      expect(code(() => keys.decrypt(value, { ...cell, ...other }))).toBe('keys.value_unreadable')
    const letter = value.at(-5) === 'A' ? 'B' : 'A'
    expect(code(() => keys.decrypt(`${value.slice(0, -5)}${letter}${value.slice(-4)}`, cell))).toBe(
      'keys.value_unreadable',
    )
    for (const junk of ['', '1', '1.x.y', '1..', 'not a value'])
      expect(code(() => keys.decrypt(junk, cell))).toBe('keys.value_unreadable')
  })

  it('written before a rotation still opens, and is known as stale', () => {
    const before = createKeys(path)
    const value = before.encrypt('026185001234', cell)
    const after = rotateKey(path, 'field')
    expect(after.decrypt(value, cell)).toBe('026185001234')
    expect(after.isStale(value)).toBe(true)
    const fresh = after.encrypt('026185001234', cell)
    expect(after.isStale(fresh)).toBe(false)
    expect(code(() => before.decrypt(fresh, cell))).toBe('keys.value_unreadable')
  })

  it('is found by its index, in either Unicode form, before and after a rotation', () => {
    const before = createKeys(path)
    expect(before.indexOf('Hòa')).toBe(before.indexOf('Hòa'.normalize('NFD')))
    expect(before.indexOf('026185001234')).not.toBe(before.indexOf('026185001235'))
    const after = rotateKey(path, 'index')
    expect(after.indexOf('026185001234')).not.toBe(before.indexOf('026185001234'))
    expect(after.indexesOf('026185001234')).toEqual([after.indexOf('026185001234'), before.indexOf('026185001234')])
  })

  it('of one commune server means nothing to another', () => {
    const value = createKeys(path).encrypt('026185001234', cell)
    const other = createKeys(join(folder, 'other', 'keys.json'))
    expect(code(() => other.decrypt(value, cell))).toBe('keys.value_unreadable')
  })
})

describe('a signature', () => {
  const bytes = new TextEncoder().encode('Quyết định 12')

  it('made before a rotation verifies after it, and the old private half is gone', () => {
    const old = createKeys(path).sign(bytes)
    const after = rotateKey(path, 'signing')
    expect(after.verify(bytes, old)).toBe(true)
    expect(after.sign(bytes).keyId).not.toBe(old.keyId)
    expect(after.publicKeys().map((key) => key.id)).toEqual([after.sign(bytes).keyId, old.keyId])
    expect(readFileSync(path, 'utf8').match(/"d":/g)).toHaveLength(2)
  })

  it('is refused on other bytes, under another key and for the other purpose', () => {
    const keys = createKeys(path)
    const signed = keys.sign(bytes)
    expect(keys.verify(new TextEncoder().encode('Quyết định 13'), signed)).toBe(false)
    expect(keys.verify(bytes, { ...signed, keyId: 'ffffffff' })).toBe(false)
    expect(keys.verifySeal(bytes, signed)).toBe(false)
    expect(keys.verifySeal(bytes, { ...signed, keyId: keys.seal(bytes).keyId })).toBe(false)
    expect(keys.verifySeal(bytes, keys.seal(bytes))).toBe(true)
  })
})
