import type { ComponentChildren } from 'preact'
import { DemoBanner } from '#platform/web/kit/Notice.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'

/** Before one is inside: signing in, setting up, the public pages. */
export const Door = ({ children, wide }: { children: ComponentChildren; wide?: boolean }) => (
  <div class={wide ? 'door wide' : 'door'}>
    <header class="frame-top">
      <DemoBanner />
      <div class="frame-bar">
        <a class="brand" href="/">
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
