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
