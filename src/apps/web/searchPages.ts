import { fold } from '#kernel/text.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { enterable } from './entry.ts'

/** Pages by their title, with or without tone marks. */
export const searchPages: SearchProvider = {
  heading: { vi: 'Trang', en: 'Page' },
  find: async (q) =>
    enterable()
      .filter(
        ({ nav, found, title }) =>
          (nav || found) && fold(q) !== '' && [title.vi, title.en].some((text) => fold(text).includes(fold(q))),
      )
      .map(({ path, title }) => ({ href: path, label: say(title) })),
}
