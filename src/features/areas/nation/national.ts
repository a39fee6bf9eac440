/** The whole book of the nation: snapshot, its eve, the reform, and what only our facts hold. Pure but for its input. */
import { addAfterReform, addBeforeReform } from './additions.ts'
import { Book, type NationRows } from './book.ts'
import { openEve } from './eve.ts'
import { openReform } from './reform.ts'
import { openSnapshot } from './snapshot.ts'
import type { Sources } from './sources.ts'

export function nationRows(sources: Sources): NationRows {
  const book = new Book()
  openSnapshot(book, sources)
  addBeforeReform(book)
  const gone = openEve(book, sources)
  openReform(book, sources, gone)
  addAfterReform(book)
  return book.rows()
}
