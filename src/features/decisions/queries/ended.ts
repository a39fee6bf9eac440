/** Households that have ended; certificates that no longer hold, and by what: told in the same words on pages, lists and papers. */
import { sql } from 'kysely'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, CertificateId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import type { PaperKind } from '#kernel/signed.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'

type Ended = {
  readonly id: CertificateId
  readonly until: PlainDate
  readonly withHousehold: boolean
  /** Of a household that ended before the paper began to hold: that day. */
  readonly endedOn: PlainDate | null
  readonly kind: PaperKind | null
  readonly number: string | null
  readonly day: PlainDate | null
  /** What is in use by now, where that is not the paper that ended it. */
  readonly inUse: string | null
}

const kinds: Record<PaperKind, Said> = {
  certificate: { vi: 'Giấy chứng nhận', en: 'certificate' },
  training: { vi: 'Chứng nhận tập huấn', en: 'credential' },
  slip: { vi: 'Phiếu thiết bị', en: 'slip' },
  decision: { vi: 'Quyết định', en: 'decision' },
  correction: { vi: 'Quyết định đính chính', en: 'correction' },
  plan: { vi: 'Kế hoạch', en: 'plan' },
}

function becauseOf({ withHousehold, kind, number, day, inUse }: Ended): Said {
  if (kind && number && !withHousehold) {
    const on = day ? { vi: ` ngày ${showDate(day)}`, en: ` of ${showDate(day)}` } : { vi: '', en: '' }
    const now = inUse ? { vi: `, nay là số ${inUse}`, en: `, by now ${inUse}` } : { vi: '', en: '' }
    const by = { vi: `${kinds[kind].vi} số ${number}`, en: `${kinds[kind].en} ${number}` }
    return { vi: ` theo ${by.vi}${on.vi}${now.vi}`, en: ` by ${by.en}${on.en}${now.en}` }
  }
  return withHousehold ? { vi: ' vì hộ kết thúc', en: ' with the household' } : { vi: '', en: '' }
}

/** `hết hiệu lực từ ngày 01/01/2027 theo Giấy chứng nhận số 0012/GCN-2027 ngày 20/12/2026` */
function endedSaid(one: Ended): Said {
  if (one.endedOn && one.endedOn < one.until) {
    const [ended, from] = [showDate(one.endedOn), showDate(one.until)]
    return {
      vi: `không có hiệu lực ngày nào: hộ kết thúc từ ngày ${ended}, trước ngày ${from} giấy bắt đầu có hiệu lực`,
      en: `in force on no day: the household ended on ${ended}, before ${from}, on which it would have begun`,
    }
  }
  const [day, by] = [showDate(one.until), becauseOf(one)]
  return { vi: `hết hiệu lực từ ngày ${day}${by.vi}`, en: `no longer in force since ${day}${by.en}` }
}

/** Which of these have ended by the day, or never came to hold; each with its sentence, which begins small and has no stop. */
export async function endedCertificates(
  db: Db,
  certificates: readonly (CertificateId | null)[],
  today: PlainDate,
): Promise<Map<CertificateId, Said>> {
  const asked = certificates.filter((id) => id !== null)
  if (asked.length === 0) return new Map()
  // Who is shown the register needs no answer about a paper that has no end.
  const { rows } = await sql<Ended>`
    with p as materialized (
      select id, in_force_until, ended_because from signed_paper where id = any (${asked}::uuid[]))
    select i.id, s.valid_until as until,
           coalesce(p.ended_because = 'household_ended', s.replaced_number is null) as "withHousehold",
           s.ended_on as "endedOn", s.replaced_kind as kind, s.replaced_number as number, s.replaced_on as day,
           case when s.instead_holds and s.instead_number <> s.replaced_number then s.instead_number end as "inUse"
      from unnest(${asked}::uuid[]) as i (id)
      left join p on p.id = i.id
     cross join lateral paper_status(i.id, ${today}) s
     where (p.id is null or p.in_force_until is not null) and s.valid_until <= greatest(${today}, s.valid_from)`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, endedSaid(row)]))
}

type Decided = { readonly decisionId: DecisionId; readonly areaId: AreaId }

/**
 * How many certificates of a decision, of those that no correction replaced, still hold or are yet to hold; by class. What
 * another commune issued counts where the reader reaches its household.
 */
export const countStanding = async (db: Db, { decisionId: decision, areaId }: Decided, today: PlainDate) =>
  (
    await sql<{ class: 'poor' | 'near_poor'; count: number }>`
      select k.class, count(*)::int as count
        from certificate k left join signed_paper p on p.id = k.id
       where k.decision_id = ${decision} and k.replaced_by is null and (nb_holds(k.home_id) or not exists (
               select from correction x where x.amends_id = ${decision} and x.successor_id = k.id and x.area_id <> ${areaId}))
         and coalesce(p.in_force_until, 'infinity') > greatest(${today}, p.in_force_from)
       group by k.class`.execute(db)
  ).rows

/** Of these households those that have ended, of those that the actor sees. */
export async function endedOf(db: Db, households: readonly HouseholdId[]): Promise<Set<HouseholdId>> {
  const rows = await db
    .selectFrom('household')
    .where(sql<boolean>`household_id = any (${households}::uuid[])`)
    .where('ended_on', 'is not', null)
    .select('household_id')
    .execute()
  return new Set(rows.map((row) => row.household_id))
}
