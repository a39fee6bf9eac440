/** The files for the personnel system as whole bytes, for a worker to make. */
import type { PaperFrame, TableInput } from '#platform/server/documents/types.ts'

export async function sheetsXlsx(given: readonly TableInput[], title: string, frame: PaperFrame): Promise<Uint8Array> {
  const { bookOf } = await import('#platform/server/documents/xlsx/table.ts')
  const { writeWorkbook } = await import('#platform/server/documents/xlsx/hucre.ts')
  const { product } = await import('#platform/server/documents/words.ts')
  return writeWorkbook(
    given.map((input) => bookOf(input, frame)),
    { title, author: product },
  )
}
