import { lazy } from 'preact-iso'
import { type AnyPage, type LoadedPart, type Page, PartsContext } from '#platform/web/room.ts'
import { PageMissing } from './PageMissing.tsx'
import { brought } from './rooms.ts'

/** What a page gets from its address. */
export type PageProps = { readonly params: Readonly<Record<string, string>> }

async function partsOf({ places = [] }: Page): Promise<LoadedPart[]> {
  const here = brought.filter(({ to }) => places.some((place) => place.name === to))
  return Promise.all(here.map(async ({ to, load }) => ({ to, part: (await load()).default })))
}

/** The page with what rooms above bring to it, loaded together when it is first opened. */
async function load(page: Page): Promise<{ default: AnyPage }> {
  const [{ default: Content }, parts] = await Promise.all([page.load(), partsOf(page)])
  if (parts.length === 0) return { default: Content }
  return {
    default: (props: PageProps) => (
      <PartsContext.Provider value={parts}>
        <Content {...props} />
      </PartsContext.Provider>
    ),
  }
}

/** One that cannot be loaded says so and offers a reload. */
export const loaded = (page: Page): AnyPage => lazy<AnyPage>(() => load(page).catch(() => ({ default: PageMissing })))
