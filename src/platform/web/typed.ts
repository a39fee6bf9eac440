/** What was typed beside what stood there before: whether it differs, what of it may be kept, and both put together. Pure. */
import { merged, type Touching } from '#kernel/revisions.ts'

/** A question and its answer as a person reads them. */
export type InWords = { readonly label: string; readonly text: string }

/** A typed value and what stood there when it was begun. `words`: its parts by their ways, as they were read on the page. */
export type Kept = {
  readonly value: unknown
  readonly before: unknown
  readonly words?: Readonly<Record<string, InWords>>
  /** Something of it is not kept and must be typed again. */
  readonly lacks?: true
}

/** All that is typed into a form, by the names of its fields. */
export type Strokes = Readonly<Record<string, Kept>>

const plain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** Things told apart by their ids, as the persons of a form. */
const listed = (value: unknown): value is readonly { readonly id: string }[] =>
  Array.isArray(value) && value.every((one) => plain(one) && typeof one.id === 'string')

const text = (value: unknown): string =>
  JSON.stringify(value, (_name, part) => (part instanceof Map || part instanceof Set ? [...part] : part)) ?? ''

/** Files tell nothing of themselves in JSON: a chosen one differs from none by being there. */
export const differs = (a: unknown, b: unknown): boolean => text(a) !== text(b)

const isFile = (value: unknown): boolean => value instanceof Blob

/** Numbers of persons: typed again rather than left on a desk. */
const unkept: readonly string[] = ['citizenId', 'insuranceNo']

/** Without files, which a browser keeps for no page that was closed, and without numbers of persons. */
export function keepable(value: unknown): unknown {
  if (isFile(value)) return null
  if (Array.isArray(value)) return value.map(keepable)
  if (!plain(value)) return value
  const parts = Object.entries(value).filter(([, part]) => !isFile(part))
  return Object.fromEntries(parts.map(([name, part]) => [name, unkept.includes(name) ? '' : keepable(part)]))
}

/** Whether something is in it that is not kept and must be typed again. */
export function holdsUnkept(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsUnkept)
  if (!plain(value)) return false
  return Object.entries(value).some(([name, part]) => (unkept.includes(name) ? part !== '' : holdsUnkept(part)))
}

/** What came from the store, with what stands on the page and is not kept there. */
export function withUnkept(value: unknown, current: unknown): unknown {
  if (isFile(current)) return current
  if (listed(value) && listed(current))
    return value.map((one) =>
      withUnkept(
        one,
        current.find(({ id }) => id === one.id),
      ),
    )
  if (!plain(value) || !plain(current)) return value
  const parts = Object.entries(current).map(([name, part]): [string, unknown] => [
    name,
    unkept.includes(name) ? part || value[name] : withUnkept(value[name], part),
  ])
  return { ...value, ...Object.fromEntries(parts.filter(([name, part]) => name in value || isFile(part))) }
}

/** What stands now with what was typed then: of a record only the parts that were typed, the others as they are now. */
export function together(now: unknown, { value, before }: Pick<Kept, 'value' | 'before'>): unknown {
  if (!plain(now) || !plain(value) || !plain(before)) return value
  const typed = Object.entries(value).filter(([name, part]) => differs(part, before[name]))
  return { ...now, ...Object.fromEntries(typed) }
}

type Three = { readonly was: unknown; readonly mine: unknown; readonly theirs: unknown }
type Leaf = (way: string, three: Three) => unknown

/** Three forms of one value, part by part; what has no parts is a leaf. */
function walked({ was, mine, theirs }: Three, way: string, leaf: Leaf): unknown {
  if (plain(was) && plain(mine) && plain(theirs)) {
    const part = (name: string) =>
      walked({ was: was[name], mine: mine[name], theirs: theirs[name] }, `${way}.${name}`, leaf)
    const names = new Set([was, mine, theirs].flatMap(Object.keys))
    return Object.fromEntries([...names].map((name) => [name, part(name)]))
  }
  if (listed(was) && listed(mine) && listed(theirs)) {
    const part = (id: string) => {
      const [one, two, three] = [was, mine, theirs].map((list) => list.find((each) => each.id === id))
      return walked({ was: one, mine: two, theirs: three }, `${way}.${id}`, leaf)
    }
    const ids = new Set([theirs, mine, was].flatMap((list) => list.map(({ id }) => id)))
    return [...ids].map(part).filter((one) => one !== undefined && one !== null)
  }
  return leaf(way, { was, mine, theirs })
}

/** Ways of the parts in which two values differ. */
export function waysOf(before: unknown, after: unknown, name: string): string[] {
  const ways: string[] = []
  walked({ was: before, mine: after, theirs: before }, name, (way, { was, mine }) => {
    if (differs(was, mine)) ways.push(way)
  })
  return ways
}

export type Meeting = { readonly was: Strokes; readonly mine: Strokes; readonly theirs: Strokes }

/**
 * One draft typed in two windows since `was`: what only one touched comes together, what both touched is told, and stands
 * as `theirs` but where `isMine` says otherwise.
 */
export function met(
  { was, mine, theirs }: Meeting,
  isMine: (way: string) => boolean = () => false,
): { readonly strokes: Strokes; readonly touching: readonly Touching[] } {
  const touching: Touching[] = []
  const leaf: Leaf = (way, three) => {
    const one = { was: { way: three.was }, wanted: { way: three.mine ?? null }, now: { way: three.theirs } }
    const found = merged(one)
    touching.push(...found.touching.map((told) => ({ ...told, field: way })))
    const takesMine = found.touching.length > 0 ? isMine(way) : 'way' in found.set
    return takesMine ? three.mine : three.theirs
  }
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(was)])]
  const strokes = names.flatMap((name): [string, Kept][] => {
    const before = (theirs[name] ?? mine[name] ?? was[name])?.before
    const valueIn = (of: Strokes) => (of[name] ? of[name].value : before)
    const value = walked({ was: valueIn(was), mine: valueIn(mine), theirs: valueIn(theirs) }, name, leaf)
    const words = { ...theirs[name]?.words, ...mine[name]?.words }
    return name in theirs || name in mine ? [[name, { value, before, words }]] : []
  })
  return { strokes: Object.fromEntries(strokes), touching }
}
