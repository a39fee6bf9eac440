/**
 * Names that stand in stored data never simply change: what was stored under the old one is still found, read and
 * answered. One table (`apps/server/oldNames.ts`) says what each is called now.
 */

/** An old name and the one after it. A name may change again: the chain is followed. */
export type Renamed = Readonly<Record<string, string>>

export type OldNames = {
  /** Calls (`reviews.create`): they stand in kept commands. */
  readonly calls: Renamed
  /** Addresses of calls, names after a colon in the same order: they stand in outboxes and in pages left open. */
  readonly paths: Renamed
  /** Events (`round.opened`): they stand in the audit. */
  readonly events: Renamed
}

/** What a stored name is called now; a name that never changed is its own. Throws where names go round in a circle. */
export function nowNamed(renamed: Renamed, stored: string): string {
  let name = stored
  for (let times = 0; Object.hasOwn(renamed, name); times++) {
    if (times > Object.keys(renamed).length) throw new Error(`${stored} was renamed in a circle`)
    name = renamed[name] ?? name
  }
  return name
}

/** Every name it was stored under: today's first, then the old ones. */
export const everNamed = (renamed: Renamed, name: string): string[] => [
  name,
  ...Object.keys(renamed).filter((old) => nowNamed(renamed, old) === name),
]
