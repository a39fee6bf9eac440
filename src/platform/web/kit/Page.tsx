/** A page: title, one sentence of state, the primary action at the right, then the work. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { language, say, type Words } from '../language.ts'
import { Unbroken } from './Unbroken.tsx'
import { Unfold } from './Unfold.tsx'

type Props = {
  readonly title: Words
  /** One sentence of state: "12 trên 14 thôn đã gửi; 3 thôn trễ." */
  readonly state?: ComponentChildren
  readonly action?: ComponentChildren
  /** Crumbs or a link back, above the title. */
  readonly above?: ComponentChildren
  readonly children?: ComponentChildren
}

export function Page({ title, state, action, above, children }: Props) {
  const name = say(title)
  useEffect(() => {
    document.title = `${name} - Nâng Bước`
  }, [name, language.value])
  return (
    <div class="page">
      {above}
      <header class="page-head">
        <div>
          <h1 tabIndex={-1}>
            <Unbroken text={name} />
          </h1>
          {state && <p class="page-state">{state}</p>}
        </div>
        {action && <Deeds>{action}</Deeds>}
      </header>
      {children}
    </div>
  )
}

/** What can be done on the page; on a narrow screen the first thing alone where there are many. */
function Deeds({ children }: Pick<Props, 'children'>) {
  const [open, setOpen] = useState(false)
  return (
    <div class={open ? 'page-action folds deeds' : 'page-action folds deeds folded'}>
      {children}
      <Unfold open={open} more={say({ vi: 'Việc khác', en: 'More' })} onChange={setOpen} />
    </div>
  )
}

/** A titled part of a page. */
export const Section = ({ title, action, children }: Pick<Props, 'title' | 'action' | 'children'>) => (
  <section class="section">
    <header class="section-head">
      <h2>{say(title)}</h2>
      {action}
    </header>
    {children}
  </section>
)
