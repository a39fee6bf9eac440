/** The frame of the office: rooms on the left, area, day, search, language and me on top, the work in the middle. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { DemoBanner } from '#platform/web/kit/Notice.tsx'
import { Search } from '#platform/web/kit/Search.tsx'
import { Tray } from '#platform/web/kit/Tray.tsx'
import { say } from '#platform/web/language.ts'
import { MayOpenContext } from '#platform/web/room.ts'
import { AreaNow } from './AreaNow.tsx'
import { DayNow } from './DayNow.tsx'
import { mayOpen } from './entry.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { MeMenu } from './MeMenu.tsx'
import { Nav } from './Nav.tsx'
import { searchProviders, workProviders } from './rooms.ts'
import { searchPages } from './searchPages.ts'
import { joinWork, WorklistContext } from './worklist.ts'

const search = [searchPages, ...searchProviders]

export function Frame({ children }: { children: ComponentChildren }) {
  const worklist = joinWork(workProviders.map((provide) => provide()))
  const { path } = useLocation()
  const [open, setOpen] = useState(false)
  useEffect(() => setOpen(false), [path])

  return (
    <WorklistContext.Provider value={worklist}>
      <MayOpenContext.Provider value={mayOpen}>
        <a class="office-skip" href="#main">
          {say({ vi: 'Đến nội dung', en: 'To the content' })}
        </a>
        <div class="office-frame">
          <header class="office-top">
            <DemoBanner />
            <div class="office-bar">
              <button
                type="button"
                class="button quiet office-menu-open"
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                {say({ vi: 'Mục', en: 'Menu' })}
              </button>
              <a class="office-brand" href="/">
                Nâng Bước
              </a>
              <AreaNow />
              <span class="grow" />
              <DayNow />
              <Search providers={search} />
              <LanguageSwitch />
              <MeMenu />
            </div>
          </header>
          <div class={open ? 'office-left office-open' : 'office-left'}>
            <Nav />
          </div>
          <main id="main" class="office-main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Tray />
      </MayOpenContext.Provider>
    </WorklistContext.Provider>
  )
}
