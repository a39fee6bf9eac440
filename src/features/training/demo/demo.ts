import type { PlainDate } from '#kernel/dates.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import { writeComments } from './comments.ts'
import { writeFrameworks } from './frameworks.ts'
import { writeLimits } from './limits.ts'
import { writeNeeds } from './needs.ts'
import { writeNorms } from './norms.ts'
import { writeCarriers, writeNames, writePlans } from './plans.ts'
import { writeQuangNinh } from './quangNinh.ts'

/** Norms, limits, a framework, needs and plans of Phú Thọ and Tam Hồng, after the units and the roster. */
export async function addDemoTraining(db: OwnerConnection, today: PlainDate): Promise<void> {
  await writeNorms(db, today)
  await writeLimits(db, today)
  await writeFrameworks(db, today)
  await writeNeeds(db, today)
  await writePlans(db, today)
  await writeNames(db, today)
}

/** Plans of other communes under that of the province, comments on its next, and those of Quảng Ninh in 2018. */
export async function addDemoTrainingAround(db: OwnerConnection, today: PlainDate): Promise<void> {
  await writeCarriers(db, today)
  await writeComments(db, today)
  await writeQuangNinh(db)
}
