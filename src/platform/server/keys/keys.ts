/**
 * The keys of one installation: field encryption, identity index, document signing, audit sealing, and what phones seal for it. Everything else in
 * the program sees this interface, never the key material.
 */
import { createHmac, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { PublicKey } from '#kernel/signed.ts'
import { nfc } from '#kernel/text.ts'
import { type DeliveryKey, deliveries } from './delivery.ts'
import { decryptField, encryptField, type FieldPlace } from './field.ts'
import {
  type KeyKind,
  keyKinds,
  newKeyFile,
  type PairKey,
  readKeyFile,
  type SecretKey,
  withFreshKey,
  writeKeyFile,
} from './file.ts'

/** A key's name: what may be told of it to anybody. */
export type KeyId = { readonly kind: KeyKind; readonly id: string }

type Signature = { readonly keyId: string; readonly signature: Uint8Array }

export type Keys = {
  encrypt(text: string, place: FieldPlace): string
  /** Throws `keys.value_unreadable` where the key is not held or the value was altered or moved. */
  decrypt(value: string, place: FieldPlace): string
  /** True where the value stands under an older key and should be written again. */
  isStale(value: string): boolean
  /** What is stored beside an encrypted identity so that it can be found by equality. */
  indexOf(text: string): string
  /** The same under every index key held, the current one first: what a search asks for while re-indexing runs. */
  indexesOf(text: string): string[]
  /** Signs a document with the current document key. */
  sign(bytes: Uint8Array): Signature
  verify(bytes: Uint8Array, signed: Signature): boolean
  /** Document keys, the current one first, retired ones after it so that old papers verify for ever. */
  publicKeys(): PublicKey[]
  /** Signs an audit root with the current sealing key. */
  seal(bytes: Uint8Array): Signature
  verifySeal(bytes: Uint8Array, signed: Signature): boolean
  sealingKeys(): PublicKey[]
  /** What a phone seals with for this server alone. */
  deliveryKey(): DeliveryKey
  /** What was sealed so, and the device that says it sealed it. Throws `keys.value_unreadable`. */
  openDelivery(sealed: string): { readonly device: string; readonly text: string }
}

/** Opens the key file. Throws a Problem (missing, damaged, open to others): the program must not start without it. */
export function openKeys(path: string): Keys {
  const file = readKeyFile(path)
  const papers = pairs(file.signing)
  const seals = pairs(file.sealing)
  const field = current(file.field)
  const delivered = deliveries(file.field)
  return {
    encrypt: (text, place) => encryptField(field, text, place),
    decrypt: (value, place) => decryptField(file.field, value, place),
    isStale: (value) => value.split('.')[1] !== field.id,
    indexOf: (text) => indexUnder(current(file.index), text),
    indexesOf: (text) => file.index.map((key) => indexUnder(key, text)),
    sign: papers.sign,
    verify: papers.verify,
    publicKeys: papers.publicKeys,
    seal: seals.sign,
    verifySeal: seals.verify,
    sealingKeys: seals.publicKeys,
    deliveryKey: delivered.key,
    openDelivery: delivered.openSealed,
  }
}

/** Makes a new key file (folder 0700, file 0600) and opens it; throws `keys.exists` where there is one. */
export function createKeys(path: string): Keys {
  writeKeyFile(path, newKeyFile(), 'create')
  return openKeys(path)
}

/**
 * Makes a fresh current key of one kind; old ones stay for reading. A running server keeps the keys it opened until it
 * is started again. After rotating `index`, identities are to be indexed again before exact search is unique again.
 */
export function rotateKey(path: string, kind: KeyKind): Keys {
  writeKeyFile(path, withFreshKey(readKeyFile(path), kind), 'replace')
  return openKeys(path)
}

/** Every key the file holds, retired ones too. */
export function listKeyIds(path: string): KeyId[] {
  const file = readKeyFile(path)
  return keyKinds.flatMap((kind) => file[kind].map(({ id }) => ({ kind, id })))
}

function current<K>(keys: readonly K[]): K {
  const [first] = keys
  if (!first) throw new Error('a key list without a key')
  return first
}

const indexUnder = (key: SecretKey, text: string): string =>
  createHmac('sha256', Buffer.from(key.secret, 'base64url')).update(nfc(text)).digest('base64url')

const publicObject = (key: PairKey): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key.x }, format: 'jwk' })

function pairs(keys: readonly PairKey[]) {
  const now = current(keys)
  const secret = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x: now.x, d: now.d ?? '' }, format: 'jwk' })
  const open = new Map(keys.map((key) => [key.id, publicObject(key)]))
  return {
    sign: (bytes: Uint8Array): Signature => ({ keyId: now.id, signature: sign(null, bytes, secret) }),
    verify: (bytes: Uint8Array, signed: Signature): boolean => {
      const key = open.get(signed.keyId)
      return key !== undefined && verify(null, bytes, key, signed.signature)
    },
    publicKeys: (): PublicKey[] => keys.map(({ id, x }) => ({ id, x })),
  }
}
