/**
 * What an installation is asked, over its own calls: once by the build that made it, whose answers were written down,
 * and at every later build, which must give the same ones.
 */
import { createHash } from 'node:crypto'
import type { Answer, Person, Raw } from './person.ts'

export type Expected = {
  /** The instant at which it was written, and at which it is asked. */
  readonly writtenAt: string
  readonly people: readonly {
    readonly login: string
    readonly password: string
    readonly name: string
    readonly roles: readonly string[]
  }[]
  /** Rows of the tables that matter most. */
  readonly counts: Readonly<Record<string, number>>
  readonly family: Family
  readonly classes: readonly ClassHistory[]
  readonly figures: readonly Figures[]
  readonly papers: readonly PaperAnswer[]
  /** SHA-256 of the scans of signed decisions. */
  readonly scans: Readonly<Record<string, string>>
  readonly audit: { readonly lines: readonly AuditLine[]; readonly kinds: Readonly<Record<string, number>> }
  readonly sealed: Sealed
  /** What Hùng sent from his desk, and what he was answered: sent again, it is answered and not done again. */
  readonly sent: Sent
  /** What he sent in reviews: answered, heard or not; and one whose request never arrived. From folder 02 on. */
  readonly reviewing?: { readonly answered: readonly Sent[]; readonly unsent: Raw } | undefined
  /** A decision that was printed and waits to be signed. */
  readonly unsigned: string
  /** A second survey that came while the first stood, and waits for somebody to choose. From folder 06 on. */
  readonly beside?: Beside | undefined
  /** Somebody entered twice, minutes that were signed, a norm of bodies. From folder 10 on. */
  readonly skills?: Skills | undefined
}

export type Beside = {
  readonly householdId: string
  readonly caseId: string
  readonly surveyId: string
  readonly laterId: string
}

export type Sent = { readonly raw: Raw; readonly answer: Answer }

/** A household that much happened to. */
export type Family = {
  readonly householdId: string
  readonly head: string
  readonly members: readonly string[]
  readonly happened: readonly string[]
}

export async function askFamily(hung: Person, householdId: string): Promise<Family> {
  type View = { headName: string; members: { name: string }[]; timeline: { kind: string }[] }
  const { headName, members, timeline } = await hung.get<View>(`/api/households/${householdId}`)
  return {
    householdId,
    head: headName,
    members: members.map((m) => m.name).sort(),
    happened: timeline.map((event) => event.kind).sort(),
  }
}

/** The class a household held on days, null where none was decided. */
export type ClassHistory = {
  readonly householdId: string
  readonly head: string
  readonly on: Readonly<Record<string, string | null>>
}

export async function askClasses(hung: Person, householdId: string, days: readonly string[]): Promise<ClassHistory> {
  const { headName } = await hung.get<{ headName: string }>(`/api/households/${householdId}`)
  const on: Record<string, string | null> = {}
  for (const day of days)
    on[day] = (await hung.get<{ now: string | null }>(`/api/households/${householdId}/review?day=${day}`)).now
  return { householdId, head: headName, on }
}

/** Households by class: facts of a day, by the units of a day. */
export type Figures = {
  readonly areaId: string
  readonly day: string
  readonly units: string
  readonly counts: Readonly<Record<string, number>>
}
type Row = { poor: number; nearPoor: number; average: number; notPoor: number; register: number }

export async function askFigures(lan: Person, asked: Omit<Figures, 'counts'>): Promise<Figures> {
  const { areaId, day, units } = asked
  const path = `/api/areas/${areaId}/class-figures?day=${day}&units=${units}`
  const { poor, nearPoor, average, notPoor, register } = (await lan.get<{ whole: Row }>(path)).whole
  return { areaId, day, units, counts: { poor, nearPoor, average, notPoor, register } }
}

/** A paper as it was printed, and what anybody learns who scans it. */
export type PaperAnswer = { readonly what: string; readonly qr: string; readonly says: PaperStatus }
type PaperStatus = {
  readonly known: boolean
  readonly kind: string | null
  readonly inForce: boolean
  readonly from: string | null
  readonly until: string | null
}

/** What stands behind the `#` of a QR. */
export const signedIn = (qr: string): string => qr.slice(qr.indexOf('#') + 1)

export async function askPaper(anybody: Person, paperId: string): Promise<PaperStatus> {
  const { known, kind, inForce, from, until } = await anybody.get<PaperStatus>(`/api/public/papers/${paperId}`)
  return { known, kind, inForce, from, until }
}

export const askScan = async (hung: Person, decisionId: string): Promise<string> =>
  createHash('sha256')
    .update(await hung.bytes(`/api/decisions/${decisionId}/ban-ky`))
    .digest('hex')

export type AuditLine = {
  readonly id: string
  readonly what: string
  readonly subjectId?: string
  readonly said: { readonly vi: string; readonly en: string }
}

/** Every line of an area, page by page. */
export async function askAudit(kiem: Person, areaId: string): Promise<AuditLine[]> {
  const all: AuditLine[] = []
  for (let page = 1; ; page++) {
    const path = `/api/areas/${areaId}/audit?page=${page}`
    const { lines, total } = await kiem.get<{ lines: AuditLine[]; total: number }>(path)
    all.push(...lines.map(({ id, what, said }) => ({ id, what, said })))
    if (lines.length === 0 || all.length >= total) return all
  }
}

/** Numbers that are stored sealed, of one member. */
export type Sealed = {
  readonly householdId: string
  readonly memberId: string
  readonly citizenId: string
  readonly insuranceNo: string
}

export async function askSealed(hung: Person, of: Pick<Sealed, 'householdId' | 'memberId'>): Promise<Sealed> {
  const { householdId, memberId } = of
  type Numbers = Pick<Sealed, 'citizenId' | 'insuranceNo'>
  const numbers = await hung.post<Numbers>(`/api/households/${householdId}/members/${memberId}/reveal`)
  return { householdId, memberId, citizenId: numbers.citizenId, insuranceNo: numbers.insuranceNo }
}

/** The household in which somebody with this number lives, by the index of sealed numbers. */
export async function askByCitizenId(hung: Person, citizenId: string): Promise<string | null> {
  type Found = { household: { householdId: string } | null }
  const { household } = await hung.post<Found>('/api/households/by-citizen-id', { citizenId })
  return household?.householdId ?? null
}

export type Skills = {
  readonly officialId: string
  /** The record that went into it, whose address leads on. */
  readonly formerId: string
  readonly meetingId: string
  readonly former: readonly string[]
  /** What the minutes say on paper, and SHA-256 of the signed page. */
  readonly minutes: unknown
  readonly page: string
  readonly norms: readonly { readonly required: number; readonly from: string; readonly legalBasis: string }[]
}

type Asked = { readonly hung: Person; readonly lan: Person }
type Of = Pick<Skills, 'officialId' | 'formerId' | 'meetingId'>

export async function askSkills({ hung, lan }: Asked, of: Of): Promise<Skills> {
  const { officialId, formerId, meetingId } = of
  type Former = { rows: { formerId: string }[] }
  const { rows } = await hung.get<Former>(`/api/officials/${officialId}/former-records`)
  const { minutes } = await hung.get<{ minutes: unknown }>(`/api/meetings/${meetingId}`)
  const page = await hung.bytes(`/api/meetings/${meetingId}/ban-ky`)
  const norms = await lan.get<{ rows: Skills['norms'] }>('/api/body-norms')
  return {
    ...{ officialId, formerId, meetingId, minutes },
    former: rows.map((row) => row.formerId),
    page: createHash('sha256').update(page).digest('hex'),
    norms: norms.rows.map(({ required, from, legalBasis }) => ({ required, from, legalBasis })),
  }
}
