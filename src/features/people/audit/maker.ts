/** Who made a change, from which office and on what kind of device: told beside what two people wrote at once. */
import { sql } from 'kysely'
import { namesOn } from '#features/areas/queries.ts'
import { type Role, roles } from '#kernel/access.ts'
import { dayInVietnam } from '#kernel/dates.ts'
import { type DeviceKind, deviceKinds } from '#kernel/device.ts'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'

export type Made = {
  /** Null: not kept. */
  readonly accountId: AccountId | null
  /** When it was recorded. */
  readonly at: string
}
/** `where`: the office, and the device where it is known; null where neither is. */
type Maker = { readonly by: string; readonly at: string | null; readonly where: Said | null }

type Row = { name: string; role: Role | null; area_id: AreaId | null; device: string | null }

const nobodyKnown: Maker = { by: '', at: null, where: null }

/** Of a change at a place that the actor holds. */
export async function makerOf(db: Db, place: AreaId, made: Made | null | undefined): Promise<Maker> {
  if (!made?.accountId) return { ...nobodyKnown, at: made?.at ?? null }
  const { rows } = await sql<Row>`select * from change_maker(${made.accountId}, ${place}, ${made.at})`.execute(db)
  const [row] = rows
  if (!row) return { ...nobodyKnown, at: made.at }
  const names = row.area_id ? await namesOn(db, [row.area_id], dayInVietnam(Date.parse(made.at))) : null
  return { by: row.name, at: made.at, where: whereOf(row, (row.area_id && names?.get(row.area_id)) ?? '') }
}

/** Who last did one of these to a subject, as the audit has it; `facts` narrow it. */
export const lastMade = async (
  db: Db,
  of: { readonly subject: string; readonly what: string; readonly facts?: Readonly<Record<string, unknown>> },
): Promise<Made | undefined> =>
  (
    await sql<Made>`
      select l.account_id as "accountId", l.at from audit_line l
       where l.subject_id = ${of.subject} and l.what = ${of.what} and l.facts @> ${JSON.stringify(of.facts ?? {})}::jsonb
       order by l.at desc limit 1`.execute(db)
  ).rows[0]

function whereOf({ role, device }: Row, area: string): Said | null {
  const office = role && { vi: `${roles[role].vi}, ${area}`, en: `${roles[role].en}, ${area}` }
  const on = device && device in deviceKinds ? deviceKinds[device as DeviceKind] : null
  const parts = [office, on].filter((one) => one !== null)
  if (parts.length === 0) return null
  return { vi: parts.map(({ vi }) => vi).join(' · '), en: parts.map(({ en }) => en).join(' · ') }
}
