/** What a sheet says of its cells beside their text. Each byte is looked at once: the file may be made to be slow. */

export type Marked = {
  /** Cells with a formula of which the file holds no result: `D4`. */
  readonly unresolved: ReadonlySet<string>
  /** Cells with a formula, a link among them, whose result the file holds. */
  readonly computed: ReadonlySet<string>
  /** Rows of which a cell that says something is struck through. */
  readonly struck: ReadonlySet<number>
}
export const unmarked: Marked = { unresolved: new Set(), computed: new Set(), struck: new Set() }

/** How attributes are looked for: there are millions of cells. */
const attributes = {
  r: /\sr=["']([^"']*)["']/,
  s: /\ss=["']([^"']*)["']/,
  t: /\st=["']([^"']*)["']/,
  val: /\sval=["']([^"']*)["']/,
  fontId: /\sfontId=["']([^"']*)["']/,
} as const
const attribute = (tag: string, name: keyof typeof attributes): string | undefined => attributes[name].exec(tag)?.[1]

/** Cells with something in them: their tag, and what stands in it. */
function* filledCells(xml: Buffer): Generator<{ readonly tag: string; readonly body: string }> {
  for (let at = xml.indexOf('<c '); at >= 0; ) {
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd < 0) return
    const tag = xml.toString('latin1', at, tagEnd + 1)
    const end = tag.endsWith('/>') ? tagEnd : xml.indexOf('</c>', tagEnd)
    if (end < 0) return
    if (end > tagEnd) yield { tag, body: xml.toString('latin1', tagEnd + 1, end) }
    at = xml.indexOf('<c ', end)
  }
}

const isOff = (tag: string): boolean => /^(0|false|off)$/.test(attribute(tag, 'val') ?? '')

/** Of the styles of cells, by their number, those whose letters are struck through. */
function struckStyles(styles: string): Set<string> {
  const fonts = new Set<number>()
  const struck = new Set<string>()
  let [within, font, style] = ['', -1, -1]
  for (const [tag, end, name = ''] of styles.matchAll(/<(\/?)(?:\w+:)?(fonts|font|strike|cellXfs|xf)\b[^>]*>/g)) {
    if (name === 'fonts' || name === 'cellXfs') within = end ? '' : name
    if (end || within === '') continue
    if (within === 'fonts' && name === 'font') font += 1
    if (within === 'fonts' && name === 'strike' && !isOff(tag)) fonts.add(font)
    if (within !== 'cellXfs' || name !== 'xf') continue
    style += 1
    if (fonts.has(Number(attribute(tag, 'fontId')))) struck.add(String(style))
  }
  return struck
}

const isFormula = (body: string): boolean => /<f[\s/>]/.test(body)
/** An empty text is a result too, and says so by its kind. */
const hasResult = (tag: string, body: string): boolean =>
  /<v>[^<]/.test(body) || (attribute(tag, 't') === 'str' && /<v/.test(body))

/** `styles`: of the workbook. A sheet without a formula or a struck letter is not gone through. */
export function markedIn(sheet: Buffer, styles: Buffer | undefined): Marked {
  const known = styles?.includes('strike') ? struckStyles(styles.toString('latin1')) : new Set<string>()
  if (known.size === 0 && !sheet.includes('<f')) return unmarked
  const [unresolved, computed] = [new Set<string>(), new Set<string>()]
  const struck = new Set<number>()
  for (const { tag, body } of filledCells(sheet)) {
    const cell = attribute(tag, 'r') ?? ''
    if (isFormula(body)) (hasResult(tag, body) ? computed : unresolved).add(cell)
    if (known.size > 0 && known.has(attribute(tag, 's') ?? '')) struck.add(Number(/\d+$/.exec(cell)?.[0]))
  }
  return { unresolved, computed, struck }
}
