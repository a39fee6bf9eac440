/** Certificates: a number and a signed payload for each poor and near-poor household, made once; reprints carry them. */
import { setImmediate as breathe } from 'node:timers/promises'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, DecisionId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { signPaper } from '#platform/server/documents/signed.ts'
import { newId } from '#platform/server/ids.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Place } from './place.ts'
import { addCertificates, type NewCertificate, takeNumbers } from './queries.ts'
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

/** As printed: `0012/GCN-2027`. One series a commune and year. */
export const certificateNumber = (number: number, year: number): string =>
  `${String(number).padStart(4, '0')}/GCN-${year}`

const shortHash = (hash: string): string => hash.slice(0, 16)
const fitting = (text: string): string => text.slice(0, 160)

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
      issuedBy: { name: fitting(of.place.name), code: of.place.code },
      holder: fitting(headName),
      states,
      years: { from: yearOf(of.holdFrom), to: yearOf(of.holdFrom) },
      day: of.day,
      hash: shortHash(of.hash),
    },
    of.keys,
  )

function certificateOf(entry: Listed, number: string, of: Issuing): NewCertificate {
  const { householdId, headName, class: held } = entry
  const id = newId<'certificate'>()
  const signed = signCertificate({ id, number, headName, class: held }, of)
  return { id, householdId, decisionId: of.decisionId, class: held, year: yearOf(of.holdFrom), number, signed }
}

/** Some milliseconds of signing; then others are answered. */
const signedAtOnce = 100

/** Makes the certificates of a decision in the order of its list; answers how many. */
export async function issueCertificates(db: Db, entries: readonly EntryRow[], of: Issuing): Promise<number> {
  const listed = entries.filter(isListed)
  const year = yearOf(of.holdFrom)
  const series = { name: `certificate/${of.area}/${year}`, area: of.area }
  const households = listed.map((e) => e.householdId)
  const numbers = await takeNumbers(db, series, households)
  const certificates: NewCertificate[] = []
  for (const [at, entry] of listed.entries()) {
    certificates.push(certificateOf(entry, certificateNumber(numbers[at] ?? 0, year), of))
    if (certificates.length % signedAtOnce === 0) await breathe()
  }
  await addCertificates(db, certificates)
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
      issuedBy: { name: fitting(of.place.name), code: of.place.code },
      holder: fitting(of.place.name),
      states: `${counts.poor} hộ nghèo, ${counts.nearPoor} hộ cận nghèo`,
      years: { from: yearOf(of.holdFrom), to: yearOf(of.holdFrom) },
      day: of.day,
      hash: shortHash(of.hash),
    },
    of.keys,
  )
