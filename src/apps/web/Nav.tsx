import { useLocation } from 'preact-iso'
import type { Said } from '#kernel/text.ts'
import { useTo } from '#platform/web/address.ts'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { NavGroup } from '#platform/web/work.ts'
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

export function Nav() {
  const { path } = useLocation()
  const { work } = useWorklist()
  const to = useTo()
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
            <ul>
              {pages.map((page) => (
                <li key={page.path}>
                  <a href={to(page.path)} aria-current={page === here ? 'page' : undefined}>
                    {say(page.title)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

const Waiting = ({ n }: { n: number }) => (
  <span class="count">
    {showNumber(n)}
    <span class="only-heard"> {say({ vi: 'việc đang chờ', en: 'waiting' })}</span>
  </span>
)
