import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import type { Right } from '#kernel/access.ts'
import type { Said } from '#kernel/text.ts'
import type { NavGroup } from '#platform/web/work.ts'
import { PageMissing } from './PageMissing.tsx'

/** What a page gets from its address. */
export type PageProps = { readonly params: Readonly<Record<string, string>> }

export type Room = {
  readonly path: string
  readonly title: Said
  readonly page: ComponentType<PageProps>
  /** Held anywhere: else the page says whom to ask. `public`: without signing in. */
  readonly right: Right
  readonly group?: NavGroup
  /** Stands on the left under its group. */
  readonly nav?: true
}

// Each page names the parameters of its own path, so its type is narrower than what the list can say.
// biome-ignore lint/suspicious/noExplicitAny: the list holds pages of different parameters
type Loaded = { default: ComponentType<any> }
type Options = { readonly right?: Right; readonly group?: NavGroup; readonly nav?: true }

/** A page, loaded when it is first opened. One that cannot be loaded says so and offers a reload. */
export function room(path: string, title: Said, load: () => Promise<Loaded>, options: Options = {}): Room {
  const page = lazy<ComponentType<PageProps>>(() => load().catch(() => ({ default: PageMissing })))
  return { path, title, page, right: 'signed_in', ...options }
}
