import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { ConnectionLine } from '#platform/web/kit/ConnectionLine.tsx'
import { DemoBanner } from '#platform/web/kit/Notice.tsx'
import { language, say, speak } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { refused, waiting } from '#platform/web/outbox.ts'
import { places } from './places.ts'

/** Connection on top, three places within the thumb's reach, the work between. */
export function FieldFrame({ inside, children }: { inside: boolean; children: ComponentChildren }) {
  const { path } = useLocation()
  const filling = path.startsWith('/phone/phieu/')
  const other = language.value === 'vi' ? 'en' : 'vi'
  return (
    <div class={filling ? 'phone-frame phone-filling' : 'phone-frame'}>
      <header class="phone-top">
        <DemoBanner />
        <div class="phone-bar">
          <a class="phone-brand" href="/phone">
            Nâng Bước
          </a>
          {inside && <ConnectionLine />}
          <span class="grow" />
          <button type="button" class="button quiet" lang={other} onClick={() => speak(other)}>
            {other === 'en' ? 'English' : 'Tiếng Việt'}
          </button>
        </div>
      </header>
      <main id="main" class="phone-main">
        {children}
      </main>
      {inside && !filling && <Places />}
    </div>
  )
}

function Places() {
  const { path } = useLocation()
  const stays = waiting.value + refused.value
  return (
    <nav class="phone-places" aria-label={say({ vi: 'Ba nơi', en: 'Three places' })}>
      {places.map(
        (place) =>
          place.tab && (
            <a key={place.path} href={place.path} aria-current={path === place.path ? 'page' : undefined}>
              {say(place.tab)}
              {place.path === '/phone/gui' && stays > 0 && <span class="count">{showNumber(stays)}</span>}
            </a>
          ),
      )}
    </nav>
  )
}
