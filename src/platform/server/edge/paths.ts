/** The addresses a call answers at: today's, and those it had before. */
import type { Endpoint } from '#kernel/endpoint.ts'
import { everNamed, type OldNames } from '#kernel/oldNames.ts'
import type { Route } from '../doors/route.ts'

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

/** The parts of an address, decoded; null where they cannot be. */
function partsOf(address: string): string[] | null {
  try {
    return address.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

const longestPart = 300

/** Of two addresses the one that says more where they differ first goes before. */
const closerFirst = (a: readonly string[], b: readonly string[]): number => {
  for (let at = 0; at < a.length; at++) {
    const gaps = [a[at]?.startsWith(':'), b[at]?.startsWith(':')]
    if (gaps[0] !== gaps[1]) return gaps[0] ? 1 : -1
  }
  return 0
}

/** Which change an address means and what it says, as the router answers it; null where it is none of them. */
export type FindChange<D> = (
  address: string,
) => { readonly door: D; readonly params: Readonly<Record<string, string>> } | null

type Mounted = { readonly url: string; readonly endpoint: Endpoint }

export function findChange<D extends Mounted>(doors: readonly D[]): FindChange<D> {
  const changes = doors
    .filter(({ endpoint }) => endpoint.method === 'POST')
    .map((door) => ({ door, parts: door.url.split('/') }))
    .sort((a, b) => closerFirst(a.parts, b.parts))
  return (address) => {
    const said = partsOf(address)
    const fits = (part: string, at: number) =>
      part.startsWith(':') ? (said?.[at]?.length ?? 0) <= longestPart : part === said?.[at]
    const found = said && changes.find(({ parts }) => parts.length === said.length && parts.every(fits))
    if (!found) return null
    const gaps = found.parts.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), said[at]]] : []))
    return { door: found.door, params: Object.fromEntries(gaps) }
  }
}
