/** Which tables and functions of the database a text of SQL names. */

/** Stands in a text for what is put in at run time. */
export const hole = '\u25a2'

export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const tokens = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|"[^"]+"|[a-z_]\w*|\S/gi
const comment = /^(--|\/\*)/

const tableFollows = wordsOf('from join into update table only using references truncate analyze lock copy')
const listFollows = wordsOf('from join table only using truncate analyze lock')
const listsColumns = wordsOf('using table')
const passedOver = wordsOf('only table lateral if not exists')
const clauseEnds = wordsOf(
  '; where group order having window limit offset union intersect except returning set values select for do loop',
)

const isName = (token: string): boolean => /^["a-z_\u25a2]/.test(token)

class Reading {
  readonly tokens: readonly string[]
  readonly named: string[] = []
  /** Brackets that hold tables: `from (a join b on true)`. */
  private readonly opened = new Set<number>()
  /** Whether a comma leads to another table, by depth of brackets. */
  private readonly lists: boolean[] = [false]

  constructor(sql: string) {
    this.tokens = [...sql.matchAll(tokens)].flatMap(([t]) => (comment.test(t) ? [] : [t.toLowerCase()]))
  }

  at(place: number): string {
    return this.tokens[place] ?? ''
  }

  /** The table whose name begins here, past `only`, brackets and its schema. */
  take(from: number): void {
    let place = from
    while (passedOver.has(this.at(place)) || this.at(place) === '(') {
      if (this.at(place) === '(') this.opened.add(place)
      place += 1
    }
    if (this.at(place + 1) === '.') {
      if (this.at(place) === 'pg_temp') return
      place += 2
    }
    if (isName(this.at(place))) this.named.push(this.at(place).replaceAll('"', ''))
  }

  private brackets(place: number): void {
    const token = this.at(place)
    if (token === '(') this.lists.push(this.opened.has(place))
    else if (token === ')') this.lists.pop()
    else if (clauseEnds.has(token)) this.lists[this.lists.length - 1] = false
    else if (token === ',' && this.lists.at(-1)) this.take(place + 1)
  }

  read(place: number): void {
    this.brackets(place)
    const [before, token, after] = [this.at(place - 1), this.at(place), this.at(place + 1)]
    // A column, an alias, `is distinct from x`, `join x using (column)`, `returns table (column type)`: no table follows.
    if (before === '.' || before === 'as' || before === 'distinct' || (listsColumns.has(token) && after === '(')) return
    if (tableFollows.has(token)) {
      if (listFollows.has(token)) this.lists[this.lists.length - 1] = true
      this.take(place + 1)
    } else if (isName(token) && token !== hole && (after === '(' || this.at(place + 2) === 'rowtype'))
      this.named.push(token)
    else if (token.startsWith("'") && (this.at(place + 3) === 'regclass' || this.at(place - 2) === 'to_regclass'))
      this.named.push(token.slice(1, -1))
  }
}

/**
 * Names in the place of a table or of a function that is called, in lower case; `hole` where one is put in later. A
 * `fragment` may begin with a table: it is put in where one is due.
 */
export function namesIn(sql: string, { fragment }: { fragment: boolean }): string[] {
  const reading = new Reading(sql)
  const { tokens: all } = reading
  if (fragment && isName(reading.at(0)) && (all.length === 1 || isName(reading.at(1)))) reading.take(0)
  for (const place of all.keys()) reading.read(place)
  return reading.named
}
