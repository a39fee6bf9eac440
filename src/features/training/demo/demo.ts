import type { PlainDate } from '#kernel/dates.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import { writeComments } from './comments.ts'
import { writeFrameworks } from './frameworks.ts'
import { writeNeeds } from './needs.ts'
import { writeNorms } from './norms.ts'
import { writePlans } from './plans.ts'

/** Norms, a framework, needs and plans of Phú Thọ, after the units and the roster. */
export async function addDemoTraining(db: OwnerConnection, today: PlainDate): Promise<void> {
  await writeNorms(db, today)
  await writeFrameworks(db, today)
  await writeNeeds(db, today)
  await writePlans(db, today)
  await writeComments(db, today)
}
