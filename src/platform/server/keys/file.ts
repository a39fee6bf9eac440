/**
 * The key file: what stands in it and how it is read and written. It lives outside the database and outside every
 * backup, mode 0600 in a folder of mode 0700, so that a stolen backup opens nothing.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { keyProblem } from './problems.ts'

/** What can be rotated: `field` encrypts, `index` finds, `signing` signs papers, `sealing` signs the audit. */
export const keyKinds = ['field', 'index', 'signing', 'sealing'] as const
export type KeyKind = (typeof keyKinds)[number]

const text = Type.String({ minLength: 1, maxLength: 200 })
/** 32 random bytes, base64url. */
const SecretKey = Type.Object({ id: text, secret: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })
/** Ed25519: `x` the public half; `d` the private half, absent once the key is retired. */
const PairKey = Type.Object({ id: text, x: text, d: Type.Optional(text) })
/** In every list the first key is the current one; the others are kept for reading only. */
const KeyFileSchema = Type.Object({
  version: Type.Literal(1),
  field: Type.Array(SecretKey, { minItems: 1 }),
  index: Type.Array(SecretKey, { minItems: 1 }),
  signing: Type.Array(PairKey, { minItems: 1 }),
  sealing: Type.Array(PairKey, { minItems: 1 }),
})
export type SecretKey = Static<typeof SecretKey>
export type PairKey = Static<typeof PairKey>
export type KeyFile = Static<typeof KeyFileSchema>

const newSecret = (): SecretKey => ({
  id: randomBytes(4).toString('hex'),
  secret: randomBytes(32).toString('base64url'),
})

function newPair(): PairKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  if (!x || !d) throw new Error('Ed25519 key without its halves')
  return { id: randomBytes(4).toString('hex'), x, d }
}

export const newKeyFile = (): KeyFile => ({
  version: 1,
  field: [newSecret()],
  index: [newSecret()],
  signing: [newPair()],
  sealing: [newPair()],
})

/** The same file with a fresh current key of one kind; the old ones stay for reading, old private halves are dropped. */
export function withFreshKey(file: KeyFile, kind: KeyKind): KeyFile {
  if (kind === 'field' || kind === 'index') return { ...file, [kind]: [newSecret(), ...file[kind]] }
  return { ...file, [kind]: [newPair(), ...file[kind].map(({ id, x }) => ({ id, x }))] }
}

function mustBePrivate(path: string, wanted: 0o600 | 0o700): void {
  if (process.platform === 'win32') return // Windows keeps access lists, not modes
  const mode = statSync(path).mode & 0o777
  if (mode & 0o077)
    throw keyProblem('keys.open_to_others', { path, mode: mode.toString(8), wanted: wanted.toString(8) })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw keyProblem('keys.unreadable', { path, code: (error as NodeJS.ErrnoException).code ?? '' })
  }
}

/** Reads the key file; throws a Problem where it is missing, not readable, damaged or open to others on the machine. */
export function readKeyFile(path: string): KeyFile {
  if (!existsSync(path)) throw keyProblem('keys.missing', { path })
  mustBePrivate(dirname(path), 0o700)
  mustBePrivate(path, 0o600)
  const text = readText(path)
  try {
    // An editor of Windows puts a mark before the first letter.
    const held: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (Value.Check(KeyFileSchema, held) && held.signing[0]?.d && held.sealing[0]?.d) return held
  } catch {
    // falls through to the one sentence below; the parser's own message could quote a key
  }
  throw keyProblem('keys.damaged', { path })
}

/** Written whole beside its place, flushed, then moved in: a power cut leaves the old file or the new one, never half. */
export function writeKeyFile(path: string, file: KeyFile, how: 'create' | 'replace'): void {
  const folder = dirname(path)
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 })
  mustBePrivate(folder, 0o700)
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  chmodSync(beside, 0o600)
  try {
    if (how === 'replace') renameSync(beside, path)
    else linkSync(beside, path) // refuses where the path is taken, even by a process that came a moment earlier
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw keyProblem('keys.exists', { path })
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
  flushFolder(folder)
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
