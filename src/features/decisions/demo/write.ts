/** Writes the decisions of the demo's finished rounds: entries, classes day by day, certificates, a scan of a sample. */
import { stableId } from '#features/areas/nation/stableIds.ts'
import { writeSampleScan } from '#features/papers/demo.ts'
import { bookOf, seriesName } from '#features/papers/numbers.ts'
import { printedNumber } from '#features/papers/rules/series.ts'
import { demoAccountId } from '#features/people/demo/accounts.ts'
import { finishedRounds } from '#features/rounds/demo/story.ts'
import { type DemoCase, type DemoRound, roundIdOf } from '#features/rounds/demo/write.ts'
import type { Library } from '#features/standards/library.ts'
import { groundsOn } from '#features/standards/rules/grounds.ts'
import { bestStandardOn } from '#features/standards/rules/library.ts'
import { openingVerdicts } from '#features/surveys/demo/write.ts'
import { addDays, type PlainDate, yearOf } from '#kernel/dates.ts'
import type { HouseholdId, VerdictId } from '#kernel/ids.ts'
import { columnsIn, insertRows, type OwnerConnection } from '#platform/server/database/insert.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { certificateSeries, signCertificate, signDecision } from '../certify.ts'
import { decisionEntries, type Entry, type Judged, listHash } from '../rules/decision.ts'
import { proposedByBoard } from '../rules/grounds.ts'
import { type Histories, remember, succeed, writeClasses } from './classes.ts'
import { endReplacedPapers, writePapers } from './papers.ts'

/** What a finished round was signed as: invented numbers and names. */
type Signing = { readonly commune: string; readonly code: string; readonly number: string; readonly signer: string }
type Dated = Signing & { readonly signedOn: PlainDate }

const signings: readonly Signing[] = [
  { commune: 'xã Tam Hồng', code: '09043', number: '145/QĐ-UBND', signer: 'Nguyễn Văn Khải' },
  { commune: 'xã Yên Đồng', code: '09046', number: '98/QĐ-UBND', signer: 'Trần Thị Loan' },
  { commune: 'xã Yên Phương', code: '09055', number: '112/QĐ-UBND', signer: 'Lê Đức Thọ' },
  { commune: 'xã Tam Hồng', code: '09043', number: '201/QĐ-UBND', signer: 'Phạm Thị Bích' },
]

type Verdicts = ReturnType<typeof openingVerdicts>
type Decided = {
  readonly round: DemoRound
  readonly signing: Dated
  readonly verdicts: Verdicts
  readonly grounds: readonly string[]
}

const decidedRounds = (library: Library): Decided[] =>
  finishedRounds().flatMap((round, at) => {
    const signing = signings[at]
    if (!round.decidedOn) return []
    if (!signing) throw new Error(`nobody signed ${round.key}`)
    const day = round.decidedOn
    const standard = bestStandardOn(
      library.standards.map((held) => held.value),
      round.holdFrom ?? day,
    )
    const law = standard ? groundsOn(library.grounds, { standard, day, provinceCode: undefined }) : []
    const grounds = [...law, proposedByBoard(signing.commune)]
    return [{ round, signing: { ...signing, signedOn: day }, verdicts: openingVerdicts(library, round), grounds }]
  })

const judged = (round: DemoRound, c: DemoCase, verdict: ReturnType<Verdicts['get']>): Judged => ({
  householdId: c.household.householdId,
  caseId: stableId('review_case', 'demo', round.key, c.household.householdId),
  villageId: c.household.villageId,
  headName: c.household.members[0]?.name ?? '',
  seen: true,
  here: true,
  state: c.state,
  verdictId: stableId('verdict', 'demo', round.key, c.household.householdId, 'opens') as VerdictId,
  class: verdict?.class ?? null,
  undecidable: verdict?.undecidable ?? null,
  members: c.household.members.length,
})

async function writeScan(db: OwnerConnection, { round, signing }: Decided): Promise<string> {
  const id = stableId('file', 'demo', round.key)
  await writeSampleScan(db, {
    ...{ id, area: round.areaId, by: demoAccountId('hung'), name: 'quyet-dinh-mau.pdf' },
    ...{ title: `Bản quét mẫu: Quyết định số ${signing.number}`, subtitle: round.name },
  })
  return id
}

type Papers = { readonly db: OwnerConnection; readonly keys: Keys }

const placeOf = ({ commune, code }: Dated) => ({ name: commune.replace(/^x/, 'X'), code })

/** As the commune's own decisions and certificates are signed. */
const signingOf = ({ round, signing }: Decided, entries: readonly Entry[], keys: Keys) => ({
  decisionId: stableId('decision', 'demo', round.key),
  keys,
  place: placeOf(signing),
  holdFrom: round.holdFrom ?? signing.signedOn,
  day: signing.signedOn,
  hash: listHash(roundIdOf(round.key), entries),
})

const countOf = (entries: readonly Entry[], of: Entry['class']): number => entries.filter((e) => e.class === of).length

async function writeDecision({ db, keys }: Papers, decided: Decided, entries: readonly Entry[]): Promise<void> {
  const { round, signing, grounds } = decided
  const of = signingOf(decided, entries, keys)
  const id = of.decisionId
  const signed = signDecision(of, { poor: countOf(entries, 'poor'), nearPoor: countOf(entries, 'near_poor') })
  const scan = await writeScan(db, decided)
  const at = `${signing.signedOn}T08:00:00Z`
  await insertRows(db, {
    table: 'decision',
    columns: columnsIn(
      'id:uuid round_id:uuid area_id:uuid state:text content_hash:text drafted_by:uuid drafted_at:timestamptz ' +
        'printed_at:timestamptz number:text signed_on:date signer_name:text signer_post:text signer_authority:text scan_id:uuid ' +
        'grounds:jsonb classes_hold_from:date in_force_at:timestamptz in_force_by:uuid signed:text register_day:date',
    ),
    rows: [
      [
        id,
        roundIdOf(round.key),
        round.areaId,
        'in_force',
        of.hash,
        demoAccountId('hung'),
        at,
        at,
        signing.number,
        signing.signedOn,
        signing.signer,
        'Chủ tịch',
        'own',
        scan,
        JSON.stringify(grounds),
        round.holdFrom,
        at,
        demoAccountId('bich'),
        signed,
        signing.signedOn,
      ],
    ],
  })
  const paper = { signed, subjectId: roundIdOf(round.key), inForceFrom: of.holdFrom }
  await writePapers(db, [paper], { areaId: round.areaId, series: null, number: signing.number })
  await insertRows(db, {
    table: 'issued_number',
    columns: columnsIn('series:text number:integer subject_id:uuid area_id:uuid'),
    rows: [
      [
        bookOf({ areaId: round.areaId, year: yearOf(signing.signedOn) }),
        parseInt(signing.number, 10),
        id,
        round.areaId,
      ],
    ],
  })
  await db.query('update round set decision_id = $1 where id = $2', [id, roundIdOf(round.key)])
  await insertRows(db, {
    table: 'decision_entry',
    columns: columnsIn(
      'household_id:uuid id:uuid decision_id:uuid round_id:uuid village_id:uuid verdict_id:uuid class:text class_before:text ' +
        'movement:text members:smallint place:integer content:jsonb area_id:uuid home_id:uuid',
    ),
    rows: entries.map((e, at) => [
      e.householdId,
      stableId('decision_entry', 'demo', round.key, e.householdId),
      id,
      roundIdOf(round.key),
      e.villageId,
      e.verdictId,
      e.class,
      e.classBefore,
      e.movement,
      e.members,
      at + 1,
      '{}',
      round.areaId,
      e.villageId,
    ]),
  })
}

async function writeCertificates({ db, keys }: Papers, decided: Decided, entries: readonly Entry[]): Promise<void> {
  const { round, signing } = decided
  const of = signingOf(decided, entries, keys)
  const year = yearOf(of.holdFrom)
  const nameOf = new Map(round.cases.map((c) => [c.household.householdId, c.household.members[0]?.name ?? '']))
  const listed = entries.flatMap((e) =>
    e.class === 'poor' || e.class === 'near_poor' ? [{ ...e, class: e.class }] : [],
  )
  const series = seriesName({ series: certificateSeries, areaId: round.areaId, year })
  const rows = listed.map((e, at) => {
    const id = stableId('certificate', 'demo', round.key, e.householdId)
    const number = printedNumber(certificateSeries, at + 1, year)
    const headName = nameOf.get(e.householdId) ?? ''
    const signed = signCertificate({ id, number, headName, class: e.class }, of)
    return [
      e.householdId,
      id,
      e.villageId,
      of.decisionId,
      e.class,
      year,
      number,
      signed,
      `${signing.signedOn}T08:00:00Z`,
      round.areaId,
    ] as const
  })
  await insertRows(db, {
    table: 'certificate',
    columns: columnsIn(
      'household_id:uuid id:uuid home_id:uuid decision_id:uuid class:text year:smallint number:text signed:text made_at:timestamptz area_id:uuid',
    ),
    rows,
  })
  await insertRows(db, {
    table: 'issued_number',
    columns: columnsIn('series:text number:integer subject_id:uuid area_id:uuid'),
    rows: rows.map((row, at) => [series, at + 1, row[1], round.areaId]),
  })
  const papers = rows.map((row) => ({ signed: row[7], subjectId: row[0], inForceFrom: of.holdFrom }))
  await writePapers(db, papers, { areaId: round.areaId, series })
}

/** What the papers say of each household is fixed; the entries in the order of the list. */
async function inOrder(db: OwnerConnection, { round, signing }: Decided, entries: readonly Entry[]): Promise<Entry[]> {
  const decision = stableId('decision', 'demo', round.key)
  await db.query('select decision_fill($1, $2)', [decision, signing.signedOn])
  const { rows } = await db.query<{ household_id: HouseholdId }>(
    'select household_id from decision_entry where decision_id = $1 order by place',
    [decision],
  )
  const of = new Map(entries.map((entry) => [entry.householdId, entry]))
  return rows.flatMap((row) => of.get(row.household_id) ?? [])
}

/** Decides the finished rounds in the order of their days. */
export async function decideRounds(papers: Papers, library: Library): Promise<void> {
  const histories: Histories = new Map()
  const all = decidedRounds(library)
  for (const decided of all) {
    const { round, verdicts } = decided
    if (!round.holdFrom) throw new Error('a finished round of the demo names its day')
    const cases = round.cases.map((c) => judged(round, c, verdicts.get(c.household.householdId)))
    remember(histories, round)
    const entries = decisionEntries(cases, histories, addDays(round.holdFrom, -1))
    await writeDecision(papers, decided, entries)
    await writeCertificates(papers, decided, await inOrder(papers.db, decided, entries))
    succeed(histories, round, entries)
  }
  await writeClasses(papers.db, all, histories)
  await endReplacedPapers(papers.db)
}
