/**
 * The law as it was pinned by hash, ready to use: standards as scorers, forms, points tables. What the program ships is
 * at hand; an older text is read once from `law_text` and kept.
 */
import type { Db } from '#platform/server/database/open.ts'
import type { Library } from './library.ts'
import type { Form } from './model/form.ts'
import type { Pinned, Pins } from './model/pinned.ts'
import type { PointsTable } from './model/points.ts'
import type { Standard } from './model/standard.ts'
import { standardProblem } from './problems.ts'
import { compileStandard, type Scorer, type Scorers } from './rules/compile.ts'
import { isDecidable, isIllustrative } from './rules/tables.ts'

export type LawText = {
  hash: string
  kind: 'standard' | 'form' | 'points'
  id: string
  mark: string
  document: unknown
}

export type Law = {
  /** Throws `standard.law_not_found`. */
  text(db: Db, hash: string): Promise<LawText>
  form(db: Db, hash: string): Promise<Form>
  pinned(db: Db, hash: string, points: string | null): Promise<Pinned>
  /** Of a standard, with a points table where one is pinned. Throws `standard.law_not_found`. */
  scorer(db: Db, hash: string, points: string | null): Promise<Scorer>
  scorers(db: Db, pins: Pins): Promise<Scorers>
  /** The same once they were asked for, without asking the database; null before. */
  scorersAtHand(pins: Pins): Scorers | null
}

const textsOf = ({ standards, forms, points }: Library): LawText[] => [
  ...standards.map((h) => ({
    hash: h.hash,
    kind: 'standard' as const,
    id: h.value.id,
    mark: 'text',
    document: h.value,
  })),
  ...forms.map((h) => ({ hash: h.hash, kind: 'form' as const, id: h.value.id, mark: h.value.mark, document: h.value })),
  ...points.map((h) => ({
    hash: h.hash,
    kind: 'points' as const,
    id: h.value.id,
    mark: h.value.mark,
    document: h.value,
  })),
]

/** A text that some round pinned. Throws `standard.law_not_found`. */
export async function keptText(db: Db, hash: string): Promise<LawText> {
  const row = await db
    .selectFrom('law_text')
    .select(['hash', 'kind', 'id', 'mark', 'document'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (!row) throw standardProblem('standard.law_not_found', { hash })
  return row
}

function makeLaw(library: Library): Law {
  const texts = new Map(textsOf(library).map((text) => [text.hash, text]))
  const scorers = new Map<string, Scorer>()
  const text = async (db: Db, hash: string): Promise<LawText> => {
    const held = texts.get(hash) ?? (await keptText(db, hash))
    texts.set(hash, held)
    return held
  }
  const document = async <T>(db: Db, hash: string): Promise<T> => (await text(db, hash)).document as T
  const keyOf = (hash: string, points: string | null) => `${hash}/${points ?? ''}`
  const scorer = async (db: Db, hash: string, points: string | null): Promise<Scorer> => {
    const key = keyOf(hash, points)
    const held = scorers.get(key)
    if (held) return held
    const table = points ? await document<PointsTable>(db, points) : undefined
    const made = compileStandard(await document<Standard>(db, hash), table)
    scorers.set(key, made)
    return made
  }
  return {
    text,
    form: document,
    pinned: async (db, hash, points) => {
      const { id, name } = await document<Standard>(db, hash)
      const table = points ? await document<PointsTable>(db, points) : null
      const held = table && {
        tableId: table.id,
        hash: points ?? '',
        illustrative: isIllustrative(table),
        decidable: isDecidable(table),
      }
      return { standardId: id, hash, name, points: held }
    },
    scorer,
    scorers: async (db, pins) => ({
      opens: await scorer(db, pins.opening_hash, pins.opening_points),
      closes: pins.closing_hash ? await scorer(db, pins.closing_hash, pins.closing_points) : null,
    }),
    scorersAtHand: (pins) => {
      const opens = scorers.get(keyOf(pins.opening_hash, pins.opening_points))
      const closes = pins.closing_hash ? scorers.get(keyOf(pins.closing_hash, pins.closing_points)) : null
      return opens && closes !== undefined ? { opens, closes } : null
    },
  }
}

const made = new WeakMap<Library, Law>()

/** One for a library, however many rooms ask. */
export function lawOf(library: Library): Law {
  const held = made.get(library) ?? makeLaw(library)
  made.set(library, held)
  return held
}
