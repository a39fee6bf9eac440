/** What bundled CSS uses that the floor does not know: properties, their values, functions, units, selectors, at-rules. */
import { type AtRule, type Declaration, parse, type Rule } from 'postcss'
import { known, namesOf } from './known.ts'

/** The last part of every key under `css.types`: functions (`color-mix`), units (`lh`). */
const types = namesOf(([css, kind, ...name]) => (css === 'css' && kind === 'types' ? name.at(-1) : undefined))
const selectors = namesOf(([css, kind, name, more]) =>
  css === 'css' && kind === 'selectors' && !more ? name : undefined,
)
const isNewer = (key: string): boolean => known.get(key) === false

const quoted = /"[^"]*"|'[^']*'|url\([^)]*\)/g
const wordsIn = (text: string, pattern: RegExp): string[] =>
  [...text.replace(quoted, '').matchAll(pattern)].map(([, word]) => (word ?? '').toLowerCase())

/** The name it had before stands beside it. */
const isPrefixed = ({ prop, parent }: Declaration): boolean =>
  parent?.some((one) => one.type === 'decl' && one.prop === `-webkit-${prop}`) === true

function newerInDeclaration(declaration: Declaration): string[] {
  const { prop, value } = declaration
  if (prop.startsWith('--')) return newerInValue(value)
  if (isNewer(`css.properties.${prop}`)) return isPrefixed(declaration) ? [] : [prop]
  const words = wordsIn(value, /(?<![\w-])([a-z][a-z-]*)(?![\w(-])/gi)
  const values = words.filter((word) => isNewer(`css.properties.${prop}.${word}`)).map((word) => `${prop}: ${word}`)
  return [...values, ...newerInValue(value)]
}

const newerInValue = (value: string): string[] => [
  ...wordsIn(value, /(?<![\w-])([a-z][a-z-]*)\(/gi).flatMap((name) => (types.isNewer(name) ? [`${name}()`] : [])),
  ...wordsIn(value, /(?<![\w-])[\d.]+([a-z]+)\b/gi).flatMap((unit) =>
    isNewer(`css.types.length.${unit}`) ? [`unit ${unit}`] : [],
  ),
]

function newerInRule(rule: Rule): string[] {
  const nested = rule.parent?.type === 'rule' || wordsIn(rule.selector, /(&)/g).length > 0
  const pseudo = wordsIn(rule.selector, /::?([a-z-]+)/gi).filter((name) => selectors.isNewer(name))
  return [...(nested ? ['nested rules'] : []), ...pseudo.map((name) => `:${name}`)]
}

function newerInAtRule({ name, params }: AtRule): string[] {
  if (isNewer(`css.at-rules.${name}`)) return [`@${name}`]
  const asked = wordsIn(params, /\(\s*([a-z-]+)/gi).filter((word) => isNewer(`css.at-rules.${name}.${word}`))
  return asked.map((word) => `@${name} (${word})`)
}

/** Names of what the floor does not know, each once. What stands under `@supports` is asked for before it is used. */
export function newerInCss(text: string): string[] {
  const found = new Set<string>()
  const root = parse(text)
  root.walkAtRules('supports', (rule) => {
    rule.remove()
  })
  root.walk((node) => {
    const names =
      node.type === 'decl'
        ? newerInDeclaration(node)
        : node.type === 'rule'
          ? newerInRule(node)
          : node.type === 'atrule'
            ? newerInAtRule(node)
            : []
    for (const name of names) found.add(name)
  })
  return [...found]
}
