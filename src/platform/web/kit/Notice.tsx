import type { ComponentChildren } from 'preact'
import { say } from '../language.ts'
import { me } from '../session.ts'

/** Something to know before going on. Not a problem: nothing was refused. */
export const Notice = ({ children, look = 'plain' }: { children: ComponentChildren; look?: 'plain' | 'waits' }) => (
  <div class={`notice ${look}`} role="note">
    {children}
  </div>
)

/** Across the top of every page of the demo, on screen and on paper. */
export const DemoBanner = () =>
  me.value?.demo ? (
    <p class="demo-banner" role="note">
      {say({ vi: 'BẢN MẪU - dữ liệu trình diễn', en: 'BẢN MẪU - demonstration data' })}
    </p>
  ) : null
