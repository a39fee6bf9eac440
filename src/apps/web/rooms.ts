/** The rooms of the office, in the order in which their pages stand on the left. A new room is added here. */
import { room as areas } from '#features/areas/ui/room.ts'
import { room as bodies } from '#features/bodies/ui/room.ts'
import { room as classes } from '#features/classes/ui/room.ts'
import { room as credentials } from '#features/credentials/ui/room.ts'
import { room as decisions } from '#features/decisions/ui/room.ts'
import { room as field } from '#features/field/ui/room.ts'
import { room as households } from '#features/households/ui/room.ts'
import { room as papers } from '#features/papers/ui/room.ts'
import { room as people } from '#features/people/ui/room.ts'
import { room as rounds } from '#features/rounds/ui/room.ts'
import { room as standards } from '#features/standards/ui/room.ts'
import { room as study } from '#features/study/ui/room.ts'
import { room as surveys } from '#features/surveys/ui/room.ts'
import { room as tests } from '#features/tests/ui/room.ts'
import { room as training } from '#features/training/ui/room.ts'
import type { WebRoom } from '#platform/web/room.ts'
import { ownRoom } from './ownRoom.ts'

const rooms: readonly WebRoom[] = [
  ownRoom,
  households,
  rounds,
  surveys,
  field,
  decisions,
  papers,
  standards,
  training,
  classes,
  tests,
  credentials,
  study,
  areas,
  people,
  bodies,
]

export const pages = rooms.flatMap((room) => room.pages)
/** Hooks: their order never changes. */
export const workProviders = rooms.flatMap((room) => room.work ?? [])
export const searchProviders = rooms.flatMap((room) => room.search ?? [])
export const brought = rooms.flatMap((room) => room.brings ?? [])
