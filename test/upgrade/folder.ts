/**
 * A folder of `test/upgrade`: an installation as an earlier build left it. Its hashes are looked at before anything
 * else is read, since it is written once and never again.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Dump, unpackDump } from './dump.ts'
import type { Answer, Raw } from './person.ts'
import type { Expected } from './questions.ts'
import type { BrowserStore } from './store.ts'

/** A sending as it went over the wire, and what the server answered without the page ever hearing it. */
export type Unheard = Raw & { readonly answer: Answer }

/** Mai's phone: what its browser holds, and the one sending whose reply was lost. */
export type Phone = {
  /** The cookie of her session, as `name=value`. */
  readonly cookie: string
  readonly localStorage: Readonly<Record<string, string>>
  /** From folder 11 on it is sealed with a key that no file can hold: null. */
  readonly store: BrowserStore | null
  readonly lost: Unheard
  /** What never left, where no store holds it. */
  readonly unsent?: Raw
  /** Where the half-filled form stood: its address, the screen's title, and what was typed into which question. */
  readonly draft: {
    readonly path: string
    readonly title: string
    readonly question: string
    readonly typed: string
  } | null
}

/** The browser of Hùng's desk: what it stores, and where a reason he had typed and not yet given is offered again. */
export type Desk = {
  readonly cookie: string
  readonly localStorage: Readonly<Record<string, string>>
  readonly store: BrowserStore
  readonly draft: { readonly path: string; readonly deed: string; readonly typed: string }
}

/** A command as the phone keeps it until the server has answered. */
export type WaitingCommand = {
  readonly id: string
  readonly path: string
  readonly input: string
  readonly schemaVersion: number
  readonly label: string
  readonly state: string
}

/** What the phone still has to send: the one whose reply was lost, then the one that was never sent. */
export function waitingOn({ store }: Phone): [WaitingCommand, WaitingCommand] {
  const commands = (store?.stores.find((s) => s.name === 'command')?.records ?? []) as readonly WaitingCommand[]
  const [applied, unsent, ...more] = commands.filter((command) => command.state === 'waiting')
  if (!applied || !unsent || more.length > 0) throw new Error('two commands wait on the phone')
  return [applied, unsent]
}

const sentAs = ({ id, path, input, schemaVersion }: WaitingCommand): Raw => ({
  path,
  headers: { 'content-type': 'application/json', 'x-command': id, 'x-schema-version': String(schemaVersion) },
  body: input,
})

/** The same as they go over the wire. */
export function sendingsOf(phone: Phone): { readonly applied: Raw; readonly unsent: Raw } {
  const { lost, unsent } = phone
  if (unsent) return { applied: { path: lost.path, headers: lost.headers, body: lost.body }, unsent }
  const [applied, waits] = waitingOn(phone)
  return { applied: sentAs(applied), unsent: sentAs(waits) }
}

/** Folders whose phone can be put into a browser again. */
export const foldersWithStore = (): string[] => folderNames().filter((name) => readFolder(name).phone.store !== null)

export type Files = ReadonlyMap<string, Buffer>
export type Folder = {
  readonly name: string
  readonly files: Files
  readonly dump: Dump
  readonly keys: Buffer
  readonly phone: Phone
  /** From folder 06 on. */
  readonly desk: Desk | null
  readonly expected: Expected
}

const here = import.meta.dirname
export const pathOf = (name: string): string => join(here, name)
const hashList = 'hashes'

/** Every folder there is, the oldest first. */
export const folderNames = (): string[] =>
  readdirSync(here)
    .filter((name) => /^\d\d$/.test(name))
    .sort()

export const readFiles = (name: string): Files =>
  new Map(readdirSync(pathOf(name)).map((file) => [file, readFileSync(join(pathOf(name), file))]))

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** One line a file, as `sha256sum` writes and checks them. */
export const hashesOf = (files: Files): string =>
  [...files]
    .filter(([file]) => file !== hashList)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, bytes]) => `${sha256(bytes)}  ${file}\n`)
    .join('')

/** The files that are not as the list says, are missing, or are not on it. */
export function changedIn(files: Files): string[] {
  const linesOf = (text: string) => text.split('\n').filter(Boolean)
  const listed = linesOf(String(files.get(hashList) ?? ''))
  const found = linesOf(hashesOf(files))
  const differing = [...listed.filter((line) => !found.includes(line)), ...found.filter((l) => !listed.includes(l))]
  return [...new Set(differing.map((line) => line.split('  ')[1] ?? line))]
}

function fileIn(files: Files, file: string): Buffer {
  const bytes = files.get(file)
  if (!bytes) throw new Error(`${file} is missing`)
  return bytes
}
const jsonIn = <T>(files: Files, file: string): T => JSON.parse(fileIn(files, file).toString('utf8')) as T

/** Reads a folder; throws where a byte of it is not what was written. */
export function readFolder(name: string): Folder {
  const files = readFiles(name)
  const changed = changedIn(files)
  if (changed.length > 0) throw new Error(`test/upgrade/${name} is not what was written: ${changed.join(', ')}`)
  return {
    name,
    files,
    dump: unpackDump(fileIn(files, 'database.jsonl.br')),
    keys: fileIn(files, 'keys.json'),
    phone: jsonIn<Phone>(files, 'phone.json'),
    desk: files.has('desk.json') ? jsonIn<Desk>(files, 'desk.json') : null,
    expected: jsonIn<Expected>(files, 'expected.json'),
  }
}
