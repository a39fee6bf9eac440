/** What the server refused, as a page holds it: code, facts, and a sentence in both languages. */
import type { Facts } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'

export class WebProblem extends Error {
  readonly code: string
  /** The HTTP status; 0 where no answer came. */
  readonly status: number
  readonly title: Said
  readonly facts: Facts

  constructor(code: string, status: number, title: Said, facts: Facts = {}) {
    super(`${code}: ${title.en}`)
    this.name = 'WebProblem'
    this.code = code
    this.status = status
    this.title = title
    this.facts = facts
  }

  /** Which field of what was sent it speaks of, by its name there: `signedOn`; null where it speaks of the whole. */
  get at(): string | null {
    const { at, where } = this.facts
    if (typeof at === 'string') return at
    return typeof where === 'string' && /^\/./.test(where) ? where.slice(1).replaceAll('/', '.') : null
  }

  /** It may pass by itself: asking once more can help. What is not there, or not for the actor, is not there the next time. */
  get passes(): boolean {
    return this.uncertain || this.status === 408 || this.status === 429
  }

  /** Nobody knows whether the change was made: the same command may be sent again under the same id. */
  get uncertain(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

type Body = { code?: string; title?: Partial<Said>; facts?: Facts }

export async function readProblem(answer: Response): Promise<WebProblem> {
  const body = (await answer.json().catch(() => ({}))) as Body
  const { vi, en } = body.title ?? {}
  if (body.code && vi && en) return new WebProblem(body.code, answer.status, { vi, en }, body.facts ?? {})
  const title = {
    vi: `Máy chủ trả lời mã ${answer.status} mà không nói lý do. Hãy thử lại.`,
    en: `The server answered ${answer.status} and gave no reason. Try again.`,
  }
  return new WebProblem('web.unexplained', answer.status, title)
}

/** Any fault as a problem, so that a page always has a sentence to show. */
export const asProblem = (fault: unknown): WebProblem =>
  fault instanceof WebProblem
    ? fault
    : new WebProblem('web.fault', 0, {
        vi: 'Trang gặp lỗi. Hãy tải lại trang.',
        en: 'The page failed. Reload it.',
      })
