/** What was typed beside what stood there before: whether it differs, what of it may be kept, and both put together. Pure. */

/** A typed value and what stood there when it was begun. */
export type Kept = { readonly value: unknown; readonly before: unknown }

const plain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const text = (value: unknown): string =>
  JSON.stringify(value, (_name, part) => (part instanceof Map || part instanceof Set ? [...part] : part)) ?? ''

/** Files tell nothing of themselves in JSON: a chosen one differs from none by being there. */
export const differs = (a: unknown, b: unknown): boolean => text(a) !== text(b)

const isFile = (value: unknown): boolean => value instanceof Blob

/** Without files: a browser keeps no file for a page that was closed. */
export function keepable(value: unknown): unknown {
  if (isFile(value)) return null
  if (!plain(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, part]) => !isFile(part)))
}

/** What stands now with what was typed then: of a record only the parts that were typed, the others as they are now. */
export function together(now: unknown, { value, before }: Kept): unknown {
  if (!plain(now) || !plain(value) || !plain(before)) return value
  const typed = Object.entries(value).filter(([name, part]) => differs(part, before[name]))
  return { ...now, ...Object.fromEntries(typed) }
}
