/** Which pages I may enter. Only a courtesy: the server decides at every call. */
import { isOpen } from '#kernel/access.ts'
import type { Page } from '#platform/web/room.ts'
import { account, holds } from '#platform/web/session.ts'
import { pages } from './rooms.ts'

export function mayEnter({ right }: Page): boolean {
  if (right === 'public') return true
  if (!account.value) return false
  return isOpen(right) || holds(right)
}

export const enterable = (): readonly Page[] => pages.filter(mayEnter)

const isAt = (page: string, path: string): boolean => new RegExp(`^${page.replace(/:[^/]+/g, '[^/]+')}$`).test(path)
/** Whether what an address leads to may be entered; of two that fit, one without a parameter comes first. */
export function mayOpen(address: string): boolean {
  const [path = ''] = address.split('?')
  const found = pages.find((page) => page.path === path) ?? pages.find((page) => isAt(page.path, path))
  return !found || mayEnter(found)
}
