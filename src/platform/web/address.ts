/** Filters, the page of a list and the day live in the address, so that a page can be sent to a colleague. */
import { useLocation } from 'preact-iso'

/** What stays when one walks from page to page: the day of the facts, the day of the units, the area. */
const carried = ['ngay', 'donvi', 'noi'] as const

export type Query = Readonly<Record<string, string | number | null | undefined>>

/** The path with these query values set; null, undefined and empty text take one away. */
export function withQuery(path: string, query: Query): string {
  const [base = '', before = ''] = path.split('?')
  const params = new URLSearchParams(before)
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') params.delete(name)
    else params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `${base}?${text}` : base
}

/** The address of another page with the day and the area one looks at, where the address itself names no other. */
export function carriedTo(now: Query, path: string, query: Query = {}): string {
  const own = new URLSearchParams(path.split('?')[1] ?? '')
  const kept = carried.filter((name) => !own.has(name)).map((name) => [name, now[name]])
  return withQuery(path, { ...Object.fromEntries(kept), ...query })
}

export function useTo(): (path: string, query?: Query) => string {
  const { query: now } = useLocation()
  return (path, query) => carriedTo(now, path, query)
}

/** One value of the address with its setter. Setting goes back to the first page of a list. */
export function useFilter(name: string, fallback = ''): [string, (value: string | null) => void] {
  const { url, query, route } = useLocation()
  const set = (value: string | null) =>
    route(withQuery(url, { ...firstPages(query), [name]: value === fallback ? null : value }), true)
  return [query[name] ?? fallback, set]
}

/** A page is asked for by its number, in a list gone through page by page also beside the row that it follows or precedes. */
const firstPage = { sau: null, truoc: null }
/** Of two lists on a page the second names its own, so that each is turned by itself. */
export type PageName = 'trang' | `trang-${string}`
const isPage = (name: string): boolean => name === 'trang' || name.startsWith('trang-')
const firstPages = (query: Query): Query => ({
  ...firstPage,
  ...Object.fromEntries(
    Object.keys(query)
      .filter(isPage)
      .map((name) => [name, null]),
  ),
})
export type Beside = { readonly after?: string; readonly before?: string }

/** The page of a list, counted from 1, and the row it stands beside. */
export function usePageNumber(name: PageName = 'trang'): [number, (page: number, beside?: Beside) => void, Beside] {
  const { url, query, route } = useLocation()
  const page = Math.max(1, Math.floor(Number(query[name] ?? 1)) || 1)
  const set = (next: number, { after, before }: Beside = {}) =>
    route(withQuery(url, next === 1 ? { ...firstPage, [name]: null } : { [name]: next, sau: after, truoc: before }))
  const { sau, truoc } = query
  return [page, set, page === 1 ? {} : { ...(sau && { after: sau }), ...(truoc && !sau && { before: truoc }) }]
}

/** How many filters of a list the address holds beside the words that are sought, which stand where they are seen. */
export function useFiltersSet(): number {
  const { query } = useLocation()
  const others: readonly string[] = [...carried, 'q', 'the', 'sau', 'truoc']
  return Object.keys(query).filter((name) => !others.includes(name) && !isPage(name)).length
}
