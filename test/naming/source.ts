/**
 * Which tables and functions of the database a source of TypeScript names, in queries that are built and in texts of SQL.
 * What cannot be read (a table's name in a variable) is reported instead of passed over.
 */
import ts from 'typescript'
import { hole, namesIn, wordsOf } from './sql.ts'

/** `given`: where a helper of ours was told the name. `unreadable`: a name that only shows at run time. */
export type Naming = { readonly line: number } & (
  | { readonly name: string; readonly given?: string | undefined }
  | { readonly unreadable: string }
)

const joins = 'innerJoin leftJoin rightJoin fullJoin crossJoin innerJoinLateral leftJoinLateral crossJoinLateral'
const tableCalls = wordsOf(`selectFrom insertInto updateTable deleteFrom mergeInto replaceInto from using ${joins}`)
const nameCalls = wordsOf('table id ref raw')
/** Helpers of ours that are told a table or a function by its name, and where in their second argument. */
const givenNames: Record<string, readonly string[]> = { insertRows: ['table'], swift: ['look.name', 'store.name'] }
/** A column of an alias; a table is never written so, but in its schema. */
const isColumn = /^(?!public\.)[^.]+\.[^.]+$/
const saidToPeople = wordsOf('vi en')
const sqlBegins = new RegExp(
  `^[\\s(]*(${hole}.*\\b(select|from|join|into|update|where)\\b|(${[
    'select with insert update delete lock truncate analyze copy create alter drop call merge grant comment explain perform',
    'from join left right inner cross where and or order group exists not union returning on values case coalesce',
  ]
    .join(' ')
    .replaceAll(' ', '|')})\\b|do\\s*(\\$|language\\b))`,
  'is',
)

/** Whether a text is SQL shows at its beginning, past what it says of itself. */
const isSql = (text: string): boolean => sqlBegins.test(text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' '))

/** A text, or a chain of texts put together by `+`, with a hole for every part that is none; null for anything else. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => hole + span.literal.text).join('')
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return null
  const [left, right] = [textOf(node.left), textOf(node.right)]
  return left === null && right === null ? null : (left ?? hole) + (right ?? hole)
}

const firstWord = (text: string): string => (text.trim().split(/\s/)[0] ?? '').replace(/^public\./, '').toLowerCase()

class Source {
  readonly found: Naming[] = []
  private readonly file: ts.SourceFile

  constructor(path: string, source: string) {
    this.file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
    this.visit(this.file)
  }

  private lineOf(node: ts.Node): number {
    return this.file.getLineAndCharacterOfPosition(node.getStart(this.file)).line + 1
  }

  private unreadable(node: ts.Node): void {
    this.found.push({ unreadable: node.getText(this.file).slice(0, 80), line: this.lineOf(node) })
  }

  /** A table is given by its name, as a list of names, or as a query of its own, which is read in its place. */
  private table(node: ts.Node, given?: string): void {
    const text = textOf(node)
    if (text !== null && !text.includes(hole))
      this.found.push({ name: firstWord(text), given, line: this.lineOf(node) })
    else if (ts.isArrayLiteralExpression(node)) for (const one of node.elements) this.table(one)
    else if (text !== null || !(ts.isCallExpression(node) || ts.isFunctionLike(node))) this.unreadable(node)
  }

  private sql(node: ts.Node, text: string, { fragment }: { fragment: boolean }): void {
    for (const name of namesIn(text, { fragment })) {
      if (name !== hole) this.found.push({ name, line: this.lineOf(node) })
      else if (!fragment) this.unreadable(node)
    }
  }

  /** The name that a helper of ours is given, at `store.name` of its second argument. */
  private given({ arguments: [, options] }: ts.CallExpression, path: string): void {
    let at: ts.Expression | undefined = options
    for (const key of path.split('.')) {
      const properties: readonly ts.ObjectLiteralElementLike[] =
        at && ts.isObjectLiteralExpression(at) ? at.properties : []
      const property = properties.find((one) => one.name?.getText(this.file) === key)
      at = property && ts.isPropertyAssignment(property) ? property.initializer : undefined
    }
    if (at) this.table(at, path)
    else this.unreadable(options ?? this.file)
  }

  private call(node: ts.CallExpression): void {
    const [first] = node.arguments
    for (const path of givenNames[node.expression.getText(this.file)] ?? []) this.given(node, path)
    if (!ts.isPropertyAccessExpression(node.expression) || !first) return
    const { name, expression } = node.expression
    const of = expression.getText(this.file)
    if (nameCalls.has(name.text) && /(^sql|\.dynamic)$/.test(of)) {
      const text = textOf(first)
      if (name.text === 'raw' && text !== null) this.sql(first, text, { fragment: true })
      else if (name.text !== 'ref' || !isColumn.test(text ?? '')) this.table(first)
    } else if (tableCalls.has(name.text) && !/^[A-Z]\w*$/.test(of)) this.table(first) // not Array.from
  }

  private readonly visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isPropertyAssignment(node) && saidToPeople.has(node.name.getText(this.file))) return
    if (ts.isCallExpression(node)) this.call(node)
    if (ts.isTaggedTemplateExpression(node)) {
      this.sql(node, textOf(node.template) ?? '', { fragment: true })
      ts.forEachChild(node.template, this.visit)
      return
    }
    const text = textOf(node)
    if (text !== null && isSql(text)) this.sql(node, text, { fragment: false })
    if (text === null || ts.isTemplateExpression(node) || ts.isBinaryExpression(node)) ts.forEachChild(node, this.visit)
  }
}

/** Everything that a file names, with its line. */
export const namesInSource = (path: string, source: string): Naming[] => new Source(path, source).found
