import type { Room } from '#platform/server/room.ts'

export const room: Room = { name: 'papers', routes: () => [] }
