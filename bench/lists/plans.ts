/**
 * What the database itself says of how it answered (its module auto_explain): the plan of every statement that was really
 * sent, and of those inside functions, in the transaction and under the role in which it ran.
 */
import type pg from 'pg'

/** A node of a plan, as PostgreSQL writes it. */
export type PlanNode = {
  readonly 'Node Type': string
  readonly Plans?: readonly PlanNode[]
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly Alias?: string
  readonly Filter?: string
  readonly [fact: string]: unknown
}

/** `within`: the functions in which the statement stands, the innermost first. */
export type Planned = { readonly text: string; readonly plan: PlanNode; readonly within: readonly string[] }

/** As the driver hands one on. */
export type Notice = { readonly message?: string | undefined; readonly where?: string | undefined }

/** Plans of statements that take so many milliseconds; for a person, or to be read by `plannedIn`. */
type Wanted = { readonly overMs: number; readonly format: 'text' | 'json' }

/** Makes a new connection of a pool tell its plans as notices. Its login must be the tables' owner, whatever its role. */
export function tellPlans(client: pg.PoolClient, { overMs, format }: Wanted): Promise<unknown> {
  const settings = {
    log_min_duration: overMs,
    log_format: format,
    log_analyze: 'on',
    log_timing: format === 'text' ? 'on' : 'off',
    log_buffers: format === 'text' ? 'on' : 'off',
    log_nested_statements: 'on',
    log_level: 'notice',
  }
  const set = Object.entries(settings).map(([name, value]) => `set auto_explain.${name} = ${value};`)
  return client.query(`set role none; load 'auto_explain'; ${set.join(' ')} reset role`)
}

const functions = /(?:PL\/pgSQL|SQL) function "?(\w+)/g

/** The functions that a notice of a plan came out of, the innermost first; undefined where it tells no plan. */
export const withinOf = ({ message, where }: Notice): string[] | undefined =>
  message?.includes('plan:\n') ? [...(where ?? '').matchAll(functions)].map(([, name = '']) => name) : undefined

/** The plan that a notice tells. */
export function planIn(message = ''): { readonly text: string; readonly plan: PlanNode } {
  const told = JSON.parse(message.slice(message.indexOf('{')))
  return { text: told['Query Text'], plan: told.Plan }
}
