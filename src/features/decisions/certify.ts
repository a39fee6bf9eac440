/** Certificates: a number and a signed payload for each poor and near-poor household, made once; reprints carry them. */
import { setImmediate as breathe } from 'node:timers/promises'
import { drawNumbers, seriesName } from '#features/papers/numbers.ts'
import { registerPapers } from '#features/papers/register.ts'
import type { Series } from '#features/papers/rules/series.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, DecisionId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { signPaper } from '#platform/server/documents/signed.ts'
import { newId } from '#platform/server/ids.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Place } from './place.ts'
import { addCertificates, type NewCertificate } from './queries/certificates.ts'
import type { EntryRow } from './views.ts'

export type Issuing = {
  readonly decisionId: DecisionId
  readonly area: AreaId
  readonly place: Place
  readonly keys: Keys
  readonly holdFrom: PlainDate
  readonly day: PlainDate
  readonly hash: string
}

/** What a signature needs of the decision. */
export type Signing = Pick<Issuing, 'decisionId' | 'keys' | 'holdFrom' | 'day' | 'hash'> & {
  readonly place: Pick<Place, 'name' | 'code'>
}

type Listed = EntryRow & { readonly class: 'poor' | 'near_poor' }
export const isListed = (entry: EntryRow): entry is Listed => entry.class === 'poor' || entry.class === 'near_poor'

/** `0012/GCN-2027` */
export const certificateSeries: Series = { name: 'certificate', mark: 'GCN' }

const shortHash = (hash: string): string => hash.slice(0, 16)

type Named = {
  readonly id: Id<'certificate'>
  readonly number: string
  readonly headName: string
  readonly class: Listed['class']
}

/** The signed payload of one certificate. */
export const signCertificate = ({ id, number, headName, class: states }: Named, of: Signing): string =>
  signPaper(
    {
      v: 1,
      kind: 'certificate',
      number,
      id,
      issuedBy: { name: of.place.name, code: of.place.code },
      holder: headName,
      states,
      years: { from: yearOf(of.holdFrom), to: yearOf(of.holdFrom) },
      day: of.day,
      hash: shortHash(of.hash),
    },
    of.keys,
  )

type Numbered = { readonly id: Id<'certificate'>; readonly number: string }

function certificateOf(entry: Listed, { id, number }: Numbered, of: Issuing): NewCertificate {
  const { householdId: household, content, class: held } = entry
  const signed = signCertificate({ id, number, headName: content.head, class: held }, of)
  return { id, household, class: held, number, signed }
}

/** Some milliseconds of signing; then others are answered. */
const signedAtOnce = 100

/** Makes and registers the certificates of a decision in the order of its list; answers how many. */
export async function issueCertificates(db: Db, entries: readonly EntryRow[], of: Issuing): Promise<number> {
  const listed = entries.filter(isListed)
  const year = yearOf(of.holdFrom)
  const numbering = { series: certificateSeries, areaId: of.area, year }
  const ids = listed.map(() => newId<'certificate'>())
  const numbers = await drawNumbers(db, numbering, ids)
  const certificates: NewCertificate[] = []
  for (const [at, entry] of listed.entries()) {
    const [id, number] = [ids[at], numbers[at]]
    if (!id || !number) throw new Error('a certificate without its number')
    certificates.push(certificateOf(entry, { id, number }, of))
    if (certificates.length % signedAtOnce === 0) await breathe()
  }
  await addCertificates(db, certificates, { decisionId: of.decisionId, year })
  const papers = certificates.map(({ signed, household }) => ({
    signed,
    subjectId: household,
    inForceFrom: of.holdFrom,
  }))
  await registerPapers(db, papers, { areaId: of.area, series: seriesName(numbering) })
  return listed.length
}

/** The QR of the printed decision: its number is written by hand later, its list is fixed by the hash. */
export const signDecision = (of: Signing, counts: { poor: number; nearPoor: number }): string =>
  signPaper(
    {
      v: 1,
      kind: 'decision',
      number: '',
      id: of.decisionId,
      issuedBy: { name: of.place.name, code: of.place.code },
      holder: of.place.name,
      states: `${counts.poor} hộ nghèo, ${counts.nearPoor} hộ cận nghèo`,
      years: { from: yearOf(of.holdFrom), to: yearOf(of.holdFrom) },
      day: of.day,
      hash: shortHash(of.hash),
    },
    of.keys,
  )
