/**
 * What bundled JavaScript uses that the floor does not know: syntax by parsing it, interfaces by their names. A method
 * whose name something older bears too (`map` of an iterator) shows only where its object tells what it is.
 */
import {
  type CallExpression,
  type Identifier,
  type MemberExpression,
  type Node,
  type Property,
  parse,
  type TemplateLiteral,
} from 'acorn'
import { ancestor, full } from 'acorn-walk'
import { known, namesOf } from './known.ts'

/** Everything of this edition is known to the floor. */
const edition = 2022

/** `['URL', 'parse']` of `api.URL.parse_static`, `['Array', 'toSorted']` of `javascript.builtins.Array.toSorted`. */
function interfaceOf(path: readonly string[]): string[] {
  if (path[0] === 'api') return path.slice(1)
  return path[0] === 'javascript' && path[1] === 'builtins' ? path.slice(2) : []
}

const globals = namesOf((path) => {
  const [name, ...more] = interfaceOf(path)
  return more.length === 0 ? name : undefined
})

/** The member of an interface that the floor knows; the others are reached only through what is newer itself. */
function memberOf(path: readonly string[]): string | undefined {
  const [owner = '', member, ...more] = interfaceOf(path)
  return member && more.length === 0 && !globals.isNewer(owner) && member !== owner ? member : undefined
}
const plain = (member: string | undefined) => member?.replace(/_static$/, '')
const eventOf = (member: string | undefined) => /^(.+)_event$/.exec(member ?? '')?.[1]

const members = namesOf((path) => plain(memberOf(path)))
const events = namesOf((path) => eventOf(memberOf(path)))
const attributes = namesOf(([language, kind, ...name]) => {
  if (language !== 'html') return undefined
  return kind === 'global_attributes' && name.length === 1
    ? name[0]
    : kind === 'elements' && name.length === 2
      ? name[1]
      : undefined
})

/** `URL.parse`: a name that is old elsewhere, of an owner that is written out. */
const isNewerOf = (owner: string, member: string): boolean =>
  [`javascript.builtins.${owner}.${member}`, `api.${owner}.${member}_static`].some((key) => known.get(key) === false)

const isName = (node: Node | null | undefined): node is Identifier => node?.type === 'Identifier'
/** A text written in any quotes: bundlers turn all of them into backticks. */
function textOf(node: Node | null | undefined): string | null {
  if (node?.type === 'TemplateLiteral') {
    const { quasis } = node as TemplateLiteral
    return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null
  }
  const value = node?.type === 'Literal' ? (node as { value?: unknown }).value : undefined
  return typeof value === 'string' ? value : null
}

const memberName = ({ computed, property }: MemberExpression): string | null =>
  computed ? textOf(property) : isName(property) ? property.name : null

const windows = new Set(['window', 'globalThis', 'self'])
const iterators = new Set(['values', 'keys', 'entries', 'matchAll'])

/** `map.values().filter(...)`: what these four answer is an iterator. */
function isOfIterator(of: Node, member: string): boolean {
  if (known.get(`javascript.builtins.Iterator.${member}`) !== false || of.type !== 'CallExpression') return false
  const { callee } = of as CallExpression
  // `Object.values` answers a list.
  const isList = callee.type === 'MemberExpression' && isName(callee.object) && callee.object.name === 'Object'
  return callee.type === 'MemberExpression' && !isList && iterators.has(memberName(callee) ?? '')
}

function readMember(node: MemberExpression, parent: Node | undefined): string | null {
  const name = memberName(node)
  if (name === null) return null
  const shown = parent?.type === 'CallExpression' && (parent as CallExpression).callee === node ? `${name}()` : name
  if (isName(node.object) && isNewerOf(node.object.name, name)) return `${node.object.name}.${shown}`
  if (isName(node.object) && windows.has(node.object.name) && globals.isNewer(name)) return name
  if (isOfIterator(node.object, name)) return `iterator.${shown}`
  return members.isNewer(name) ? shown : null
}

const keyOf = ({ key, computed }: Property): string | null => (!computed && isName(key) ? key.name : textOf(key))

/** Attributes and events of an element as the pages write them: `h('button', { popovertarget: 'menu' })`. */
function readElement({ arguments: [tag, props] }: CallExpression): string[] {
  if (textOf(tag) === null || props?.type !== 'ObjectExpression') return []
  const keys = props.properties.flatMap((one) => (one.type === 'Property' ? [(keyOf(one) ?? '').toLowerCase()] : []))
  return keys.flatMap((key) =>
    attributes.isNewer(key)
      ? [`attribute ${key}`]
      : key.startsWith('on') && events.isNewer(key.slice(2))
        ? [`event ${key.slice(2)}`]
        : [],
  )
}

function readCall(node: CallExpression): string[] {
  const method = node.callee.type === 'MemberExpression' ? memberName(node.callee) : null
  const first = textOf(node.arguments[0]) ?? ''
  if (method === 'addEventListener' && events.isNewer(first)) return [`event ${first}`]
  if ((method === 'setAttribute' || method === 'toggleAttribute') && attributes.isNewer(first))
    return [`attribute ${first}`]
  return readElement(node)
}

/** Names that the file itself gives: none of them is the browser's. */
function ownNames(program: Node): ReadonlySet<string> {
  const own = new Set<string>()
  full(program, (node) => {
    if ((node.type as string) === 'VariablePattern') own.add((node as unknown as Identifier).name)
    const id = (node as { id?: Identifier }).id ?? (node as { local?: Identifier }).local
    if (isName(id)) own.add(id.name)
  })
  return own
}

/** Names of what the floor does not know, each once; throws nothing: a text that does not parse is an answer too. */
export function newerInJavaScript(text: string): string[] {
  let program: Node
  try {
    program = parse(text, { ecmaVersion: edition, sourceType: 'module' })
  } catch (error) {
    return [`syntax after ${edition}: ${(error as Error).message}`]
  }
  const own = ownNames(program)
  const found = new Set<string>()
  ancestor(program, {
    MemberExpression(node, _state, above) {
      const name = readMember(node, above.at(-2))
      if (name) found.add(name)
    },
    CallExpression(node) {
      for (const name of readCall(node)) found.add(name)
    },
    Identifier(node, _state, above) {
      const parent = above.at(-2) as { type?: string; operator?: string } | undefined
      const asks = parent?.type === 'UnaryExpression' && parent.operator === 'typeof'
      if (!asks && !own.has(node.name) && globals.isNewer(node.name)) found.add(node.name)
    },
  })
  return [...found]
}
