/** Which rooms I may enter. Only a courtesy: the server decides at every call. */
import { account, holds } from '#platform/web/session.ts'
import type { Room } from './room.ts'
import { rooms } from './rooms.ts'

export function mayEnter(room: Room): boolean {
  if (room.right === 'public') return true
  if (!account.value) return false
  return room.right === 'signed_in' || holds(room.right)
}

export const enterable = (): readonly Room[] => rooms.filter(mayEnter)
