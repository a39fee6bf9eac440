/** The filters of a list; on a narrow screen the first alone, and how many of the others are set. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useFiltersSet } from '../address.ts'
import { say, type Words } from '../language.ts'
import { Unfold } from './Unfold.tsx'

export function Filters({ children }: { readonly children: ComponentChildren }) {
  const [open, setOpen] = useState(false)
  const set = useFiltersSet()
  const more: Words = set > 0 ? { vi: 'Lọc (đang đặt {n})', en: 'Filter ({n} set)' } : { vi: 'Lọc', en: 'Filter' }
  return (
    <div class={open ? 'filters folds first' : 'filters folds first folded'}>
      {children}
      <Unfold open={open} more={say(more, { n: set })} onChange={setOpen} />
    </div>
  )
}
