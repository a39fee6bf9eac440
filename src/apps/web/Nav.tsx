import { useLocation } from 'preact-iso'
import type { Said } from '#kernel/text.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { Page } from '#platform/web/room.ts'
import type { NavGroup, NavPart } from '#platform/web/work.ts'
import { enterable } from './entry.ts'
import { useWorklist, waitingIn } from './worklist.ts'

/** The order of the year. A group without a page of mine is not shown. */
const groups: readonly { key: NavGroup; label: Said | null }[] = [
  { key: 'home', label: null },
  { key: 'review', label: { vi: 'Rà soát', en: 'Review' } },
  { key: 'skills', label: { vi: 'Nâng cao năng lực', en: 'Skills' } },
  { key: 'support', label: { vi: 'Hỗ trợ', en: 'Support' } },
  { key: 'programme', label: { vi: 'Chương trình', en: 'Programme' } },
  { key: 'reports', label: { vi: 'Báo cáo', en: 'Reports' } },
  { key: 'settings', label: { vi: 'Thiết lập', en: 'Settings' } },
]

/** A longer group folds into its parts. */
const mostOpen = 8
const parts: readonly { readonly key: NavPart; readonly label: Said }[] = [
  { key: 'plans', label: { vi: 'Kế hoạch đào tạo', en: 'Plans of training' } },
  { key: 'classes', label: { vi: 'Mở lớp', en: 'Classes' } },
  { key: 'proof', label: { vi: 'Kiểm tra, chứng nhận', en: 'Tests, credentials' } },
  { key: 'study', label: { vi: 'Tự học, hỏi đáp', en: 'Study, questions' } },
]

export function Nav() {
  const { path } = useLocation()
  const { work } = useWorklist()
  const mine = enterable().filter((page) => page.nav)
  const here = mine
    .filter((page) => path === page.path || (page.path !== '/' && path.startsWith(`${page.path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0]

  return (
    <nav aria-label={say({ vi: 'Các mục', en: 'Rooms' })}>
      {groups.map(({ key, label }) => {
        const pages = mine.filter((page) => page.nav === key)
        if (pages.length === 0) return null
        const waiting = key === 'home' ? 0 : waitingIn(key, work)
        return (
          <div key={key} class="office-group">
            {label && (
              <h2>
                {say(label)}
                {waiting > 0 && <Waiting n={waiting} />}
              </h2>
            )}
            {pages.length > mostOpen ? (
              <>
                {parts.map((part) => (
                  <Part key={part.key} of={part} pages={pages.filter(({ under }) => under === part.key)} here={here} />
                ))}
                <Links of={pages.filter(({ under }) => !under)} here={here} />
              </>
            ) : (
              <Links of={pages} here={here} />
            )}
          </div>
        )
      })}
    </nav>
  )
}

type LinksProps = { readonly of: readonly Page[]; readonly here: Page | undefined }
function Links({ of, here }: LinksProps) {
  const to = useTo()
  if (of.length === 0) return null
  return (
    <ul>
      {of.map((page) => (
        <li key={page.path}>
          <a href={to(page.path)} aria-current={page === here ? 'page' : undefined}>
            {say(page.title)}
          </a>
        </li>
      ))}
    </ul>
  )
}

type PartProps = {
  readonly of: (typeof parts)[number]
  readonly pages: readonly Page[]
  readonly here: Page | undefined
}
/** Folded but where I am; who opens one has it open until they leave the page. */
function Part({ of, pages, here }: PartProps) {
  if (pages.length === 0) return null
  return (
    <details open={here !== undefined && pages.includes(here)}>
      <summary>{say(of.label)}</summary>
      <Links of={pages} here={here} />
    </details>
  )
}

const Waiting = ({ n }: { n: number }) => (
  <span class="count">
    {showNumber(n)}
    <span class="only-heard"> {say({ vi: 'việc đang chờ', en: 'waiting' })}</span>
  </span>
)
