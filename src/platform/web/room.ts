/**
 * A room as the office application sees it: its pages, what it brings to the frame, and what it brings to pages of rooms
 * below. Each room has one manifest (`features/<room>/ui/room.ts`). It stands in the entry, so it imports pages and
 * parts only when they are opened: `() => import('./SomePage.tsx')`.
 */
import { type ComponentType, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Right } from '#kernel/access.ts'
import type { Said } from '#kernel/text.ts'
import type { SearchProvider } from './kit/Search.tsx'
import type { NavGroup, NavPart, WorkProvider } from './work.ts'

// Each page names the parameters of its own path, so its type is narrower than what a list can say.
// biome-ignore lint/suspicious/noExplicitAny: lists hold pages of different parameters
export type AnyPage = ComponentType<{ readonly params: any }>

export type Page = {
  readonly path: string
  readonly title: Said
  readonly load: () => Promise<{ readonly default: AnyPage }>
  /** Held anywhere: else the page says whom to ask. `public`: without signing in. */
  readonly right: Right
  /** Stands on the left under this group. */
  readonly nav?: NavGroup
  /** With which others of its group it folds together, for whom the group is long. */
  readonly under?: NavPart
  /** What it is called besides its title. Whatever has a fixed address is found by both (Ctrl K). */
  readonly called?: string
  /** Where rooms above bring parts to it. */
  readonly places?: readonly Place<never>[]
}

type More = Partial<Pick<Page, 'right' | 'nav' | 'under' | 'called' | 'places'>>

/** `page('/ho', { vi: 'Hộ', en: 'Households' }, () => import('./HouseholdsPage.tsx'), { right: 'household.read' })` */
export const page = (path: string, title: Said, load: Page['load'], more: More = {}): Page => ({
  path,
  title,
  load,
  right: 'signed_in',
  ...more,
})

export type WebRoom = {
  readonly pages: readonly Page[]
  readonly work?: readonly WorkProvider[]
  readonly search?: readonly SearchProvider[]
  readonly brings?: readonly Brought[]
}

/** Whether what an address leads to may be opened; the application knows the pages. */
export const MayOpenContext = createContext<(address: string) => boolean>(() => true)

/** A place on a page for parts of rooms that the page does not know. */
export type Place<Part> = { readonly name: string; readonly takes?: (part: Part) => void }
export const placeFor = <Part>(name: string): Place<Part> => ({ name })

export type Brought = {
  readonly to: string
  readonly load: () => Promise<{ readonly default: unknown }>
}

/** `bring(householdPanels, () => import('./panels.ts'))`: the module's default is the part. Loaded with the page. */
export const bring = <Part>({ name }: Place<Part>, load: () => Promise<{ readonly default: Part }>): Brought => ({
  to: name,
  load,
})

export type LoadedPart = { readonly to: string; readonly part: unknown }
export const PartsContext = createContext<readonly LoadedPart[]>([])

/** The parts that were brought here, in the order of the rooms. */
export const useBrought = <Part>({ name }: Place<Part>): readonly Part[] =>
  useContext(PartsContext)
    .filter(({ to }) => to === name)
    .map(({ part }) => part as Part)
