/** The addresses a call answers at: today's, and those it had before. */
import type { Endpoint } from '#kernel/endpoint.ts'
import { everNamed, type OldNames } from '#kernel/oldNames.ts'
import type { Route } from '../handle.ts'

/** The names after a colon, in their order. */
export const placeholders = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((m) => String(m[1]))

/** A call at one of its addresses. `names`: the ones it had before; `gaps`: what the address says, under today's names. */
export type Door = { readonly endpoint: Endpoint; readonly names: readonly string[]; readonly gaps: readonly string[] }

/** Whether an old address can be read under today's gaps: as many, and none of today's names in another place. */
const standsFor = (old: readonly string[], gaps: readonly string[]): boolean =>
  old.length === gaps.length && old.every((name, at) => !gaps.includes(name) || gaps[at] === name)

/** Throws where an old address has other gaps to fill than today's, or the same in another order. */
export const doorsOf = (routes: readonly Route[], { calls, paths }: OldNames): (Route & Door & { url: string })[] =>
  routes.flatMap((route) => {
    const { path, name } = route.endpoint
    const [, ...names] = everNamed(calls, name)
    const gaps = placeholders(path)
    return everNamed(paths, path).map((url) => {
      if (!standsFor(placeholders(url), gaps)) throw new Error(`${url} cannot stand for ${path}`)
      return { ...route, names, gaps, url }
    })
  })

/** What the address says, under today's names: an old one may have called it otherwise. */
export function pathInput(gaps: readonly string[], params: unknown): Record<string, unknown> {
  const values = Object.values(params as Record<string, unknown>)
  return Object.fromEntries(gaps.map((name, at) => [name, values[at]]))
}
