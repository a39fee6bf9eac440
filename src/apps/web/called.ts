import { fold } from '#kernel/text.ts'
import type { Page } from '#platform/web/room.ts'

/** How closely a page is called so: by a whole name of it, by whole words, or by a part of words; the least first. */
export function nearness({ title, called = '' }: Pick<Page, 'title' | 'called'>, q: string): number {
  const typed = q.trim().toLowerCase().normalize('NFC')
  const names = [title.vi, title.en, ...called.split(',')].map((name) => name.trim().toLowerCase().normalize('NFC'))
  if (names.includes(typed)) return 0
  if (names.some((name) => fold(name) === fold(q))) return 1
  // With its marks where it was typed with them: `họp` is no `hợp`.
  if (names.some((name) => ` ${name} `.includes(` ${typed} `))) return 2
  return names.some((name) => ` ${fold(name)} `.includes(` ${fold(q)} `)) ? 3 : 4
}

/** Whether a page of a fixed address is meant: by all the words, in any order, of its title and what it is called besides. */
export function isCalled({ path, title, called = '' }: Pick<Page, 'path' | 'title' | 'called'>, q: string): boolean {
  const words = fold(q).split(' ').filter(Boolean)
  if (path.includes(':') || words.length === 0) return false
  return [title.vi, title.en].some((text) => words.every((word) => fold(`${text} ${called}`).includes(word)))
}
