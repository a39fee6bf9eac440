/** What was done in a run, written beside the program: what people finished, what was heard on the lines, what was odd. */
import { gunzipSync } from 'node:zlib'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Heard } from './network.ts'

/** A form that somebody finished on a device. */
export type Finished = {
  readonly surveyId: string
  readonly householdId: string
  readonly caseId: string
  readonly login: string
  readonly device: number
  readonly facts: Facts
  /** The phone said that it is safe, under this command. Null: it was killed meanwhile, or said that it is not. */
  command: string | null
}

/** An act of the office, and what was answered. */
export type Deed = {
  readonly command: string
  readonly call: string
  readonly status: number
  readonly code: string | null
}

export type Ledger = {
  readonly finished: Map<string, Finished>
  readonly deeds: Deed[]
  /** Sealed texts that left any device. */
  readonly sealed: Set<string>
  /** Bodies that left in clear, by command. */
  readonly clear: Map<string, Set<string>>
  /** Answers that nobody should be given, and errors that no page shows. */
  readonly odd: string[]
  /** Refused commands that a person saw and put away. */
  readonly putAway: Set<string>
  /** Operations done, by kind. */
  readonly done: Map<string, number>
}

export const newLedger = (): Ledger => ({
  finished: new Map(),
  deeds: [],
  sealed: new Set(),
  clear: new Map(),
  odd: [],
  putAway: new Set(),
  done: new Map(),
})

export const note = ({ done }: Ledger, kind: string): void => void done.set(kind, (done.get(kind) ?? 0) + 1)

/** Of what an answer says: a word for "not now" is no fault. */
const isFault = (status: number): boolean => status >= 500 && status !== 503

type Items = { readonly items?: readonly { readonly id?: string; readonly body?: string; readonly sealed?: string }[] }

const textOf = ({ body, encoding }: Heard): string =>
  encoding === 'gzip' ? gunzipSync(body ?? '').toString() : Buffer.from(body ?? '').toString()

/** Writes down what went over a line. */
export function hear(ledger: Ledger, heard: Heard): void {
  if (isFault(heard.status)) ledger.odd.push(`${heard.path}: ${heard.status} ${heard.answer.subarray(0, 300)}`)
  if (!heard.path.startsWith('/api/field/deliver') && !heard.path.startsWith('/api/field/commands')) return
  for (const { id, body, sealed } of (JSON.parse(textOf(heard)) as Items).items ?? []) {
    if (sealed !== undefined) ledger.sealed.add(sealed)
    else if (id !== undefined && body !== undefined) {
      const bodies = ledger.clear.get(id) ?? new Set()
      ledger.clear.set(id, bodies.add(body))
    }
  }
}

type Made = { readonly id: string; readonly madeAt: number; readonly body: string }

/** What was inside the sealed texts, by command: as the server opens them. */
export function opened({ sealed }: Ledger, keys: Keys): Map<string, Made[]> {
  const found = new Map<string, Made[]>()
  for (const text of sealed) {
    const made = JSON.parse(keys.openDelivery(text).text) as Made
    found.set(made.id, [...(found.get(made.id) ?? []), made])
  }
  return found
}
