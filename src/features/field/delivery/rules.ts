/** A file in which finished forms leave a phone without a line: a line for what it is, then one for each sealed form. */

const head = 'nang-buoc-phieu 1'
const sealedForm = /^1\.[^.\s]{1,100}\.[0-9a-f-]{36}\.[A-Za-z0-9_-]{100,400000}$/

export const fileText = (sealed: readonly string[]): string => `${[head, ...sealed].join('\n')}\n`

/** What it holds, each once; null where it is no such file. A line that was cut short is told of by `broken`. */
export function readFile(text: string): { readonly sealed: readonly string[]; readonly broken: number } | null {
  const [first, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (first?.trim() !== head) return null
  const given = lines.map((line) => line.trim()).filter(Boolean)
  const sealed = [...new Set(given.filter((line) => sealedForm.test(line)))]
  return { sealed, broken: given.filter((line) => !sealedForm.test(line)).length }
}

/** `phieu-mai-20261128.nangbuoc` */
export const fileName = (login: string, day: string): string =>
  `phieu-${login.replace(/[^a-z0-9]/gi, '')}-${day.replaceAll('-', '')}.nangbuoc`
