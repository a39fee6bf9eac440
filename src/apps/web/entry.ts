/** Which rooms I may enter. Only a courtesy: the server decides at every call. */
import { isOpen } from '#kernel/access.ts'
import { account, holds } from '#platform/web/session.ts'
import type { Room } from './room.ts'
import { rooms } from './rooms.ts'

export function mayEnter(room: Room): boolean {
  if (room.right === 'public') return true
  if (!account.value) return false
  return isOpen(room.right) || holds(room.right)
}

export const enterable = (): readonly Room[] => rooms.filter(mayEnter)
