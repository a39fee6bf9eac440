/** What the database refuses becomes a problem by the constraint's name, never by the text of a message. */
import { type Problem, problem, problemOfConstraint } from '#kernel/problem.ts'

type PgError = Error & { code?: string; constraint?: string }

const isPgError = (error: unknown): error is PgError =>
  error instanceof Error && typeof (error as PgError).code === 'string' && (error as PgError).code?.length === 5

/** The problem a database error means, or null where it is a fault of ours. */
export function problemOfDatabase(error: unknown): Problem | null {
  if (!isPgError(error)) return null
  if (error.code === '42501') return problem('access.denied', {})
  if (error.code?.startsWith('23'))
    return problemOfConstraint(error.constraint) ?? problem('record.conflict', { rule: error.constraint ?? error.code })
  return null
}
