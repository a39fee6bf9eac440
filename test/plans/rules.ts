/**
 * What a plan may not do, whatever is kept of it. Of the ground: a page has 50 rows, the large commune 600 households in 20
 * villages, the province 6,960.
 */
import type { PlanNode } from '../../bench/lists/plans.ts'
import type { Known } from './ground.ts'
import type { Sent } from './sent.ts'
import { leftOutOf, nodesOf, rowsOf } from './shape.ts'

export const rules = {
  whole: 'goes through all of a table that grows, or through all of an index of it',
  leftOut: 'finds more rows of a table that grows only to leave them out than the large commune has',
  read: 'reads more rows of tables that grow than the large commune has, whichever way it is looked at: 4,000',
  asked: 'is asked by row security for more rows than the large commune has',
} as const
export type Rule = keyof typeof rules
export type Breach = { readonly rule: Rule; readonly figure: string }

const commune = 700
const far = 4_000

/**
 * A table read far as it lies, an index entered elsewhere than by its first column (but beside another, in a bitmap), or
 * read without a key further than the large commune.
 */
function isWhole(node: PlanNode, { firstOf }: Known): boolean {
  if (node['Node Type'] === 'Seq Scan') return rowsOf(node) + leftOutOf(node) > far
  const index = node['Index Name']
  if (!index || node['Node Type'] === 'Bitmap Index Scan') return false
  const key = node['Index Cond']
  const first = firstOf.get(String(index)) ?? ''
  return key ? /^\w+$/.test(first) && !new RegExp(`\\b${first}\\b`).test(String(key)) : rowsOf(node) > commune
}

/** What a statement breaks, each with its figure. */
export function breachesOf({ plan, inside }: Sent, known: Known): Breach[] {
  const nodes = [plan, ...inside.map((one) => one.plan)].flatMap(nodesOf)
  const tableOf = (node: PlanNode): string => String(node['Relation Name'])
  const growing = nodes.filter((node) => known.growing.has(tableOf(node)))
  const asked = inside.filter(({ of }) => known.guards.has(of)).reduce((sum, { times }) => sum + times, 0)
  const read = growing.reduce((sum, node) => sum + rowsOf(node) + leftOutOf(node), 0)
  const of = (rule: Rule, figure: string | number): Breach => ({ rule, figure: String(figure) })
  return [
    ...growing.filter((node) => isWhole(node, known)).map((node) => of('whole', tableOf(node))),
    ...growing.filter((n) => leftOutOf(n) > commune).map((n) => of('leftOut', `${leftOutOf(n)} of ${tableOf(n)}`)),
    ...(read > far ? [of('read', read)] : []),
    ...(asked > commune ? [of('asked', asked)] : []),
  ]
}
