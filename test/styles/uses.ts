/** Which classes the screens use, and what a screen brings with it. */
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/** `isLook`: it comes out of a type (`notice ${look}`), where one of the looks may be the plain one. */
export type Used = { readonly name: string; readonly path: string; readonly isLook: boolean }
export type Screen = {
  readonly path: string
  readonly used: readonly Used[]
  /** Files it brings with it, style sheets too, and files it asks for later. */
  readonly brings: readonly string[]
  readonly later: readonly string[]
}

function openProgram(): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.web.json', ts.sys.readFile)
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd())
  return ts.createProgram(fileNames, { ...options, noEmit: true })
}

/** Texts that a type allows; fails where it allows any text, for then nobody knows the classes. */
function textsOf(type: ts.Type, of: ts.Node): readonly string[] {
  if (type.isUnion()) return type.types.flatMap((one) => textsOf(one, of))
  if (type.isStringLiteral()) return [type.value]
  if (type.flags & ts.TypeFlags.Undefined) return []
  throw new Error(`${of.getSourceFile().fileName}: the classes of ${of.getText()} are not known`)
}

type Found = Omit<Used, 'path'>
const words = (text: string, isLook: boolean): Found[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((name) => ({ name, isLook }))

function classesIn(node: ts.Node, checker: ts.TypeChecker): readonly Found[] {
  if (ts.isJsxExpression(node) && node.expression) return classesIn(node.expression, checker)
  if (ts.isStringLiteralLike(node)) return words(node.text, false)
  if (ts.isConditionalExpression(node))
    return [...classesIn(node.whenTrue, checker), ...classesIn(node.whenFalse, checker)]
  if (!ts.isTemplateExpression(node)) {
    return textsOf(checker.getTypeAtLocation(node), node).flatMap((text) => words(text, true))
  }
  return node.templateSpans
    .reduce(
      (found: readonly string[], span) => {
        const values = textsOf(checker.getTypeAtLocation(span.expression), span)
        return found.flatMap((text) => values.map((value) => text + value + span.literal.text))
      },
      [node.head.text],
    )
    .flatMap((text) => words(text, true))
}

/** The path from `src` of what a file imports from there; packages have none. */
function pathOf(asked: string, from: string): readonly string[] {
  if (asked.startsWith('#')) return [asked.slice(1)]
  return asked.startsWith('.') ? [join(dirname(from), asked)] : []
}

function screenOf(file: ts.SourceFile, checker: ts.TypeChecker): Screen {
  const path = relative('src', file.fileName)
  const used: Used[] = []
  const brings: string[] = []
  const later: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && node.name.getText() === 'class' && node.initializer)
      used.push(...classesIn(node.initializer, checker).map((one) => ({ ...one, path })))
    const isType = ts.isImportDeclaration(node) && node.importClause?.isTypeOnly
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && !isType && node.moduleSpecifier)
      brings.push(...pathOf((node.moduleSpecifier as ts.StringLiteral).text, path))
    const [asked] = ts.isCallExpression(node) ? node.arguments : []
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && asked)
      later.push(...pathOf((asked as ts.StringLiteral).text, path))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { path, used, brings, later }
}

/** Every file of the screens. */
export function ownScreens(): readonly Screen[] {
  const program = openProgram()
  const checker = program.getTypeChecker()
  const own = program.getSourceFiles().filter((file) => !relative('src', file.fileName).startsWith('..'))
  return own.map((file) => screenOf(file, checker))
}
