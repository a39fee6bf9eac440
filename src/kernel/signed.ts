/**
 * What a signed paper says about itself, in the few words that fit a quiet QR: no citizen id, no health, no income.
 * The words are lines of text in one fixed order, so there is one way to write them and the signature covers exactly
 * these bytes. The text is `<key id>.<payload>.<signature>`, payload and signature in base64url. Server and browser
 * read it with this file; the browser needs nothing but the public keys.
 */
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from './bytes.ts'
import { findPlainDate, type PlainDate } from './dates.ts'
import { nfc } from './text.ts'

/** Half of a document key that anyone may hold: `x` is the raw Ed25519 public key in base64url. */
export type PublicKey = { readonly id: string; readonly x: string }

/** The letter by which a signed text names its kind; a new kind begins here. */
const letters = { certificate: 'C', training: 'T', slip: 'S', decision: 'D', correction: 'K', plan: 'P' } as const
export type PaperKind = keyof typeof letters
export const paperKinds = Object.keys(letters) as PaperKind[]

export type SignedPaper = {
  readonly v: 1
  readonly kind: PaperKind
  /** As printed: `012/2026/GCN`. */
  readonly number: string
  /** The record behind the paper, to ask whether it was revoked since. */
  readonly id: string
  readonly issuedBy: { readonly name: string; readonly code: string }
  readonly holder: string
  /** What the paper states of the holder: the class of a certificate, the course of a credential, the count of a decision. */
  readonly states: string
  /** Years it speaks of, both included; null where the paper has none. */
  readonly years: { readonly from: number; readonly to: number } | null
  readonly day: PlainDate
  /** Short hash of the full document, or empty. */
  readonly hash: string
}

export type DecodedPaper = {
  readonly paper: SignedPaper
  readonly keyId: string
  readonly bytes: Uint8Array
  readonly signature: Uint8Array
}

/** The part of WebCrypto this needs. `crypto.subtle` of a browser or of Node fits. */
export type Ed25519Subtle = {
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { name: string },
    extractable: boolean,
    uses: ['verify'],
  ): Promise<unknown>
  verify(
    algorithm: { name: string },
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>
}

/** `unsupported`: this browser cannot check by itself; ask the server. */
export type Genuineness = 'genuine' | 'altered' | 'unknown_key' | 'unsupported'

const longestLine = 160
const longestText = 1200
const lines = 11

const showYears = (years: SignedPaper['years']): string =>
  years === null ? '' : years.from === years.to ? String(years.from) : `${years.from}-${years.to}`

function findYears(text: string): SignedPaper['years'] | undefined {
  if (text === '') return null
  const found = /^(\d{4})(?:-(\d{4}))?$/.exec(text)
  if (!found) return undefined
  return { from: Number(found[1]), to: Number(found[2] ?? found[1]) }
}

/** The bytes that are signed. Throws RangeError where a word holds a line break or is longer than 160 letters. */
export function paperBytes(paper: SignedPaper): Uint8Array<ArrayBuffer> {
  const words = [
    String(paper.v),
    letters[paper.kind],
    paper.number,
    paper.id,
    paper.issuedBy.name,
    paper.issuedBy.code,
    paper.holder,
    paper.states,
    showYears(paper.years),
    paper.day,
    paper.hash,
  ].map(nfc)
  for (const word of words)
    if (word.length > longestLine || /[\n\r]/.test(word)) throw new RangeError(`does not fit a signed paper: ${word}`)
  return toUtf8(words.join('\n'))
}

export const signedText = (keyId: string, bytes: Uint8Array, signature: Uint8Array): string =>
  `${keyId}.${toBase64Url(bytes)}.${toBase64Url(signature)}`

/** What a signed text says, or null where it is none. Reading is not checking: see `verifySigned`. */
export function decodeSigned(text: string): DecodedPaper | null {
  if (text.length > longestText) return null
  const [keyId, body, tail, ...more] = text.split('.')
  if (!keyId || !body || !tail || more.length > 0) return null
  const bytes = fromBase64Url(body)
  const signature = fromBase64Url(tail)
  const words = bytes && fromUtf8(bytes)
  if (!bytes || !words || signature?.length !== 64) return null
  const paper = findPaper(words.split('\n'))
  return paper && { paper, keyId, bytes, signature }
}

function findPaper(words: string[]): SignedPaper | null {
  if (words.length !== lines) return null
  const [
    v,
    letter,
    number = '',
    id = '',
    name = '',
    code = '',
    holder = '',
    states = '',
    span = '',
    on = '',
    hash = '',
  ] = words
  const kind = paperKinds.find((k) => letters[k] === letter)
  const years = findYears(span)
  const day = findPlainDate(on)
  if (v !== '1' || !kind || years === undefined || !day) return null
  return { v: 1, kind, number, id, issuedBy: { name, code }, holder, states, years, day, hash }
}

/** Checks the signature with WebCrypto alone: nothing is sent anywhere. */
export async function verifySigned(
  decoded: DecodedPaper,
  publicKeys: readonly PublicKey[],
  subtle: Ed25519Subtle,
): Promise<Genuineness> {
  const raw = fromBase64Url(publicKeys.find((key) => key.id === decoded.keyId)?.x ?? '')
  if (raw?.length !== 32) return 'unknown_key'
  const algorithm = { name: 'Ed25519' }
  try {
    const key = await subtle.importKey('raw', raw, algorithm, false, ['verify'])
    const signature = new Uint8Array(decoded.signature)
    return (await subtle.verify(algorithm, key, signature, new Uint8Array(decoded.bytes))) ? 'genuine' : 'altered'
  } catch {
    return 'unsupported'
  }
}
