/** The tree on a day. Branches are read when first opened; arrows walk it, as in any tree. */
import { useRef, useState } from 'preact/hooks'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { areaChildren } from './calls.ts'
import { pathOf } from './sayings.ts'

type Node = { readonly areaId: AreaId; readonly name: string; readonly code: string | null; readonly below: number }
type Walk = { readonly day: PlainDate; readonly opened: ReadonlySet<AreaId>; readonly toggle: (areaId: AreaId) => void }

export function AreaTree({ root, day }: { root: Node; day: PlainDate }) {
  const [opened, setOpened] = useState<ReadonlySet<AreaId>>(new Set([root.areaId]))
  const box = useRef<HTMLUListElement>(null)
  const toggle = (areaId: AreaId) => {
    const next = new Set(opened)
    if (!next.delete(areaId)) next.add(areaId)
    setOpened(next)
  }
  return (
    <ul
      ref={box}
      class="areas-tree"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: nested lists are the tree pattern of ARIA
      role="tree"
      aria-label={say({ vi: 'Cây đơn vị hành chính', en: 'Tree of units' })}
      onKeyDown={(event) => box.current && walk(event, box.current)}
    >
      <Branch node={root} level={1} walk={{ day, opened, toggle }} />
    </ul>
  )
}

function Branch({ node, level, walk }: { node: Node; level: number; walk: Walk }) {
  const to = useTo()
  const open = node.below > 0 && walk.opened.has(node.areaId)
  const label = `tree-${node.areaId}`
  return (
    <li
      role="treeitem"
      aria-level={level}
      aria-expanded={node.below > 0 ? open : undefined}
      aria-labelledby={label}
      tabIndex={level === 1 ? 0 : -1}
    >
      <span class="areas-row">
        <button
          type="button"
          class="areas-toggle"
          tabIndex={-1}
          aria-hidden="true"
          disabled={node.below === 0}
          onClick={() => walk.toggle(node.areaId)}
        >
          {node.below === 0 ? '' : open ? '▾' : '▸'}
        </button>
        <span>
          <a id={label} href={to(pathOf(node.areaId))} tabIndex={-1}>
            {node.name}
          </a>{' '}
          <small class="quiet tabular">{detailOf(node)}</small>
        </span>
      </span>
      {open && <Children of={node.areaId} level={level + 1} walk={walk} />}
    </li>
  )
}

/** "mã 25, 148 đơn vị" */
function detailOf(node: Node): string {
  const code = node.code && say({ vi: 'mã {code}', en: 'code {code}' }, { code: node.code })
  const below = node.below > 0 && say({ vi: '{n} đơn vị', en: '{n} units' }, { n: node.below })
  return [code, below].filter(Boolean).join(', ')
}

function Children({ of, level, walk }: { of: AreaId; level: number; walk: Walk }) {
  const read = useRead(areaChildren, { areaId: of, day: walk.day })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a tree is a list here, not a fieldset
    <ul role="group" aria-busy={read.loading || undefined}>
      {read.problem && (
        <li role="none">
          <ProblemNote of={read.problem} again={read.again} />
        </li>
      )}
      {!read.data && !read.problem && (
        <li role="none" class="quiet">
          {say({ vi: 'Đang tải...', en: 'Loading...' })}
        </li>
      )}
      {read.data?.areas.map((node) => (
        <Branch key={node.areaId} node={node} level={level} walk={walk} />
      ))}
    </ul>
  )
}

/** Up and down over what is open, right opens, left closes, Enter goes to the unit's page. */
function walk(event: KeyboardEvent, tree: HTMLElement): void {
  const items = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')]
  const here = items.find((item) => item === document.activeElement)
  if (!here) return
  const at = items.indexOf(here)
  const expanded = here.getAttribute('aria-expanded')
  const press = () => here.querySelector<HTMLButtonElement>('.areas-toggle')?.click()
  const steps: Record<string, () => void> = {
    ArrowDown: () => goTo(items, items[at + 1]),
    ArrowUp: () => goTo(items, items[at - 1]),
    Home: () => goTo(items, items[0]),
    End: () => goTo(items, items.at(-1)),
    ArrowRight: () => (expanded === 'false' ? press() : expanded === 'true' && goTo(items, items[at + 1])),
    ArrowLeft: () =>
      expanded === 'true'
        ? press()
        : goTo(items, here.parentElement?.closest<HTMLElement>('[role=treeitem]') ?? undefined),
    Enter: () => here.querySelector('a')?.click(),
  }
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  step()
}

function goTo(items: readonly HTMLElement[], item: HTMLElement | undefined): void {
  if (!item) return
  for (const other of items) other.tabIndex = other === item ? 0 : -1
  item.focus()
}
