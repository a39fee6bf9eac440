/** What the database refuses becomes a problem by the code or the constraint's name, never by the text of a message. */
import { type Problem, problem, problemOfConstraint } from '#kernel/problem.ts'
import { DatabaseAway } from './open.ts'

type PgError = Error & { code?: string; constraint?: string }

const isPgError = (error: unknown): error is PgError =>
  error instanceof Error && typeof (error as PgError).code === 'string' && (error as PgError).code?.length === 5

const soon = { retryAfterSeconds: 5 }
const later = { retryAfterSeconds: 60 }

/** https://www.postgresql.org/docs/current/errcodes-appendix.html; all of them are over after a while. */
const passing: Readonly<Record<string, () => Problem>> = {
  '25P03': () => problem('server.too_long', soon), // a transaction that stood idle too long was ended
  '40001': () => problem('server.held', soon), // collided with another change, more than once
  '40P01': () => problem('server.held', soon),
  '53100': () => problem('server.disk_full', later),
  '53200': () => problem('server.busy', soon), // out of memory
  '53300': () => problem('server.busy', soon), // too many connections
  '55P03': () => problem('server.held', soon), // lock_timeout
  '57014': () => problem('server.too_long', soon), // statement_timeout
  '57P01': () => problem('server.away', soon), // shut down, crashed, starting up, dropped
  '57P02': () => problem('server.away', soon),
  '57P03': () => problem('server.away', soon),
  '57P04': () => problem('server.away', soon),
  '57P05': () => problem('server.away', soon),
}

/** The database has had migrations that this program does not know (`nb_begin`). */
export const isOutdated = (error: unknown): boolean => isPgError(error) && error.constraint === 'schema_newer'

/** The problem a database error means, or null where it is a fault of ours. */
export function problemOfDatabase(error: unknown): Problem | null {
  if (error instanceof DatabaseAway) return problem('server.away', soon)
  if (!isPgError(error)) return null
  if (isOutdated(error)) return problem('server.outdated', { retryAfterSeconds: 15 })
  const code = error.code ?? ''
  if (code === '42501') return problem('access.denied', {})
  if (code.startsWith('23'))
    return problemOfConstraint(error.constraint) ?? problem('record.conflict', { rule: error.constraint ?? code })
  if (code.startsWith('08')) return problem('server.away', soon)
  return passing[code]?.() ?? null
}
