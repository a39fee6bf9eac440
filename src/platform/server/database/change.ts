/** The beginning and the end of every change, as the database has them (`nb_begin`, `nb_finish`). */
import { sql } from 'kysely'
import type { DeviceKind } from '#kernel/device.ts'
import type { Event } from '#kernel/event.ts'
import type { AccountId, AreaId, CommandId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { newId } from '../ids.ts'
import { locks } from './locks.ts'
import type { Db } from './open.ts'

/** In whose name a transaction works, and where: what row security sees. */
export type Standing = { readonly account: AccountId | null; readonly areas: readonly AreaId[] }

/** The call a command asks for, by a name it has or had, and the check over that name and the bytes as first sent. */
export type Named = { readonly endpoint: string; readonly contentHash: Buffer }

/** A command as it was sent. `formerly` takes the check as builds before took it: rarely needed, so only then. */
export type Asked = Named & {
  readonly id: CommandId
  readonly formerly?: () => readonly Named[]
  /** Where its answer is kept in short: how, and how it is given again (`KeptShort` of the kernel). */
  readonly kept?: {
    readonly short: (answer: unknown) => unknown
    readonly whole: (kept: unknown) => unknown
  }
}

/** What was said to this command before: nothing; an answer (null where it was not to be kept); or it was another's. */
export type Before =
  | { readonly state: 'new' | 'reused'; readonly answer: null }
  | { readonly state: 'kept'; readonly answer: unknown }

/** What `nb_begin` found of a command. */
export type Begun = { readonly kept_as: string | null; readonly kept_hash: Buffer | null; readonly answer: unknown }

export const arrayText = (ids: readonly string[]): string => `{${ids.join(',')}}`

export const standingValues = ({ account, areas }: Standing): readonly unknown[] => [account, arrayText(areas)]

/** Whether what is kept under the command's id is this very call. */
export function beforeOf({ kept_as, kept_hash, answer }: Begun, asked?: Asked): Before {
  if (kept_as === null || kept_hash === null) return { state: 'new', answer: null }
  const isIt = ({ endpoint, contentHash }: Named) => endpoint === kept_as && contentHash.equals(kept_hash)
  const isKept = asked && (isIt(asked) || asked.formerly?.().some(isIt))
  if (!isKept) return { state: 'reused', answer: null }
  return { state: 'kept', answer: asked?.kept && answer !== null ? asked.kept.whole(answer) : answer }
}

/**
 * Begins a transaction. A command is worked on by one at a time: sent again while the first still runs, it waits for
 * that one's answer; where that takes too long it is told so (`command.running`).
 */
export async function begin(db: Db, standing: Standing, asked?: Asked): Promise<Before> {
  const values = sql.join([...standingValues(standing), asked?.id ?? null])
  const one = sql`${locks.command}::int, hashtext(${asked?.id ?? null})`
  const alone = asked ? sql`pg_try_advisory_xact_lock(${one})` : sql`true`
  const { rows } = await sql<Begun & { readonly alone: boolean }>`
    select kept_as, kept_hash, answer, ${alone} as alone from nb_begin(${values})`.execute(db)
  const begun = rows[0] as (typeof rows)[number]
  if (begun.alone) return beforeOf(begun, asked)
  await sql`select pg_advisory_xact_lock(${one})`.execute(db).catch((error: unknown) => {
    throw (error as { code?: string }).code === '55P03' ? problem('command.running', { retryAfterSeconds: 5 }) : error
  })
  return begin(db, standing, asked)
}

export type Done = {
  readonly account: AccountId
  /** Null: no command asked for it (signing in). */
  readonly asked: Asked | null
  readonly event: Event
  /** Further lines of the audit under the same command. */
  readonly also?: readonly Event[] | undefined
  readonly answer: unknown
  /** The kind of device it was made on, where its browser says so. */
  readonly device?: DeviceKind | null
  /** False where the command is kept already and is only told once more. */
  readonly keep: boolean
}

const factsText = ({ facts }: Event, device?: DeviceKind | null): string =>
  JSON.stringify(device ? { ...facts, device } : (facts ?? {}))

/** The values of `nb_finish` after the account, in its order. */
export const finishValues = ({
  asked,
  event,
  answer,
  device,
  keep,
}: Omit<Done, 'account' | 'also'>): readonly unknown[] => [
  asked?.id ?? null,
  asked?.endpoint ?? null,
  keep ? (asked?.contentHash ?? null) : null,
  JSON.stringify(event.forget ? null : asked?.kept ? asked.kept.short(answer) : answer),
  newId<'audit_line'>(),
  event.what,
  event.subject,
  event.area,
  factsText(event, device),
]

/** Their types, as the database names them. */
export const finishTypes: readonly string[] = 'uuid text bytea jsonb uuid text uuid uuid jsonb'.split(' ')

/** Keeps the command and writes the audit line. Fails by NB001 where the id was used meanwhile, and all is undone. */
export async function finish(db: Db, done: Done): Promise<void> {
  await sql`select nb_finish(${sql.join([done.account, ...finishValues(done)])})`.execute(db)
  await addLines(db, done, done.also ?? [])
}

/** As many to a statement as its values allow. */
const linesAtOnce = 1000

async function addLines(db: Db, { account, asked, device }: Done, events: readonly Event[]): Promise<void> {
  for (let at = 0; at < events.length; at += linesAtOnce) {
    const values = events.slice(at, at + linesAtOnce).map((event) => ({
      id: newId<'audit_line'>(),
      account_id: account,
      command_id: asked?.id ?? null,
      what: event.what,
      subject_id: event.subject,
      area_id: event.area,
      facts: factsText(event, device),
    }))
    await db.insertInto('audit_line').values(values).execute()
  }
}
