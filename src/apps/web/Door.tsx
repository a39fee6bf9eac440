import type { ComponentChildren } from 'preact'
import { DemoBanner } from '#platform/web/kit/Notice.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import './door.css'

/** Before one is inside: signing in, setting up, the public pages. */
export const Door = ({ children, wide }: { children: ComponentChildren; wide?: boolean }) => (
  <div class={wide ? 'door-frame door-wide' : 'door-frame'}>
    <header class="office-top">
      <DemoBanner />
      <div class="office-bar">
        <a class="office-brand" href="/">
          Nâng Bước
        </a>
        <span class="grow" />
        <LanguageSwitch />
      </div>
    </header>
    <main id="main" class="door-main">
      {children}
    </main>
  </div>
)
