import type { PlainDate } from '#kernel/dates.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import { writeFrameworks } from './frameworks.ts'
import { writeNorms } from './norms.ts'
import { writePlans } from './plans.ts'

/** Norms, a framework and plans of Phú Thọ, after the units. */
export async function addDemoTraining(db: OwnerConnection, today: PlainDate): Promise<void> {
  await writeNorms(db, today)
  await writeFrameworks(db, today)
  await writePlans(db, today)
}
