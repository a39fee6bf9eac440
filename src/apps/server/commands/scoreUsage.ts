/** What is wrong with how `nb score` was called, in both languages. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Said } from '#kernel/text.ts'

/** A use of the command that cannot be followed; told on standard error with exit code 2. */
export class UsageError extends Error {
  readonly said: Said
  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** Options and file names. An option that takes a value and stands twice is refused: the last would count unseen. */
export function parsedOnce<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true, tokens: true })
    const named = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : []))
    const twice = named.find((name, at) => named.indexOf(name) !== at)
    if (twice) throw new UsageError({ vi: `${twice} có hai lần`, en: `${twice} stands twice` })
    return parsed
  } catch (error) {
    const [name = ''] = /(?<=')-[^' ]*/.exec(error instanceof Error ? error.message : '') ?? []
    if (codeOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      throw new UsageError({ vi: `không có tuỳ chọn ${name}`, en: `there is no option ${name}` })
    if (codeOf(error) === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UsageError({
        vi: `tuỳ chọn ${name} thiếu giá trị, hoặc có giá trị thừa`,
        en: `option ${name} lacks its value, or has one that it does not take`,
      })
    throw error
  }
}

const unread: Readonly<Record<string, Said>> = {
  ENOENT: { vi: 'không có tệp này', en: 'there is no such file' },
  ENOTDIR: { vi: 'không có tệp này', en: 'there is no such file' },
  EACCES: { vi: 'không có quyền đọc tệp này', en: 'this file may not be read' },
  EPERM: { vi: 'không có quyền đọc tệp này', en: 'this file may not be read' },
  EISDIR: { vi: 'đây là thư mục, không phải tệp', en: 'this is a folder, not a file' },
}

/** What kept a file from being read, as a use that cannot be followed. */
export function unreadable(file: string, error: unknown): UsageError {
  const said = unread[codeOf(error)]
  const why = error instanceof Error ? error.message : String(error)
  return new UsageError({
    vi: `${file}: ${said?.vi ?? 'không đọc được'}`,
    en: `${file}: ${said?.en ?? `cannot be read (${why})`}`,
  })
}
