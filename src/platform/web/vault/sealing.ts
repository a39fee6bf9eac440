/**
 * The cryptography of what lies on a phone, by the browser's own (WebCrypto), and no more than that: keys in, bytes out.
 * One data key for an account on a device opens all of it. A PIN opens the data key only together with a key of the
 * device that nothing can read out; the server keeps the data key too, for its owner.
 */

const nonceBytes = 12
const dataKeyBytes = 32
export type Sealed = Uint8Array<ArrayBuffer>

const utf8 = new TextEncoder()
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => utf8.encode(text) as Uint8Array<ArrayBuffer>

export function toText(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
export const fromText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0))

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length))

/** An address that is neither https nor this machine has no such thing: nothing is sealed there. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

async function close(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>, place: string): Promise<Sealed> {
  const iv = random(nonceBytes)
  const how = { name: 'AES-GCM', iv, additionalData: bytesOf(place) }
  return joined(iv, new Uint8Array(await crypto.subtle.encrypt(how, key, bytes)))
}

/** Rejects where it is another key's, of another place, or altered. */
async function opened(key: CryptoKey, sealed: Sealed, place: string): Promise<Uint8Array<ArrayBuffer>> {
  const how = { name: 'AES-GCM', iv: sealed.slice(0, nonceBytes), additionalData: bytesOf(place) }
  return new Uint8Array(await crypto.subtle.decrypt(how, key, sealed.slice(nonceBytes)))
}

/** What a page holds while the phone is open: it seals, opens and signs; none of it can be read out again. */
export type DataKey = { readonly seals: CryptoKey; readonly signs: CryptoKey }

export const newDataKey = (): Uint8Array<ArrayBuffer> => random(dataKeyBytes)

export async function holdDataKey(raw: Uint8Array<ArrayBuffer>): Promise<DataKey> {
  const seals = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const from = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOf('nang-buoc author') }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return { seals, signs: await crypto.subtle.deriveKey(how, from, hmac, false, ['sign']) }
}

/** A record as it lies on the device. `place`: the table and the key under which it lies; elsewhere it does not open. */
export const sealRecord = (key: DataKey, record: unknown, place: string): Promise<Sealed> =>
  close(key.seals, bytesOf(JSON.stringify(record)), place)
export const openRecord = async <T>(key: DataKey, sealed: Sealed, place: string): Promise<T> =>
  JSON.parse(new TextDecoder().decode(await opened(key.seals, sealed, place))) as T

/** A key that stays in this browser: its bytes are given to nobody, its pages included. */
export const newDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/** The data key under a PIN and the device's key. `rounds` of PBKDF2-SHA256 (OWASP password storage: 600,000). */
export type Locked = { readonly salt: Uint8Array<ArrayBuffer>; readonly rounds: number; readonly wrapped: Sealed }
const rounds = 600_000

async function pinKey(pin: string, { salt, rounds: iterations }: Pick<Locked, 'salt' | 'rounds'>): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', bytesOf(pin), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

export async function lockWith(pin: string, device: CryptoKey, raw: Uint8Array<ArrayBuffer>): Promise<Locked> {
  const how = { salt: random(16), rounds }
  const inner = await close(await pinKey(pin, how), raw, 'pin')
  return { ...how, wrapped: await close(device, inner, 'device') }
}

/** The data key's bytes; null: another PIN. Rejects where the device's key is not the one it was locked with. */
export async function unlockWith(
  pin: string,
  device: CryptoKey,
  locked: Locked,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const inner = await opened(device, locked.wrapped, 'device')
  return opened(await pinKey(pin, locked), inner, 'pin').catch(() => null)
}

/** What the server gave to seal with for it alone: `point`, an uncompressed point of P-256, base64url. */
export type DeliveryKey = { readonly id: string; readonly point: string }

export type Made = {
  readonly id: string
  readonly path: string
  readonly schemaVersion: number
  readonly madeAt: number
  readonly body: string
}

/**
 * A command for the server alone, with the proof that it was made on this phone: not even this phone opens it again. As
 * `platform/server/keys/delivery.ts` reads it.
 */
export async function sealDelivery(key: DataKey, to: DeliveryKey, device: string, made: Made): Promise<string> {
  const { id, path, schemaVersion, madeAt, body } = made
  const said = bytesOf(JSON.stringify([id, path, schemaVersion, madeAt, body]))
  const mac = toText(new Uint8Array(await crypto.subtle.sign('HMAC', key.signs, said)))
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const once = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey))
  const server = await crypto.subtle.importKey('raw', fromText(to.point), curve, false, [])
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: server }, once.privateKey, 256)
  const from = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: point, info: bytesOf('nang-buoc field') }
  const seals = await crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const head = `1.${to.id}.${device}`
  const text = bytesOf(JSON.stringify({ id, path, schemaVersion, madeAt, body, mac }))
  return `${head}.${toText(joined(point, await close(seals, text, head)))}`
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
