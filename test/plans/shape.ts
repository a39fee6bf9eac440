/**
 * A plan as a person reads it: what is read by which index with which key, what is asked of each row, what is sorted. No
 * costs, no values, nothing that only serves the node above; of rows the order of magnitude.
 */
import type { PlanNode } from '../../bench/lists/plans.ts'

export const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** How many rows a node gave, and how many it found and left out, over all the times it was asked. */
export const rowsOf = (node: PlanNode): number => Math.round(node['Actual Rows'] * node['Actual Loops'])
export const leftOutOf = (node: PlanNode): number =>
  Math.round(Number(node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'])

/** none, 1, <10, <100 ... */
export const about = (count: number): string =>
  count === 0 ? 'none' : count === 1 ? '1' : `<${(10 ** Math.ceil(Math.log10(count + 1))).toLocaleString('en')}`

/** Functions that stand open in a plan, as they are called. */
const opened = {
  "(COALESCE(NULLIF(current_setting('nb.areas'::text, true), ''::text), '{}'::text))::uuid[]": 'nb_areas()',
  "(NULLIF(current_setting('nb.account'::text, true), ''::text))::uuid": 'nb_account()',
}

/**
 * A condition without its values and the numbers of its parts: whether a statement was planned for its values or for any, which
 * hangs on how often it was asked before, it reads the same.
 */
export const conditionOf = (given: unknown): string =>
  Object.entries(opened)
    .reduce(
      (text, [open, call]) => text.replaceAll(open, call),
      String(Array.isArray(given) ? given.join(', ') : (given ?? '')),
    )
    .replace(/'(?:[^']|'')*'::timestamp with time zone/g, '…')
    .replace(/'(?:[^']|'')*'(::"?\w+"?(\[\])?)?/g, '…')
    .replace(/\((?:hashed )?SubPlan \d+\)(\.col\d+)?|\(?InitPlan \d+\)?(\.col\d+)?|\$\d+/g, '…')
    .replace(/\(…\)\[\d+\]/g, '…')
    .replace(/::(text|date|uuid|integer|bigint)\b(\[\])?/g, '')
    .replace(/\s+/g, ' ')

/** Serve the node above and say nothing of their own. */
const silent = ['Hash', 'Materialize', 'Memoize', 'Result', 'Bitmap Index Scan', 'BitmapAnd', 'BitmapOr']

const keyOf = (node: PlanNode): string => `${node['Index Name']} (${conditionOf(node['Index Cond'])})`

function readingOf(node: PlanNode): string | undefined {
  const table = node['Relation Name']
  if (!table) return undefined
  const name = node.Alias === table ? String(table) : `${table} ${node.Alias}`
  if (node['Node Type'] === 'Seq Scan') return `${name}: all of it`
  const keys = node['Index Name'] ? [node] : nodesOf(node).filter((one) => one['Node Type'] === 'Bitmap Index Scan')
  return `${name} by ${keys.map(keyOf).join(', ')}`
}

function joinOf(node: PlanNode): string {
  const how = node['Node Type'] === 'Nested Loop' ? 'for each' : node['Node Type'].replace(' Join', '').toLowerCase()
  const type = node['Join Type'] === 'Inner' ? '' : ` ${String(node['Join Type']).toLowerCase()}`
  const on = conditionOf(node['Hash Cond'] ?? node['Merge Cond'])
  return `${how}${type}${on && ` on ${on}`}`
}

function headOf(node: PlanNode): string {
  const kind = node['Node Type']
  const reading = readingOf(node)
  if (reading) return reading
  if (kind === 'Function Scan') return `function ${node['Function Name'] ?? node.Alias}`
  if (kind === 'CTE Scan') return `part ${node['CTE Name']}`
  if (kind === 'Subquery Scan') return `of ${node.Alias}`
  if (kind.endsWith('Sort')) return `sort by ${conditionOf(node['Sort Key'])}`
  if (kind === 'Aggregate') return node['Group Key'] ? `group by ${conditionOf(node['Group Key'])}` : 'sum up'
  return node['Join Type'] ? joinOf(node) : kind.toLowerCase()
}

function filterOf(node: PlanNode): string[] {
  const filters = [node.Filter, node['Join Filter'], node['One-Time Filter']].filter(Boolean).map(conditionOf)
  const leftOut = leftOutOf(node)
  return filters.length > 0
    ? [`where ${filters.join(' and ')}${leftOut > 0 ? `, leaves out ${about(leftOut)}` : ''}`]
    : []
}

const partOf = (node: PlanNode): string => {
  const [, cte, kind = ''] = /^(?:CTE (.*)|(\w+).*)$/.exec(String(node['Subplan Name'] ?? '')) ?? []
  return cte ? `with ${cte}: ` : kind && `${kind.toLowerCase()}: `
}

/** The plan in lines, each two deeper than what it serves. */
export function linesOf(node: PlanNode, depth: number): string[] {
  const below = (at: number) => (node.Plans ?? []).flatMap((child) => linesOf(child, at))
  const pad = '  '.repeat(depth)
  const part = partOf(node)
  if (silent.includes(node['Node Type']) && !node['One-Time Filter']) {
    const [first, ...rest] = below(depth)
    return first === undefined ? [] : [`${pad}${part}${first.trimStart()}`, ...rest]
  }
  return [
    `${pad}${part}${headOf(node)}  [${about(rowsOf(node))}]`,
    ...filterOf(node).map((filter) => `${pad}    ${filter}`),
    ...below(depth + 1),
  ]
}
