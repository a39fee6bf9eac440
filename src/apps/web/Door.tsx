import type { ComponentChildren } from 'preact'
import { DemoBanner } from '#platform/web/kit/Notice.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'

/** Before one is inside: signing in, setting up, the public pages. */
export const Door = ({ children, wide }: { children: ComponentChildren; wide?: boolean }) => (
  <div class={wide ? 'office-door office-wide' : 'office-door'}>
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
    <main id="main" class="office-door-main">
      {children}
    </main>
  </div>
)
