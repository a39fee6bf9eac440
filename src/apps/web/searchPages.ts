import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { isCalled, nearness } from './called.ts'
import { enterable } from './entry.ts'

/** Pages by what they are called, with or without tone marks. */
export const searchPages: SearchProvider = {
  heading: { vi: 'Trang', en: 'Page' },
  find: async (q) =>
    enterable()
      .filter((page) => isCalled(page, q))
      .sort((a, b) => nearness(a, q) - nearness(b, q))
      .map((page) => ({
        ...{ href: page.path, label: say(page.title) },
        ...{ exact: nearness(page, q) === 0, spelled: nearness(page, q) === 2 },
      })),
}
