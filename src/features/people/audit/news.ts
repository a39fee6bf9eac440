/** What is new since yesterday: lines of the audit for who need not know by whom, each with what it speaks of. */
import type { GrantedRight } from '#kernel/access.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import { nowNamed } from '#kernel/oldNames.ts'
import { type Call, type Route, read } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import type { Joined } from '#platform/server/room.ts'
import { type AuditLine, type NewsLine, newsColumns } from './columns.ts'
import * as contract from './contract.ts'
import { linesPerPage, newestNews } from './queries.ts'
import { saidOf, shownLines } from './views.ts'

/** Lines are counted this far beyond the page. */
const countedBeyond = 500

type Given = Pick<Joined, 'events' | 'subjects'>
type Asking = Call<typeof contract.listNews> | Call<typeof contract.listMyNews>
type Window = { readonly offset: number; readonly limit: number; readonly most: number }

/** The words that are news, under every name they had; nothing else is told here. */
function wordsOf({ news, renamed }: Given['events'], what: string | undefined): string[] {
  const asked = news.filter((word) => what === undefined || word === what || word.startsWith(`${what}.`))
  return [...asked, ...Object.keys(renamed).filter((old) => asked.includes(nowNamed(renamed, old)))]
}

async function newsAt(
  { events, subjects }: Given,
  call: Asking,
  { right, ...window }: Window & { right: GrantedRight },
) {
  const since: PlainDate = addDays(call.today, -1)
  const names = wordsOf(events, call.input.what)
  const newest = await newestNews(call.db, { since, names, most: window.most })
  const ids = newest.slice(window.offset, window.offset + window.limit)
  const lines = await shownLines({ ...call, right, subjects }, events, ids)
  return { since, found: newest.length, lines: lines.map(withoutMaker) }
}

/** For who reads figures, and for who works in rounds. */
const rights = { figures: 'figure.read', mine: 'round.read' } as const
type Whose = keyof typeof rights

const untold = { vi: '', en: '' }
const withoutMaker = ({ accountId: _a, by: _b, detail, ...line }: AuditLine): NewsLine => ({
  ...line,
  detail: line.subject ? detail : untold,
})

const newsRead = (given: Given, endpoint: typeof contract.listNews | typeof contract.listMyNews, whose: Whose) =>
  read(endpoint, async (call) => {
    const { page = 1 } = call.input
    const counted = page * linesPerPage + countedBeyond
    const window = { offset: (page - 1) * linesPerPage, limit: linesPerPage, most: counted + 1 }
    const { since, found, lines } = await newsAt(given, call, { right: rights[whose], ...window })
    return {
      since,
      lines,
      total: Math.min(found, counted),
      more: found > counted,
      kinds: given.events.news.map((what) => ({ what, said: saidOf(given.events, what) })),
    }
  })

const newsFile = (given: Given, endpoint: typeof contract.newsFile | typeof contract.myNewsFile, whose: Whose) =>
  fileOf(endpoint, async (call, { offset, limit }) => {
    const window = { right: rights[whose], offset, limit, most: offset + limit }
    const { since, lines } = await newsAt(given, call, window)
    const { what } = call.input
    return {
      rows: lines,
      columns: newsColumns,
      title: { vi: 'Việc mới', en: 'News' },
      filters: [
        { vi: `từ ngày ${showDate(since)}`, en: `since ${showDate(since)}` },
        ...(what ? [given.events.kinds[what] ?? saidOf(given.events, what)] : []),
      ],
    }
  })

export const newsRoutes = (given: Given): Route[] => [
  newsRead(given, contract.listNews, 'figures'),
  newsRead(given, contract.listMyNews, 'mine'),
  newsFile(given, contract.newsFile, 'figures'),
  newsFile(given, contract.myNewsFile, 'mine'),
]
