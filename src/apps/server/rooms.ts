/** The rooms in floor order: each uses only rooms before it. A new room is added here; the import rules read it here too. */
import { room as areas } from '#features/areas/room.ts'
import { room as bodies } from '#features/bodies/room.ts'
import { room as classes } from '#features/classes/room.ts'
import { room as credentials } from '#features/credentials/room.ts'
import { room as decisions } from '#features/decisions/room.ts'
import { room as field } from '#features/field/room.ts'
import { room as households } from '#features/households/room.ts'
import { room as papers } from '#features/papers/room.ts'
import { room as people } from '#features/people/room.ts'
import { room as rounds } from '#features/rounds/room.ts'
import type { Library } from '#features/standards/library.ts'
import { room as standards } from '#features/standards/room.ts'
import { room as study } from '#features/study/room.ts'
import { room as surveys } from '#features/surveys/room.ts'
import { room as tests } from '#features/tests/room.ts'
import { room as training } from '#features/training/room.ts'
import type { Room } from '#platform/server/room.ts'

/** What the application hands to its rooms. */
export type Needs = { readonly library: Library }

export const rooms: readonly Room<Needs>[] = [
  areas,
  people,
  papers,
  bodies,
  standards,
  training,
  classes,
  tests,
  credentials,
  study,
  households,
  rounds,
  surveys,
  field,
  decisions,
]
