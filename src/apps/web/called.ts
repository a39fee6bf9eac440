import { fold } from '#kernel/text.ts'
import type { Page } from '#platform/web/room.ts'

/** Whether a page of a fixed address is meant: by all the words, in any order, of its title and what it is called besides. */
export function isCalled({ path, title, called = '' }: Pick<Page, 'path' | 'title' | 'called'>, q: string): boolean {
  const words = fold(q).split(' ').filter(Boolean)
  if (path.includes(':') || words.length === 0) return false
  return [title.vi, title.en].some((text) => words.every((word) => fold(`${text} ${called}`).includes(word)))
}
