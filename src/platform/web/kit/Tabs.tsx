/** Views of one thing, each with its address (`?the=`), so that a view can be sent to a colleague. */
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { withQuery } from '../address.ts'
import { say, type Words } from '../language.ts'

export type Tab = { readonly key: string; readonly label: Words; readonly count?: number | undefined }

type Props = {
  readonly label: Words
  readonly tabs: readonly Tab[]
  /** The name in the address. */
  readonly name?: string | undefined
  readonly children: (key: string) => ComponentChildren
}

export function Tabs({ label, tabs, name = 'the', children }: Props) {
  const { url, query } = useLocation()
  const first = tabs[0]?.key ?? ''
  const open = tabs.some((tab) => tab.key === query[name]) ? (query[name] ?? first) : first
  return (
    <>
      <nav class="tabs" aria-label={say(label)}>
        {tabs.map((tab) => (
          <a
            key={tab.key}
            href={withQuery(url, { [name]: tab.key === first ? null : tab.key, trang: null })}
            aria-current={tab.key === open ? 'true' : undefined}
          >
            {say(tab.label)}
            {tab.count !== undefined && <span class="count">{tab.count}</span>}
          </a>
        ))}
      </nav>
      {children(open)}
    </>
  )
}
