/** Stored commands in one request: packed where the browser can, each answered with the hash of the bytes it speaks of. */
import type { Said } from '#kernel/text.ts'
import { type Call, patience, request } from './calls.ts'
import type { StoredCommand } from './stored.ts'
import { sha256 } from './vault/sealing.ts'

type Item = { id: string; path: string; schemaVersion: number; body: string }

/** What the server says of one: as it would have answered it alone. */
export type Told = {
  readonly id: string
  readonly status: number
  readonly hash: string
  readonly answer?: unknown
  readonly problem?: { readonly code: string; readonly title: Said; readonly facts: Record<string, unknown> }
}

/** The calls by which an application sends many: of who is signed in, and what was sealed for the server by anybody here. */
export type Together = Call<{ items: Item[] }, { items: readonly Told[] }>
export type Delivering = Call<{ items: { sealed: string }[] }, { items: readonly Delivered[] }>
type Delivered = {
  readonly hash: string
  readonly status: number
  readonly told: Said | null
  readonly problem?: { readonly code: string; readonly title: Said }
}

/** An address that is neither https nor this machine gives no hashes: there they go one by one. */
export const canHash = (): boolean => globalThis.crypto?.subtle !== undefined

const bytesOf = ({ input, delivery }: StoredCommand): string => delivery ?? input ?? '{}'

/** SHA-256 of a command's bytes as they are stored here. */
export const hashOf = (command: StoredCommand): Promise<string> => sha256(bytesOf(command))

async function packed(text: string): Promise<ArrayBuffer | null> {
  if (typeof CompressionStream === 'undefined') return null
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}

async function sendPacked<O>(path: string, items: readonly object[]): Promise<readonly O[]> {
  const text = JSON.stringify({ items })
  const zipped = await packed(text)
  const headers = { 'content-type': 'application/json', ...(zipped && { 'content-encoding': 'gzip' }) }
  const init = { method: 'POST', body: zipped ?? text, headers }
  const options = { background: true, patienceMs: patience.sendingMs }
  return (await request<{ items: readonly O[] }>(path, init, options)).items ?? []
}

/** Sends them in their order. Rejects with a WebProblem where the whole was not answered. */
export const sendTogether = (call: Together, commands: readonly StoredCommand[]): Promise<readonly Told[]> =>
  sendPacked(
    call.path,
    commands.map((command) => {
      const { id, path, schemaVersion } = command
      return { id, path, schemaVersion, body: bytesOf(command) } satisfies Item
    }),
  )

/** Sealed texts, whosever they are: what was said of each, found by the hash of what it speaks of; null where nothing was. */
export async function sendSealedTexts(call: Delivering, texts: readonly string[]): Promise<(Delivered | null)[]> {
  const answers = await sendPacked<Delivered>(
    call.path,
    texts.map((sealed) => ({ sealed })),
  )
  const byHash = new Map(answers.map((one) => [one.hash, one]))
  return Promise.all(texts.map(async (text) => byHash.get(await sha256(text)) ?? null))
}

/** The same of sealed commands. */
export async function sendSealed(call: Delivering, commands: readonly StoredCommand[]): Promise<readonly Told[]> {
  const answers = await sendSealedTexts(call, commands.map(bytesOf))
  const told: Told[] = []
  for (const [at, command] of commands.entries()) {
    const one = answers[at]
    if (!one) continue
    const { hash, status, told: said, problem } = one
    const more = problem && { problem: { ...problem, facts: {} } }
    told.push({ id: command.id, status, hash, answer: { told: said }, ...more })
  }
  return told
}
