import { say } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { Button } from './Button.tsx'

type Props = {
  readonly page: number
  readonly count: number
  /** Whether there are more than `count`. */
  readonly more?: boolean | undefined
  readonly perPage: number
  readonly onPage: (page: number) => void
}

const ofAll = { vi: '{from} - {to} trên {count}', en: '{from} - {to} of {count}' }
const ofMore = { vi: '{from} - {to} trên hơn {count}', en: '{from} - {to} of more than {count}' }

/** Where one stands in a long list: `51 - 100 trên 4.571`. */
export function Pager({ page, count, more, perPage, onPage }: Props) {
  const pages = Math.max(1, Math.ceil(count / perPage))
  if (page > pages && !more) return <Beyond pages={pages} onPage={onPage} />
  if (pages === 1) return null
  const from = (page - 1) * perPage + 1
  const to = more ? page * perPage : Math.min(count, page * perPage)
  const first = page <= 1 ? { vi: 'Đây là trang đầu.', en: 'This is the first page.' } : null
  const last = page >= pages && !more ? { vi: 'Đây là trang cuối.', en: 'This is the last page.' } : null
  return (
    <nav class="pager" aria-label={say({ vi: 'Các trang', en: 'Pages' })}>
      {!first && (
        <Button look="quiet" onClick={() => onPage(page - 1)}>
          {say({ vi: '‹ Trang trước', en: '‹ Previous' })}
        </Button>
      )}
      <span class="tabular">{say(more ? ofMore : ofAll, spread(from, to, count))}</span>
      {!last && (
        <Button look="quiet" onClick={() => onPage(page + 1)}>
          {say({ vi: 'Trang sau ›', en: 'Next ›' })}
        </Button>
      )}
    </nav>
  )
}

/** An address may name a page that the list does not have, or has no more. */
const Beyond = ({ pages, onPage }: { pages: number; onPage: (page: number) => void }) => (
  <nav class="pager" aria-label={say({ vi: 'Các trang', en: 'Pages' })}>
    <span>
      {say({ vi: 'Danh sách chỉ có {n} trang.', en: 'The list has {n} {n:page|pages}.' }, { n: showNumber(pages) })}
    </span>
    <Button look="quiet" onClick={() => onPage(pages)}>
      {say({ vi: 'Về trang cuối', en: 'To the last page' })}
    </Button>
  </nav>
)

const spread = (from: number, to: number, count: number) => ({
  from: showNumber(from),
  to: showNumber(to),
  count: showNumber(count),
})
