/** SQL of what is put right of the papers of a decision. */
import { sql } from 'kysely'
import { nameOn, withinOn } from '#features/areas/queries.ts'
import { type Correction, correctionsOf } from '#features/papers/corrections.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, CertificateId, CorrectionId, DecisionId, HouseholdId, VerdictId } from '#kernel/ids.ts'
import { decodeSigned } from '#kernel/signed.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { EntryContent } from '../rules/content.ts'
import type { Told } from './model.ts'

export type Ground = {
  readonly class: Class
  readonly verdictId: VerdictId
  readonly content: EntryContent
  /** The village where the household lives now. */
  readonly homeId: AreaId
  readonly certificateId: CertificateId | null
  readonly number: string | null
  readonly year: number | null
  /** Of its line in the decision, given when that was fixed. */
  readonly entryId: string
}

/** What the papers of a decision say of a household now. Of a decision of the actor; undefined where it names it nowhere. */
export async function findGround(db: Db, decision: DecisionId, household: HouseholdId): Promise<Ground | undefined> {
  const { rows } = await sql<Ground>`
    select class, verdict_id as "verdictId", content, home_id as "homeId", certificate_id as "certificateId", number, year,
             entry_id as "entryId"
      from correction_ground(${decision}, ${household})`.execute(db)
  return rows[0]
}

/** Holds the household while a paper of it is put right; the day on which it ended, if it has. */
export const holdSubject = async (db: Db, decision: DecisionId, household: HouseholdId): Promise<PlainDate | null> =>
  (await sql<{ ended: PlainDate | null }>`select correction_hold(${decision}, ${household}) as ended`.execute(db))
    .rows[0]?.ended ?? null

type Fixed = { readonly day: PlainDate; readonly fixed: string }

/** The first day since the papers were fixed from which the household lives at another place; null where it stayed. */
export const movedAfter = async (db: Db, household: HouseholdId, { day, fixed }: Fixed): Promise<PlainDate | null> =>
  (
    await db
      .selectFrom('household_residence')
      .where('household_id', '=', household)
      .where(sql<boolean>`(valid_from > ${day} or valid_from = ${day} and id > ${fixed})`)
      .select((r) => r.fn.min('valid_from').as('first'))
      .executeTakeFirst()
  )?.first ?? null

type Days = { readonly from: PlainDate | null; readonly until: PlainDate | null; readonly replacedBy: string | null }

/** Since when a certificate is in force, until when, whichever commune's book it stands in. */
export const certificateDays = async (db: Db, certificate: CertificateId): Promise<Days | undefined> =>
  (
    await sql<Days>`
      select begins as "from", until, replaced_by as "replacedBy" from certificate_days(${[certificate]}::uuid[])`.execute(
      db,
    )
  ).rows[0]

/** Number of a certificate, to who keeps its household, decided, or put it right. */
export const numberOfCertificate = async (db: Db, certificate: string): Promise<string> =>
  (await sql<{ number: string | null }>`select certificate_number(${certificate}) as number`.execute(db)).rows[0]
    ?.number ?? ''

/** What was put right of a decision by papers in force, the newest first. */
export const correctionsInForce = async (db: Db, decision: DecisionId): Promise<Correction<Told>[]> =>
  (await correctionsOf<Told>(db, decision)).filter(({ state }) => state === 'in_force')

type Made = { readonly id: CertificateId; readonly number: string; readonly signed: string }
type Wrong = {
  readonly householdId: HouseholdId
  readonly certificateId: CertificateId
  readonly decisionId: DecisionId
}

/** The certificate takes the place of the wrong one; false where that one has been replaced. */
export const putRight = async (db: Db, wrong: Wrong, made: Made): Promise<boolean> =>
  (
    await sql<{ done: boolean }>`
      select certificate_correct(${wrong.householdId}, ${wrong.certificateId}, ${wrong.decisionId}, ${JSON.stringify(made)}) as done`.execute(
      db,
    )
  ).rows[0]?.done ?? false

/** The communes that stand today where a unit stood: itself, or what succeeded it. */
export const communesNow = async (db: Db, area: AreaId, today: PlainDate): Promise<AreaId[]> =>
  (
    await sql<{ id: AreaId }>`
      select distinct v.area_id as id from area_reach r join area_version v on v.area_id = r.over_id
       where r.area_id = ${area} and v.level = 3 and ${validOn('v', today)} order by 1`.execute(db)
  ).rows.map(({ id }) => id)

type Waiting = {
  readonly areaId: AreaId
  readonly areaName: string
  readonly correctionId: CorrectionId
  readonly headName: string
  readonly over: readonly AreaId[]
}

/** Drafts that wait to be signed, the oldest first. */
export const waitingCorrections = async (db: Db, today: PlainDate): Promise<Waiting[]> =>
  (
    await sql<Waiting>`
      select c.area_id as "areaId", ${nameOn(sql`c.area_id`, today)} as "areaName", c.id as "correctionId",
             c.after->'content'->>'head' as "headName",
             array(select a.over_id from area_reach a where a.area_id = c.area_id) as over
        from correction c where c.state = 'drafted' order by c.drafted_at, c.id`.execute(db)
  ).rows

type Numbered = {
  readonly kind: 'decision' | 'correction'
  readonly id: string
  readonly number: string
  readonly signedOn: PlainDate
  readonly areaName: string
}

/** Decisions and corrections whose number begins so, whatever zeros stand before it, and those of other communes that name households of the actor's: the very number first, then the newest. */
export const findNumbered = async (db: Db, begins: string, today: PlainDate): Promise<Numbered[]> =>
  (
    await sql<Numbered>`
      select p.kind, p.id, p.number, p.signed_on as "signedOn", ${nameOn(sql`p.area_id`, today)} as "areaName"
        from (select 'decision' as kind, id, ltrim(fold(number), '0') as bare, number, signed_on, area_id from decision
              union select 'decision', id, ltrim(fold(number), '0'), number, signed_on, area_id from decisions_elsewhere(${begins})
              union all select 'correction', id, ltrim(fold(number), '0'), number, signed_on, area_id from correction) p
       where p.signed_on is not null and starts_with(p.bare, ltrim(${begins}, '0'))
       order by p.bare = ltrim(${begins}, '0') or split_part(p.bare, '/', 1) = ltrim(${begins}, '0') desc, p.signed_on desc, p.number
       limit 8`.execute(db)
  ).rows

type Certified = {
  readonly householdId: HouseholdId
  readonly number: string
  readonly year: number
  /** As printed. */
  readonly holder: string
  /** As the register has it today; null where that is the same. */
  readonly headName: string | null
  readonly villageName: string
  readonly within: string
  /** The commune that issued it, as printed: two communes have the same number. */
  readonly issuedBy: string
  readonly replaced: boolean
}

/** Certificates that have this number, whatever zeros stand before it; those in force first, then the newest. */
export const certificatesNumbered = async (db: Db, begins: string, today: PlainDate): Promise<Certified[]> =>
  (
    await sql<Omit<Certified, 'holder' | 'issuedBy'> & { readonly signed: string; readonly headName: string }>`
      select household_id as "householdId", number, year, signed, head_name as "headName", replaced, ${nameOn(sql`k.village_id`, today)} as "villageName",
             ${withinOn(sql`k.village_id`, today)} as within
        from certificates_numbered(${begins}, 8) with ordinality
          as k (household_id, number, year, signed, head_name, village_id, replaced, place)
       order by k.place`.execute(db)
  ).rows.map(({ signed, headName, ...one }) => {
    const paper = decodeSigned(signed)?.paper
    const holder = paper?.holder ?? headName
    return { ...one, holder, issuedBy: paper?.issuedBy.name ?? '', headName: headName === holder ? null : headName }
  })
