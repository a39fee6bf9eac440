/**
 * Two people change one thing, each from what they saw of it. What only one of them touched merges; what both touched
 * differently is never written over: it is named, with both values, for a person to decide. A change carries the values
 * its maker saw (`was`) and not a number of a version: it then says by itself, a week later too, what it rested on.
 */
export type Fields = Readonly<Record<string, unknown>>

/** What its maker saw of some fields, what they want there, and what stands now. Absent and null are both "nothing". */
export type Edit = {
  /** Null where the change does not say what it rested on, as those of the first versions. */
  readonly was: Fields | null
  readonly wanted: Fields
  readonly now: Fields
}

/** One field that both touched. A field of a group is named `facts.job`. */
export type Touching = {
  readonly field: string
  readonly was: unknown
  readonly yours: unknown
  readonly theirs: unknown
  /** Of a value that is not shown whole: what stands for it in `was`. */
  readonly mark?: string | null
  /** What else of `was` the question shows: a choice rests on that too. */
  readonly seen?: Fields
}

/** What to write, and what a person must decide; where that is anything, nothing is written. */
export type Merged = { readonly set: Fields; readonly touching: readonly Touching[] }

const isSeveral = (value: unknown): value is ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> =>
  value instanceof Map || value instanceof Set
const isGroup = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isSeveral(value)

/** Whether two values say the same: the order of names does not count, absent is null. */
export function same(a: unknown, b: unknown): boolean {
  if (isSeveral(a) && isSeveral(b)) return same([...a], [...b])
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, at) => same(one, b[at]))
  if (isGroup(a) && isGroup(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((k) => same(a[k], b[k]))
  return (a ?? null) === (b ?? null)
}

/** Fields named in `groups` hold fields of their own, which merge one by one; what a group leaves out is nothing. */
export function merged({ was, wanted, now }: Edit, groups: readonly string[] = []): Merged {
  const set: Record<string, unknown> = {}
  const touching: Touching[] = []
  for (const [field, yours] of Object.entries(wanted)) {
    if (yours === undefined) continue
    const seen = was && field in was ? { value: was[field] } : null
    if (groups.includes(field)) {
      const inner = mergedGroup(field, {
        was: seen && fieldsOf(seen.value),
        wanted: fieldsOf(yours),
        now: fieldsOf(now[field]),
      })
      touching.push(...inner.touching)
      if (!same(inner.all, now[field])) set[field] = inner.all
    } else if (same(yours, now[field]) || (seen && same(yours, seen.value))) continue
    else if (!seen || same(seen.value, now[field])) set[field] = yours
    else touching.push({ field, was: seen.value ?? null, yours, theirs: now[field] ?? null })
  }
  return { set, touching }
}

const fieldsOf = (value: unknown): Fields => (isGroup(value) ? value : {})

/** The whole of a group after the change. */
function mergedGroup(group: string, { was, wanted, now }: Edit): { all: Fields; touching: Touching[] } {
  const names = [...new Set([was ?? {}, wanted, now].flatMap(Object.keys))]
  // What a group leaves out is emptied, so every name counts as wanted.
  const full = (of: Fields) => Object.fromEntries(names.map((name) => [name, of[name] ?? null]))
  const { set, touching } = merged({ was: was && full(was), wanted: full(wanted), now })
  const all = Object.entries({ ...now, ...set }).filter(([, value]) => value !== null && value !== undefined)
  return { all: Object.fromEntries(all), touching: touching.map((one) => ({ ...one, field: `${group}.${one.field}` })) }
}

/** The same change by somebody who has seen what stands and chose, field by field, which value is right. */
export function decided<I extends object>(
  input: I,
  touching: readonly Touching[],
  mine: (field: string) => boolean,
): I {
  const next: Record<string, unknown> = { ...(input as Fields) }
  const was: Record<string, unknown> = { ...fieldsOf(next.was) }
  const put = (of: Record<string, unknown>, field: string, value: unknown) => {
    const [name = '', inner] = field.split('.', 2)
    of[name] = inner === undefined ? value : { ...fieldsOf(of[name]), [inner]: value ?? undefined }
  }
  for (const one of touching) {
    const hidden = one.mark !== undefined
    put(was, one.field, hidden ? one.mark : one.theirs)
    Object.assign(was, one.seen)
    if (mine(one.field)) put(next, one.field, one.yours)
    else if (hidden) delete next[one.field]
    else put(next, one.field, one.theirs)
  }
  return { ...next, was } as I
}
