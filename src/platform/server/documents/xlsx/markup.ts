/**
 * How long one piece of XML may be. The library begins a tag anew with every bite while its end has not come, so that
 * one tag of a hundred megabytes takes it minutes; no office writes such a thing.
 */

/** Bytes from `<` to its end: of a tag, a comment, a section. */
const longestMarkup = 65_536
/** Bytes between two of them: the longest cell of Excel (32,767 letters), each written as long as it can be. */
const longestText = 262_144

const [open, close, slash, bang, query, double, single] = Buffer.from(`<>/!?"'`)

/** How what begins at `at` ends, as the library sees it; null for a tag, whose quotes count. */
function endOf(xml: Buffer, at: number): string | null {
  const next = xml[at + 1]
  if (next === query) return '?>'
  if (next === slash) return '>'
  if (next !== bang) return null
  const word = xml.toString('latin1', at, at + 9)
  if (word.startsWith('<!--')) return '-->'
  return word === '<![CDATA[' ? ']]>' : '>'
}

/** Where a tag ends; `-1` where it does not within `limit`. */
function tagEnd(xml: Buffer, from: number, limit: number): number {
  let quote = 0
  for (let at = from; at < limit; at++) {
    const byte = xml[at] as number
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === double || byte === single) quote = byte
    else if (byte === close) return at + 1
  }
  return -1
}

/** The index behind what begins at `at` with `<`; `-1` where it is too long or never ends. */
function markupEnd(xml: Buffer, at: number): number {
  const limit = Math.min(xml.length, at + longestMarkup)
  const mark = endOf(xml, at)
  if (mark === null) return tagEnd(xml, at + 1, limit)
  const skipped = mark === '-->' ? 4 : mark === ']]>' ? 9 : 2
  const found = xml.subarray(0, limit).indexOf(mark, at + skipped)
  return found < 0 ? -1 : found + mark.length
}

/** Whether every tag, comment and text has an end and a length that offices write. Looks at each byte once. */
export function isPlainMarkup(xml: Buffer): boolean {
  let at = 0
  while (at < xml.length) {
    const from = at
    while (at < xml.length && xml[at] !== open) at++
    if (at - from > longestText) return false
    if (at === xml.length) return true
    at = markupEnd(xml, at)
    if (at < 0) return false
  }
  return true
}
