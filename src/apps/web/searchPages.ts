import { fold } from '#kernel/text.ts'
import type { SearchProvider } from '#platform/web/kit/Search.tsx'
import { say } from '#platform/web/language.ts'
import { enterable } from './entry.ts'

/** Pages by their title, with or without tone marks. */
export const searchPages: SearchProvider = {
  heading: { vi: 'Trang', en: 'Page' },
  find: async (q) =>
    enterable()
      .filter((room) => room.nav && [room.title.vi, room.title.en].some((title) => fold(title).includes(fold(q))))
      .map((room) => ({ href: room.path, label: say(room.title) })),
}
