import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { isCalled } from './called.ts'
import { enterable } from './entry.ts'

/** Pages by what they are called, with or without tone marks. */
export const searchPages: SearchProvider = {
  heading: { vi: 'Trang', en: 'Page' },
  find: async (q) =>
    enterable()
      .filter((page) => isCalled(page, q))
      .map(({ path, title }) => ({ href: path, label: say(title) })),
}
