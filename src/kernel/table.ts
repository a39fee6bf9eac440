/** A list as texts: the same columns on the screen, in a spreadsheet and on paper, said once. */
import { type TObject, type TProperties, Type } from 'typebox'
import { type Endpoint, endpoint } from './endpoint.ts'
import type { Said } from './text.ts'

/** What a cell says where it is only text. A number stays one, so that a spreadsheet can add it up. */
export type CellText = string | number | Said | null | undefined

export type TextColumn<R, K extends string = string> = {
  readonly key: K
  readonly head: Said | string
  readonly text: (row: R) => CellText
  /** Right-aligned, tabular figures. */
  readonly number?: true
  /** Hidden until somebody asks for it. */
  readonly off?: true
}

/** `const caseColumns = columnsOf<CaseRow>()([{ key, head, text }, ...])`: the keys are kept as names. */
export const columnsOf =
  <R>() =>
  <const K extends string>(columns: readonly TextColumn<R, K>[]): readonly TextColumn<R, K>[] =>
    columns

export const fileKinds = ['xlsx', 'csv', 'pdf'] as const
export type FileKind = (typeof fileKinds)[number]
/** Rows of one file; on paper each further part of a longer list is a file of its own. A sheet of Excel holds 1,048,576. */
export const rowsOfFile: Readonly<Record<FileKind, number>> = { xlsx: 1_000_000, csv: 1_000_000, pdf: 5_000 }

const asked = {
  as: Type.Unsafe<FileKind>(Type.Enum([...fileKinds])),
  /** Keys of the columns shown, with commas between; all where left out. */
  columns: Type.Optional(Type.String({ pattern: '^[A-Za-z_-]{1,40}(,[A-Za-z_-]{1,40}){0,39}$' })),
  language: Type.Optional(Type.Unsafe<'vi' | 'en'>(Type.Enum(['vi', 'en']))),
  /** Of what is printed. */
  part: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
}
export type FileAsked = { as: FileKind; columns?: string; language?: 'vi' | 'en'; part?: number }

type Named = { readonly name: string; readonly path: string }

/** The document of a list: the input of its reading without the page, or the row beside which it begins, and which file of it is asked. */
export const listFile = <P extends TProperties>(
  list: Pick<Endpoint<TObject<P>>, 'right' | 'says' | 'input'>,
  { name, path }: Named,
) => {
  const { page: _page, after: _after, before: _before, ...filters } = list.input.properties
  return endpoint({
    name,
    method: 'GET',
    path,
    right: list.right,
    says: { vi: `${list.says.vi} (xuất, in)`, en: `${list.says.en} (export, print)` },
    input: Type.Object({ ...(filters as Omit<P, 'page' | 'after' | 'before'>), ...asked }),
    output: Type.Unknown(),
    document: true,
  })
}
