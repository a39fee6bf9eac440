import { useContext } from 'preact/hooks'
import { say, type Words } from '../language.ts'
import { MayOpenContext } from '../room.ts'
import { Unbroken } from './Unbroken.tsx'

export type Crumb = { readonly label: Words; readonly href?: string | undefined }

/** The way down to here; the last one is here. Who may not open a page on the way reads its name. */
export function Crumbs({ of, label }: { of: readonly Crumb[]; label?: Words }) {
  const mayOpen = useContext(MayOpenContext)
  return (
    <nav class="crumbs" aria-label={say(label ?? { vi: 'Vị trí', en: 'Position' })}>
      <ol>
        {of.map((crumb, at) => (
          <li key={`${at}${say(crumb.label)}`}>
            {crumb.href && mayOpen(crumb.href) ? (
              <a href={crumb.href}>
                <Unbroken text={say(crumb.label)} />
              </a>
            ) : (
              <span aria-current={at === of.length - 1 ? 'page' : undefined}>
                <Unbroken text={say(crumb.label)} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
