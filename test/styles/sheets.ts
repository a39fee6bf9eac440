/** What the style sheets style: every class with its sheet, and what stands outside the layer of its place. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type AtRule, parse, type Rule } from 'postcss'

export type Sheet = { readonly path: string; readonly text: string }
/** A class is styled on its own (`.notice`), or as a look of something else (`waits` in `.notice.waits`, `td.number`). */
export type Styled = { readonly name: string; readonly path: string; readonly isLook: boolean }

/** All style sheets of `src`, paths from there. */
export const ownSheets = (): readonly Sheet[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => ({ path, text: readFileSync(join('src', path), 'utf8') }))

const kit = 'platform/web/styles/'
const roomOf = (path: string): string | undefined => /^features\/(\w+)\//.exec(path)?.[1]

/** With what the classes of a sheet begin: the name of the room, or of the application's own sheet. None in the kit. */
export const prefixOf = (path: string): string | undefined =>
  path.startsWith(kit) ? undefined : `${roomOf(path) ?? basename(path, '.css')}-`

/** The layers that a sheet may fill. What is printed has the last word everywhere. */
function layersOf(path: string): readonly string[] {
  const room = roomOf(path)
  if (room) return [`rooms.${room}`, 'print']
  return path.startsWith(kit) ? ['tokens', 'base', 'kit', 'print'] : ['app', 'print']
}

const layerOf = (rule: Rule): string => {
  for (let at = rule.parent; at; at = at.parent as typeof at) {
    if (at.type === 'atrule' && (at as AtRule).name === 'layer') return (at as AtRule).params
  }
  return 'no layer'
}

/** Rules that stand elsewhere than their sheet's place says, and sheets that do not bring the order of the layers. */
export function astray({ path, text }: Sheet): readonly string[] {
  const found: string[] = []
  const sheet = parse(text)
  const asksForOrder = /^@import "[^"]*\/layers\.css"/m.test(text)
  sheet.walkRules((rule) => {
    if (!asksForOrder) found.push(`${path}: does not import layers.css`)
    if (!layersOf(path).includes(layerOf(rule))) found.push(`${path}: ${rule.selector} in ${layerOf(rule)}`)
  })
  return [...new Set(found)]
}

/** The classes that a selector names, but for the texts of its attributes. */
function named(selector: string): readonly Omit<Styled, 'path'>[] {
  const bare = selector.replace(/"[^"]*"/g, '')
  return [...bare.matchAll(/\.([a-z][\w-]*)/gi)].map(({ index, 1: name = '' }) => ({
    name,
    isLook: /[\w)\]-]$/.test(bare.slice(0, index)),
  }))
}

export function styledIn({ path, text }: Sheet): readonly Styled[] {
  const found = new Map<string, Styled>()
  parse(text).walkRules((rule) => {
    for (const one of named(rule.selector)) found.set(`${one.name} ${one.isLook}`, { ...one, path })
  })
  return [...found.values()]
}

/** Classes of a room without its name, and classes of the kit with the name of a room or an application. */
export function misnamed(styled: readonly Styled[]): readonly string[] {
  const prefixes = [...new Set(styled.flatMap(({ path }) => prefixOf(path) ?? []))]
  return styled.flatMap(({ name, path }) => {
    const own = prefixOf(path)
    const isRight = own ? name.startsWith(own) : !prefixes.some((prefix) => name.startsWith(prefix))
    return isRight ? [] : [`${path}: .${name}`]
  })
}

/** Classes with two homes. The kit's parts may share the name of a look: each says what it means for itself. */
export function styledTwice(styled: readonly Styled[]): readonly string[] {
  const homes = new Map<string, Set<string>>()
  for (const { name, path, isLook } of styled) {
    if (isLook && path.startsWith(kit)) continue
    homes.set(name, new Set([...(homes.get(name) ?? []), path]))
  }
  return [...homes].flatMap(([name, paths]) => (paths.size > 1 ? [`.${name}: ${[...paths].sort().join(', ')}`] : []))
}
