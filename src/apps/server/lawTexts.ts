/** Keeps every standard, form and points table by its content hash, so that what decided can be read for ever. */
import type pg from 'pg'
import type { Library } from '#features/standards/library.ts'

export async function keepLawTexts(owner: pg.Pool, library: Library): Promise<void> {
  const texts = [
    ...library.standards.map((held) => ['standard', held.value.id, held.hash, held.value] as const),
    ...library.forms.map((held) => ['form', held.value.id, held.hash, held.value] as const),
    ...library.points.map((held) => ['points', held.value.id, held.hash, held.value] as const),
  ]
  for (const [kind, id, hash, document] of texts) {
    const mark = 'mark' in document && typeof document.mark === 'string' ? document.mark : 'secondary'
    await owner.query(
      'insert into law_text (hash, kind, id, mark, document) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [hash, kind, id, mark, JSON.stringify(document)],
    )
  }
}
