/** What a distributed engine refuses of a statement, or would answer by gathering a whole table (docs/scale.md). */
import { type Query, Statement } from './queries.ts'

/** Tables that lie in parts on several machines: those of households, all by household_id, and ledgers by their own key. */
export type Spread = { readonly household: readonly string[]; readonly ledger: readonly string[] }

export function refusals(sql: string, { household, ledger }: Spread): string[] {
  const statement = new Statement(sql)
  const isSpread = (table: string) => household.includes(table) || ledger.includes(table)
  const standsOn = (q: Query): boolean => q.tables.some(isSpread) || q.inFrom.some(standsOn)
  const reads = (q: Query): boolean => standsOn(q) || [...q.inFrom, ...q.inside].some(reads)
  const within = (q: Query) => statement.tokens.slice(q.from, q.until)
  const names = (q: Query, aliases: readonly string[]) =>
    within(q).some((token, at, all) => aliases.includes(token) && all[at + 1] === '.')

  /** A query that asks for the row beside it, where that row is of a unit table, a function or a part named by WITH. */
  const beside = (q: Query) =>
    q.inside
      .filter((sub) => !standsOn(q) && reads(sub) && names(sub, q.aliases))
      .map((sub) => `${sub.tables} beside ${q.tables}`)
  const gathered = (q: Query) =>
    q.leftJoined
      .filter(({ table, before }) => isSpread(table) && !before.some(isSpread) && !q.inFrom.some(standsOn))
      .map(({ table, before }) => `${table} left joined to ${before}`)
  const apart = (q: Query) => {
    const [ofHouseholds, ofLedgers] = [household, ledger].map((list) => q.tables.filter((t) => list.includes(t)).length)
    const joined = within(q).filter((token, at, all) => token === 'household_id' && all[at + 1] === '=').length
    const isJoined = (ofHouseholds ?? 0) <= joined + 1 && (ofLedgers ?? 0) <= 1
    return isJoined ? [] : [`${q.tables} joined otherwise than by household_id`]
  }
  const held = (q: Query) => {
    const own = within(q)
    const locks = own.some(
      (token, at) => token === 'for' && ['update', 'share', 'no', 'key'].includes(own[at + 1] ?? ''),
    )
    const isOne = own.some(
      (token, at) => token === 'household_id' && own[at + 1] === '=' && own[at + 2] !== 'any' && own[at + 3] !== '.',
    )
    return locks && q.tables.some(isSpread) && !isOne ? [`${q.tables} held on many machines`] : []
  }
  /** A query on units that asks for the row beside it and asks something further inside: it cannot go where that row is. */
  const further = (q: Query): string[] =>
    q.inside
      .filter(
        (sub) =>
          standsOn(q) && !standsOn(sub) && sub.tables.length > 0 && sub.inside.length > 0 && names(sub, q.aliases),
      )
      .map((sub) => `a query inside ${sub.tables} beside ${q.tables}`)
  const temporary = /\bcreate\s+(local\s+)?temp/i.test(sql) ? ['a temporary table'] : []
  return [
    ...temporary,
    ...statement.queries.flatMap((q) => [...beside(q), ...gathered(q), ...apart(q), ...held(q), ...further(q)]),
  ]
}
