import { allJobs } from '#apps/server/jobs.ts'

const found = allJobs.find(({ spec }) => spec.name === 'areas.day_changed')
if (!found) throw new Error('nothing is done when a day begins')
/** What is done in the first minute of a day. */
export const dayChanged = found
