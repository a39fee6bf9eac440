/**
 * Verdicts with their reasons. A row keeps codes; the reasons are judged again from its survey's answers and the law that
 * its round pins, and are given only where the fingerprint says that they are what was judged then. A decision in force
 * fixed the full text of those in its list, and rows of before have theirs.
 */
import { hash } from 'node:crypto'
import type { Law } from '#features/standards/law.ts'
import type { Facts } from '#features/standards/model/facts.ts'
import type { Pins } from '#features/standards/model/pinned.ts'
import type { Standard } from '#features/standards/model/standard.ts'
import type { State, Verdict } from '#features/standards/model/verdict.ts'
import type { Scorer, Scorers } from '#features/standards/rules/compile.ts'
import { indicatorsOf } from '#features/standards/rules/indicators.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { Problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Purpose, VerdictLine } from './model.ts'
import { likeness, statesIn } from './rules/codes.ts'
import { type PackedVerdict, packed, unpacked } from './rules/packed.ts'
import { toldAnew } from './rules/retold.ts'
import { type VerdictRow, verdictRows } from './rules/verdicts.ts'

/** Ninety-six bits of SHA-256: enough to tell one verdict from any other. */
const print = (text: string): string => hash('sha256', text, 'base64url').slice(0, 16)

/** What is stored of a survey's verdicts. `day` is the day the answers speak of. */
export const judged = (facts: Facts, day: PlainDate, scorers: Scorers): VerdictRow[] =>
  verdictRows(facts, scorers, { day, print })

/** A row of `verdict` with what it is judged by. `pins`: of its round. */
export type KeptRow = {
  readonly purpose: Purpose
  readonly codes: string | null
  /** In full: fixed by a decision, or kept so before. */
  readonly reasons: unknown
  readonly pins: Pins
  readonly facts: unknown
  readonly on: PlainDate
  readonly line: VerdictLine
}

/** As the contract has it (`ToldVerdict` of the model). */
type Told = {
  readonly purpose: Purpose
  readonly verdict: Verdict | null
  readonly kept: { standardHash: string; line: VerdictLine; states: { key: string; state: State }[] }
  readonly said: Said | null
}

const whole = (kept: unknown): Verdict =>
  'packed' in (kept as object) ? unpacked(kept as PackedVerdict) : (kept as Verdict)

const statesOf = ({ indicators }: Verdict) => indicators.map(({ key, state }) => ({ key, state }))

const hashesOf = ({ purpose, pins }: Pick<KeptRow, 'purpose' | 'pins'>) =>
  purpose === 'opens'
    ? { standard: pins.opening_hash, points: pins.opening_points }
    : { standard: pins.closing_hash ?? '', points: pins.closing_points }

/** The scorer of the law that a verdict was made by; null where that law cannot be read any more. */
async function scorerOf(law: Law, db: Db, of: Pick<KeptRow, 'purpose' | 'pins'>): Promise<Scorer | null> {
  const { standard, points } = hashesOf(of)
  try {
    return await law.scorer(db, standard, points)
  } catch (error) {
    if (error instanceof Problem && error.code === 'standard.law_not_found') return null
    throw error
  }
}

/** Fixed in full: it needs no law. */
function fixedOne({ purpose, line, reasons, codes }: KeptRow): Told {
  const verdict = whole(reasons)
  const isSame = codes === null || likeness({ codes, line }, verdict, print) === 'same'
  const kept = { standardHash: verdict.standardHash, line, states: statesOf(verdict) }
  return { purpose, verdict, kept, said: isSame ? null : toldAnew.states }
}

const keysOf = (standard: Standard): string[] => indicatorsOf(standard).map(({ key }) => key)

/** A kept verdict as it is shown. */
export async function toldVerdict(law: Law, db: Db, row: KeptRow): Promise<Told> {
  const { purpose, line, reasons, codes, facts, on } = row
  if (reasons || codes === null) return fixedOne(row)
  const of = { standardHash: hashesOf(row).standard, line }
  const scorer = await scorerOf(law, db, row)
  if (!scorer) return { purpose, verdict: null, kept: { ...of, states: [] }, said: toldAnew.gone }
  const verdict = scorer.explain((facts ?? {}) as Facts, on)
  const alike = likeness({ codes, line }, verdict, print)
  const kept = { ...of, states: statesIn(codes, keysOf(scorer.standard)) }
  if (alike === 'other') return { purpose, verdict: null, kept, said: toldAnew.other }
  return { purpose, verdict, kept, said: alike === 'same' ? null : toldAnew.states }
}

/** The full text of a verdict, to be fixed; null where it would not say what was kept. */
export async function fullText(law: Law, db: Db, kept: KeptRow): Promise<PackedVerdict | null> {
  const { verdict } = await toldVerdict(law, db, kept)
  return verdict && packed(verdict)
}

/** The same of a verdict in hand, as the loader of a demo writes it. */
export const inFull = (scorer: Scorer, facts: Facts, on: PlainDate): PackedVerdict => packed(scorer.explain(facts, on))
