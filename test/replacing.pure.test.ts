/**
 * `text.replace(what, by)` reads `$&`, `$1` and `$'` in `by` as places of the match. Where `by` is data, a name with a
 * dollar in it would come out as another: so it is a text written here, or a function.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = ['src', 'scripts', 'bin'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|mjs)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
)

const isWritten = (by: ts.Expression): boolean =>
  ts.isStringLiteral(by) ||
  ts.isNoSubstitutionTemplateLiteral(by) ||
  ts.isFunctionExpression(by) ||
  ts.isArrowFunction(by)

/** Where data stands in place of what is replaced, by line. */
function dataIn(path: string, text: string): string[] {
  const found: string[] = []
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [, by] = node.arguments
      if (/^replace(All)?$/.test(node.expression.name.text) && by && !isWritten(by))
        found.push(`${path}:${file.getLineAndCharacterOfPosition(by.getStart()).line + 1} ${by.getText()}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

it('nothing is replaced by data, only by what is written or by a function', () => {
  expect(dataIn('a.ts', "said.replace('{who}', nameOf(person)).replace(/x/g, x + y)")).toHaveLength(2)
  expect(dataIn('a.ts', "said.replace('{who}', () => name).replace('x', '$1').replaceAll('y', `z`)")).toEqual([])
  expect(files.length).toBeGreaterThan(500)
  expect(files.flatMap((path) => dataIn(path, readFileSync(join(root, path), 'utf8')))).toEqual([])
})
