/** Which columns of a list are shown: remembered on this device, by the list's name. */
import { useState } from 'preact/hooks'
import { keep, kept } from '../keep.ts'

type Named = { readonly key: string; readonly off?: boolean | undefined }

/** Keys of the hidden columns, and the switch of one. */
export function useHiddenColumns(
  list: string,
  columns: readonly Named[],
): [ReadonlySet<string>, (key: string) => void] {
  const name = `columns.${list}`
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => {
    const stored = kept(name)
    return new Set(stored === null ? columns.filter((c) => c.off).map((c) => c.key) : stored.split(' ').filter(Boolean))
  })
  const toggle = (key: string) => {
    const next = new Set(hidden)
    if (!next.delete(key)) next.add(key)
    keep(name, [...next].join(' '))
    setHidden(next)
  }
  return [hidden, toggle]
}
