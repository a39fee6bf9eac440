/** In the demo a signed page is a sheet that says it is none. */
import { createHash } from 'node:crypto'
import type { AccountId, AreaId } from '#kernel/ids.ts'
import type { OwnerConnection } from '#platform/server/database/insert.ts'
import { pdfBytes } from '#platform/server/documents/pdf/bytes.ts'
import { tablePdf } from '#platform/server/documents/pdf/plainTable.ts'

type Sample = {
  readonly id: string
  readonly area: AreaId
  readonly by: AccountId
  /** `quyet-dinh-mau.pdf` */
  readonly name: string
  readonly title: string
  readonly subtitle: string
}

export async function writeSampleScan(db: OwnerConnection, { id, area, by, name, title, subtitle }: Sample) {
  const sheet = {
    ...{ title, subtitle, landscape: false },
    columns: [{ title: 'Bản trình diễn không có bản ký thật', width: 1 }],
    rows: [],
  }
  const content = await pdfBytes(tablePdf(sheet, { state: 'draft', demo: true, publicUrl: null }))
  await db.query(
    `insert into file (id, area_id, name, media_type, byte_length, sha256, content, created_by)
     values ($1, $2, $3, 'application/pdf', $4, $5, $6, $7)`,
    [id, area, name, content.length, createHash('sha256').update(content).digest(), content, by],
  )
}
