/** A statement of SQL as its queries, one inside the other: what each reads, and where the queries inside it stand. */

const tokens = /'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\/|"[^"]+"|[a-z_]\w*|\S/gi
const comment = /^(--|\/\*)/
const name = /^[a-z_]\w*$/
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const begins = words('select with')
const newStatement = words('; begin then loop else')
const endsFrom = words('where group order having limit offset window union except intersect set returning for values')
const setOperation = words('union except intersect')
const noAlias = words(
  'on where group order having limit offset join left right inner cross full lateral set union for using',
)

export type Query = {
  /** Tables (and parts named by WITH) in its FROM, in order; the target of an update or a delete too. */
  readonly tables: string[]
  /** Tables that a left join brings to a FROM in which only those before stand. */
  readonly leftJoined: { table: string; before: readonly string[] }[]
  readonly aliases: string[]
  readonly inFrom: Query[]
  /** In what it selects, where, on or by. */
  readonly inside: Query[]
  from: number
  until: number
}

type Frame = { query: Query; among: Query[]; isQuery: boolean; inFrom: boolean; expects: boolean; selected: boolean }

export class Statement {
  readonly tokens: readonly string[]
  readonly roots: Query[] = []
  private readonly frames: Frame[] = []
  private isLeft = false
  /** Within how many `case ... end` the reading stands. */
  private cases = 0

  constructor(sql: string) {
    this.tokens = [...sql.matchAll(tokens)].flatMap(([t]) =>
      comment.test(t) ? [] : [t.toLowerCase().replaceAll('"', '')],
    )
    this.open(this.roots, 0)
    for (const at of this.tokens.keys()) this.read(at)
    while (this.frames.length > 0) this.close(this.tokens.length)
  }

  /** Every query, those inside others too. */
  get queries(): Query[] {
    const all = (list: readonly Query[]): Query[] => list.flatMap((q) => [q, ...all(q.inFrom), ...all(q.inside)])
    return all(this.roots)
  }

  at = (place: number): string => this.tokens[place] ?? ''

  private get top(): Frame {
    return this.frames.at(-1) as Frame
  }

  private open(among: Query[], from: number): void {
    const query = { tables: [], leftJoined: [], aliases: [], inFrom: [], inside: [], from, until: from }
    among.push(query)
    this.frames.push({ query, among, isQuery: true, inFrom: false, expects: false, selected: false })
  }

  private close(until: number): void {
    const frame = this.frames.pop()
    if (frame?.isQuery) frame.query.until = until
  }

  private bracket(at: number): void {
    const { top } = this
    if (!begins.has(this.at(at + 1))) {
      const inFrom = top.inFrom && top.expects
      this.frames.push({ ...top, isQuery: false, inFrom, expects: inFrom })
    } else if (top.inFrom && top.expects) {
      top.expects = false
      this.open(top.query.inFrom, at + 1)
    } else this.open(['as', 'materialized'].includes(this.at(at - 1)) ? this.roots : top.query.inside, at + 1)
  }

  /** `union select`, or the next statement: another query in the same place. */
  private next(at: number): void {
    const { among } = this.top
    this.close(at)
    this.open(among, at)
  }

  private table(at: number): void {
    const { top } = this
    if (this.at(at + 1) === '.') return
    top.expects = false
    const isFunction = this.at(at + 1) === '('
    if (!isFunction) {
      if (this.isLeft) top.query.leftJoined.push({ table: this.at(at), before: [...top.query.tables] })
      top.query.tables.push(this.at(at))
      const alias = this.at(at + 1) === 'as' ? this.at(at + 2) : this.at(at + 1)
      top.query.aliases.push(name.test(alias) && !noAlias.has(alias) ? alias : this.at(at))
    }
    this.isLeft = false
  }

  private read(at: number): void {
    const [before, token] = [this.at(at - 1), this.at(at)]
    const { top } = this
    if (token === 'case') this.cases += 1
    else if (token === 'end' && this.cases > 0) this.cases -= 1
    if (token === '(') this.bracket(at)
    else if (token === ')') {
      if (this.frames.length > 1) this.close(at)
    } else if (newStatement.has(token) && this.frames.length === 1 && this.cases === 0) this.next(at)
    else if (token === 'select' && top.isQuery && top.selected) this.next(at)
    else if (setOperation.has(token)) top.inFrom = false
    else if ((token === 'from' && before !== 'distinct' && top.isQuery) || token === 'join') {
      this.isLeft = token === 'join' && [before, this.at(at - 2)].includes('left')
      Object.assign(top, { inFrom: true, expects: true })
    } else if (token === 'update' && name.test(this.at(at + 1)) && !['for', 'key', 'do'].includes(before))
      Object.assign(top, { inFrom: true, expects: true })
    else if (endsFrom.has(token)) Object.assign(top, { inFrom: false, expects: false })
    else if (token === ',' && top.inFrom) top.expects = true
    else if (top.expects && name.test(token) && !['lateral', 'only'].includes(token)) this.table(at)
    if (token === 'select' || token === 'perform') this.top.selected = true
  }
}
