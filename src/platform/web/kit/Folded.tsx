/** On a phone the page begins with its work: what is more than three filters or deeds stays folded until it is asked for. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useFiltersSet } from '../address.ts'
import { say, type Words } from '../language.ts'

type Props = { readonly children: ComponentChildren }

/** The filters of a list; on a narrow screen the first alone, and how many of the others are set. */
export function Filters({ children }: Props) {
  const [open, setOpen] = useState(false)
  const set = useFiltersSet()
  const more: Words = set > 0 ? { vi: 'Lọc (đang đặt {n})', en: 'Filter ({n} set)' } : { vi: 'Lọc', en: 'Filter' }
  return (
    <div class={open ? 'filters' : 'filters folded'}>
      {children}
      <Unfold open={open} more={say(more, { n: set })} onChange={setOpen} />
    </div>
  )
}

/** What can be done on a page; on a narrow screen the first thing alone. */
export function PageDeeds({ children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <div class={open ? 'page-action' : 'page-action folded'}>
      {children}
      <Unfold open={open} more={say({ vi: 'Việc khác', en: 'More' })} onChange={setOpen} />
    </div>
  )
}

type UnfoldProps = { readonly open: boolean; readonly more: string; readonly onChange: (open: boolean) => void }
const Unfold = ({ open, more, onChange }: UnfoldProps) => (
  <button type="button" class="button quiet unfold" aria-expanded={open} onClick={() => onChange(!open)}>
    {open ? say({ vi: 'Thu gọn', en: 'Less' }) : more}
  </button>
)
