import { webcrypto } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpacked } from '#kernel/packed.ts'
import { decodeSigned, type Ed25519Subtle, paperBytes, type SignedPaper, verifySigned } from '#kernel/signed.ts'
import { createKeys, type Keys, rotateKey } from '../keys/keys.ts'
import { qrModules } from './qr.ts'
import { final, samplePaper } from './samples.ts'
import { findSignedPaper, paperLink, qrContent, signPaper } from './signed.ts'

let folder = ''
let path = ''
let keys: Keys
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signed-'))
  path = join(folder, 'keys', 'keys.json')
  keys = createKeys(path)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const subtle: Ed25519Subtle = webcrypto.subtle
const paper: SignedPaper = { ...samplePaper(0), holder: 'Nguyễn Thị Mẵn' }

async function check(text: string, publicKeys = keys.publicKeys()) {
  const decoded = decodeSigned(text)
  return decoded ? verifySigned(decoded, publicKeys, subtle) : 'not a signed text'
}

/** The same text with other words in it, as a forger would write it. */
const forged = (text: string, from: string, to: string): string => {
  const [keyId, body = '', signature] = text.split('.')
  const words = Buffer.from(body, 'base64url').toString('utf8').replace(from, to)
  return `${keyId}.${Buffer.from(words).toString('base64url')}.${signature}`
}

describe('a signed certificate', () => {
  it('says in the browser what was signed, and is genuine without asking anyone', async () => {
    const text = signPaper(paper, keys)
    expect(decodeSigned(text)?.paper).toEqual(paper)
    expect(await check(text)).toBe('genuine')
    expect(findSignedPaper(text, keys)).toEqual(paper)
  })

  it('with the name, class or year changed is altered', async () => {
    const text = signPaper(paper, keys)
    for (const [from, to] of [
      ['Nguyễn Thị Mẵn', 'Nguyễn Thị Mận'],
      ['poor', 'near_poor'],
      ['2027', '2028'],
    ] as const) {
      expect(decodeSigned(forged(text, from, to))).not.toBeNull()
      expect(await check(forged(text, from, to))).toBe('altered')
      expect(findSignedPaper(forged(text, from, to), keys)).toBeNull()
    }
  })

  it('of another installation is signed by an unknown key, even where the key id is borrowed', async () => {
    const other = createKeys(join(folder, 'other', 'keys.json'))
    const text = signPaper(paper, other)
    expect(await check(text)).toBe('unknown_key')
    expect(await check(text.replace(/^[^.]+/, keys.publicKeys()[0]?.id ?? ''))).toBe('altered')
  })

  it('printed before a rotation is genuine after it', async () => {
    const own = join(folder, 'rotating', 'keys.json')
    const text = signPaper(paper, createKeys(own))
    expect(await check(text, rotateKey(own, 'signing').publicKeys())).toBe('genuine')
  })

  it('cannot be told in a browser without Ed25519', async () => {
    const decoded = decodeSigned(signPaper(paper, keys))
    const old = { ...subtle, importKey: () => Promise.reject(new Error('NotSupportedError')), verify: subtle.verify }
    expect(decoded && (await verifySigned(decoded, keys.publicKeys(), old))).toBe('unsupported')
  })

  it.each(['', '.', 'a.b.c', 'x'.repeat(2000), '12345678.AAAA.AAAA', 'k..'])('is not what %j is', (text) => {
    expect(decodeSigned(text)).toBeNull()
  })

  it('is refused a word with a line break, which would move the words after it', () => {
    expect(() => paperBytes({ ...paper, holder: 'Mai\npoor' })).toThrow(RangeError)
  })

  it('is the same in either Unicode form', () => {
    expect(paperBytes({ ...paper, holder: paper.holder.normalize('NFD') })).toEqual(paperBytes(paper))
  })
})

describe('the QR of a paper', () => {
  it('keeps the data behind the # in digits, and few modules', () => {
    const link = paperLink('https://nangbuoc.example.vn/', signPaper(paper, keys))
    const address = new URL(link)
    expect(address.pathname + address.search).toBe('/kiem-tra')
    expect(decodeSigned(unpacked(address.hash.slice(1)) ?? '')?.paper.number).toBe(paper.number)
    expect(qrModules(link).length).toBeLessThanOrEqual(61)
  })

  it('is refused to a final paper without an address or a signature, and not asked of a draft', () => {
    const text = signPaper(paper, keys)
    expect(() => qrContent({ ...final, publicUrl: null }, paper.number, text)).toThrow(/paper.public_url_missing/)
    expect(() => qrContent(final, paper.number, null)).toThrow(/paper.not_signed/)
    expect(qrContent({ state: 'draft', demo: false, publicUrl: null }, null, null)).toBeNull()
  })
})
