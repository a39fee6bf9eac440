import { demoRounds } from '#features/rounds/demo/story.ts'
import { writeCases } from '#features/rounds/demo/write.ts'
import type { Library } from '#features/standards/library.ts'
import type { Room } from '#platform/server/room.ts'
import { writeSurveys } from './demo/write.ts'
import { surveyEvent } from './events.ts'
import { caseFiles } from './lists.ts'
import { writeNotices } from './notices/demo/write.ts'
import { villagesTold } from './notices/lists.ts'
import { noticeRoutes } from './notices/routes.ts'
import { noticeSubjects } from './notices/subjects.ts'
import { noticeTouches } from './notices/touches.ts'
import { surveyRoutes } from './routes.ts'
import { surveySubjects } from './subjects.ts'
import { surveyTouches } from './touches.ts'
import { unsurveyedRoutes } from './unsurveyed/routes.ts'

export const room: Room<{ readonly library: Library }> = {
  name: 'surveys',
  routes: (given) => [...surveyRoutes(given), ...caseFiles, ...noticeRoutes, ...unsurveyedRoutes],
  events: surveyEvent,
  subjects: [surveySubjects, noticeSubjects],
  touches: [...surveyTouches, ...noticeTouches],
  brings: [villagesTold],
  demo: async ({ db, library, today }) => {
    for (const round of demoRounds(today)) {
      await writeSurveys(db, library, round)
      await writeCases(db, round)
      await writeNotices(db, round)
    }
  },
}
