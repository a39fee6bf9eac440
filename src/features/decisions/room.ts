import { countRegister } from '#features/households/demo/write.ts'
import type { Library } from '#features/standards/library.ts'
import { countCases } from '#features/surveys/demo/write.ts'
import type { Room } from '#platform/server/room.ts'
import { correctionTried } from './correction/trial.ts'
import { draftCorrection } from './demo/correction.ts'
import { decideRounds } from './demo/write.ts'
import { decisionEvent } from './events.ts'
import { decisionFiles } from './lists.ts'
import { decisionRoutes } from './routes.ts'
import { decisionSubjects } from './subjects.ts'
import { decisionTouches } from './touches.ts'
import { papersTried } from './trial.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'decisions',
  routes: (given) => [...decisionRoutes(given), ...decisionFiles],
  jobs: [papersTried, correctionTried],
  events: decisionEvent,
  subjects: [decisionSubjects],
  touches: decisionTouches,
  demo: async ({ db, keys, today, library }) => {
    await decideRounds({ db, keys }, library)
    await draftCorrection({ db, keys, today, library })
    await countRegister(db, today)
    await countCases(db)
  },
}
