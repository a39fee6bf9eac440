/** What the areas do by themselves. */
import { Type } from 'typebox'
import { happened } from '#platform/server/handle.ts'
import { job } from '#platform/server/jobs/job.ts'
import type { Touches } from '#platform/server/touches.ts'
import { areaEvent } from './events.ts'
import { refreshTree } from './queries.ts'
import { leftUnits } from './views.ts'

/**
 * Units change their place with the day, and what hangs on those that have ended goes to their successors. A minute past
 * midnight, so that two clocks agree on which day it is.
 */
const dayChanged = (touches: Touches) =>
  job(
    {
      name: 'areas.day_changed',
      says: { vi: 'Sang ngày mới: tính lại đơn vị trực thuộc', en: 'New day: work out who stands over what' },
      did: { vi: 'Đã tính lại cho ngày {day}.', en: 'Worked out for {day}.' },
      schedule: '1 0 * * *',
      input: Type.Object({}),
    },
    async ({ db, today, nation }) => {
      await refreshTree(db, today)
      for (const id of await leftUnits(db, today)) await touches.follow(db, { of: 'unit', id }, today)
      return happened(areaEvent('area.day_changed', { subject: nation, area: nation, facts: { day: today } }), null)
    },
  )

export const areaJobs = ({ touches }: { readonly touches: Touches }) => [dayChanged(touches)]
