/** A correction that waits to be signed: the papers of one household have a wrong year of birth. */
import { stableId } from '#features/areas/nation/stableIds.ts'
import { type Signer, signerColumns } from '#features/papers/rules/signature.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { findStandard, type Library } from '#features/standards/library.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import { groundsOn } from '#features/standards/rules/grounds.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, CertificateId, DecisionId, HouseholdId } from '#kernel/ids.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { hashOfCorrection, signCorrection } from '../correction/certify.ts'
import { groundsBeside } from '../correction/inputs.ts'
import { printedOf } from '../hash.ts'
import type { EntryContent } from '../rules/content.ts'
import { writePapers } from './papers.ts'

type Entry = {
  readonly decisionId: DecisionId
  readonly householdId: HouseholdId
  readonly homeId: AreaId
  readonly areaId: AreaId
  readonly number: string
  readonly signedOn: PlainDate
  readonly class: Class
  readonly content: EntryContent
  readonly certificateId: CertificateId
  readonly standardId: string
}

/** The first of the newest decision whose certificate holds. */
const chosen = `
  select d.id as "decisionId", e.household_id as "householdId", e.home_id as "homeId", d.area_id as "areaId", d.number, d.signed_on as "signedOn", e.class, e.content,
         k.id as "certificateId", r.opening_standard as "standardId"
    from decision d
    join round r on r.decision_id = d.id
    join decision_entry e on e.decision_id = d.id
    join certificate k on k.household_id = e.household_id and k.decision_id = d.id
    join signed_paper p on p.id = k.id and p.in_force_until is null
   order by d.signed_on desc, e.place limit 1`

const because = 'Ghi sai năm sinh của chủ hộ so với căn cước'

const signer: Signer = {
  name: 'Phạm Thị Bích',
  post: 'Chủ tịch',
  authority: 'own',
  accountId: demoAccountId('bich'),
  because: null,
}

type Papers = {
  readonly db: OwnerConnection
  readonly keys: Keys
  readonly today: PlainDate
  readonly library: Library
}

export async function draftCorrection({ db, keys, today, library }: Papers): Promise<void> {
  const { rows } = await db.query<Entry>(chosen)
  const [entry] = rows
  const [head, ...others] = entry?.content.members ?? []
  if (!entry || !head) throw new Error('the demo has no certificate to correct')
  const { decisionId, householdId, areaId, number, certificateId } = entry
  const wrong: EntryContent = { ...entry.content, members: [{ ...head, birthYear: head.birthYear - 1 }, ...others] }
  await db.query('update decision_entry set content = $3 where decision_id = $1 and household_id = $2', [
    decisionId,
    householdId,
    JSON.stringify(wrong),
  ])
  const [before, after] = [
    { class: entry.class, content: wrong },
    { class: entry.class, content: entry.content },
  ]
  const id = stableId('correction', 'demo', householdId)
  const standard = findStandard(library, entry.standardId)?.value ?? { id: entry.standardId }
  const law = groundsOn(library.grounds, { standard, day: today, provinceCode: undefined })
  const grounds = [
    ...law,
    ...groundsBeside({ decision: entry, decidedAt: { inText: 'xã Tam Hồng' }, earlier: [], because }),
  ]
  const printed = printedOf({ signer, grounds })
  const hash = hashOfCorrection({ decisionId, householdId, before, after, because, printed })
  const place = { name: 'Xã Tam Hồng', code: '09043' }
  const words = { holder: entry.content.head, decision: number }
  const signed = signCorrection({ id, day: today, hash, place }, words, keys)
  await writePapers(db, [{ signed, subjectId: householdId, inForceFrom: null }], { areaId, series: null })
  const signs = signerColumns(signer)
  await db.query(
    `insert into correction (id, area_id, amended_area_id, subject_home_id, subject_kind, subject_id, amends_id, replaced_id, because, before, after,
                             content_hash, signed, drafted_by, drafted_at, tried_hash, tried_at, grounds, ${Object.keys(signs)})
     values ($1, $2, $2, $19, 'household', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $9, $12, $13, $14, $15, $16, $17, $18)`,
    [
      ...[id, areaId, householdId, decisionId, certificateId, because, JSON.stringify(before), JSON.stringify(after)],
      ...[hash, signed, demoAccountId('hung'), `${today}T01:00:00Z`, JSON.stringify(grounds)],
      ...Object.values(signs),
      entry.homeId,
    ],
  )
}
