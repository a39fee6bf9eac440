/** Rows in bulk for loaders: one statement a table, column by column, few bytes, no parameter limit. */
import type pg from 'pg'

/** One connection of the owner; row security does not hold for it. */
export type OwnerConnection = Pick<pg.ClientBase, 'query'>
export type Column = readonly [name: string, type: string]
export type Batch = {
  readonly table: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly unknown[])[]
}

/** `name:type name:type` as columns; a list (`text[]`) is given as its text, `{a,b}`. */
export const columnsIn = (text: string): Column[] =>
  text.split(/\s+/).map((pair) => {
    const [name = '', type = 'text'] = pair.split(':')
    return [name, type]
  })

const isList = (type: string): boolean => type.endsWith('[]')

export async function insertRows(db: OwnerConnection, { table, columns, rows }: Batch): Promise<void> {
  if (rows.length === 0) return
  const names = columns.map(([name]) => name).join(', ')
  const places = columns.map(([, type], at) => `$${at + 1}::${isList(type) ? 'text' : type}[]`).join(', ')
  const values = columns.map(([name, type]) => (isList(type) ? `${name}::${type}` : name)).join(', ')
  await db.query(
    `insert into ${table} (${names}) select ${values} from unnest(${places}) as given (${names})`,
    columns.map((_, at) => rows.map((row) => row[at])),
  )
}
