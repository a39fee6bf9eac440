/**
 * Problems: what the system says when it refuses. A code, facts as data, and a sentence in both languages.
 * Each room defines its own with `defineProblems`; a sentence missing in one language does not compile.
 */
import { fill, type Said } from './text.ts'

export type ProblemStatus = 400 | 401 | 403 | 404 | 408 | 409 | 413 | 422 | 429 | 500 | 503
export type ProblemSpec = Said & {
  readonly status: ProblemStatus
  /** The field of what was sent that it speaks of: `login`. A form says it there. */
  readonly at?: string
  /** The database's constraints that mean this problem when they refuse; its sentence then has no facts to fill in. */
  readonly constraints?: readonly string[]
}
export type Facts = Readonly<Record<string, unknown>>

const isSaid = (fact: unknown): fact is Said =>
  typeof fact === 'object' && fact !== null && 'vi' in fact && 'en' in fact

/** A fact that is a word of the house (a state, a step) is said in the sentence's language. */
const inLanguage = (facts: Facts, language: keyof Said): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, isSaid(fact) ? fact[language] : fact]))

export class Problem extends Error {
  readonly code: string
  readonly status: ProblemStatus
  readonly facts: Facts
  readonly said: Said

  constructor(code: string, spec: ProblemSpec, facts: Facts = {}) {
    const said = { vi: fill(spec.vi, inLanguage(facts, 'vi')), en: fill(spec.en, inLanguage(facts, 'en')) }
    super(`${code}: ${said.en}`)
    this.name = 'Problem'
    this.code = code
    this.status = spec.status
    this.facts = spec.at ? { at: spec.at, ...facts } : facts
    this.said = said
  }
}

/** Every defined problem by its code, for the test that reads them all and for the printed list. */
export const problemCatalogue = new Map<string, ProblemSpec>()

/** Which problem a constraint of the database means, by the constraint's name. */
export const constraintProblems = new Map<string, string>()

/** The problem of a refusal by a named constraint; null where no room speaks for it. */
export function problemOfConstraint(name: string | undefined): Problem | null {
  const code = constraintProblems.get(name ?? '')
  const spec = problemCatalogue.get(code ?? '')
  return code && spec ? new Problem(code, spec) : null
}

function speakFor(constraint: string, code: string): void {
  if (constraintProblems.has(constraint)) throw new Error(`constraint ${constraint} means two problems`)
  constraintProblems.set(constraint, code)
}

/**
 * Defines a room's problems and returns the function that makes one:
 * `throw householdProblem('household.not_found', { householdId })`.
 */
export function defineProblems<const Specs extends Record<string, ProblemSpec>>(specs: Specs) {
  for (const [code, spec] of Object.entries(specs)) {
    if (problemCatalogue.has(code)) throw new Error(`problem ${code} is defined twice`)
    problemCatalogue.set(code, spec)
    for (const name of spec.constraints ?? []) speakFor(name, code)
  }
  return (code: keyof Specs & string, facts: Facts = {}): Problem => {
    const spec = specs[code]
    if (!spec) throw new Error(`no problem ${code}`)
    return new Problem(code, spec, facts)
  }
}

/** What all rooms may say. */
export const problem = defineProblems({
  'access.sign_in_needed': { status: 401, vi: 'Cần đăng nhập để tiếp tục.', en: 'Please sign in to continue.' },
  'access.denied': {
    status: 403,
    vi: 'Bạn chưa được giao quyền này tại đơn vị này. Hãy hỏi người quản trị của đơn vị.',
    en: 'You have not been given this right here. Ask the administrator of the unit.',
  },
  'access.csrf': {
    status: 403,
    vi: 'Yêu cầu không đến từ trang của hệ thống nên không được nhận. Hãy tải lại trang.',
    en: 'The request did not come from a page of this system and was not accepted. Reload the page.',
  },
  'access.password_change_first': {
    status: 403,
    vi: 'Hãy đổi mật khẩu lần đầu trước khi làm việc.',
    en: 'Change your first password before working.',
  },
  /** `where` names the field, for who shows the refusal beside it. */
  'input.invalid': {
    status: 400,
    vi: 'Có thông tin còn thiếu hoặc chưa đúng dạng. Hãy xem lại các ô rồi gửi lại; nếu không thấy ô nào sai thì tải lại trang, vì phần mềm có thể vừa được nâng cấp. Chưa có gì được ghi.',
    en: 'Something is missing or not in its form. Look over the fields and send again; where none is wrong, reload the page: the software may just have been upgraded. Nothing was written.',
  },
  /** Of an item of a list, whose field says the length of the whole alone. */
  'input.item_too_long': {
    status: 400,
    vi: 'Mục thứ {item} dài {length} ký tự; nhiều nhất {most}. Chưa có gì được ghi.',
    en: 'Item {item} has {length} letters; {most} at most. Nothing was written.',
  },
  'input.unprintable': {
    status: 422,
    vi: 'Giấy tờ không in được {letters} trong “{text}”. Hãy gõ lại bằng chữ thường dùng. Chưa có gì được ghi.',
    en: 'Papers cannot show {letters} in “{text}”. Type it again in usual letters. Nothing was written.',
  },
  'input.too_large': {
    status: 413,
    vi: 'Tệp hoặc dữ liệu quá lớn. Chưa có gì được ghi.',
    en: 'The file or data is too large. Nothing was written.',
  },
  'record.not_found': { status: 404, vi: 'Không tìm thấy.', en: 'Not found.' },
  'record.conflict': {
    status: 409,
    vi: 'Việc này trái với dữ liệu đã có, có thể vì người khác vừa làm xong. Hãy tải lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'This contradicts what is already held, perhaps because someone else has just done it. Reload and go on. Nothing was written.',
  },
  'record.changed_since': {
    status: 409,
    vi: 'Trong lúc bạn sửa, người khác đã ghi khác bạn ở {count} mục. Hãy xem hai bên, chọn giá trị đúng rồi ghi lại. Chưa có gì được ghi.',
    en: 'While you were editing, somebody else recorded {count} of these fields differently. Compare, choose and record again. Nothing was written.',
  },
  'command.reused': {
    status: 409,
    vi: 'Lần gửi trước đã tới nơi, với nội dung khác lần này. Hãy mở lại xem đã ghi gì rồi làm tiếp; lần này chưa ghi gì thêm.',
    en: 'What was sent before has arrived, and said something else. Look at what was recorded and go on from there; nothing more was written now.',
  },
  'command.running': {
    status: 503,
    vi: 'Chính việc này đã gửi lên và đang được làm, chưa xong. Không cần nhập lại: hãy xem lại sau {retryAfterSeconds} giây; gửi lại không bị ghi hai lần.',
    en: 'This very act has been sent and is still being done. Nothing need be typed again: look again in {retryAfterSeconds} seconds; sending again writes nothing twice.',
  },
  'server.fault': {
    status: 500,
    vi: 'Hệ thống gặp lỗi và chưa ghi gì. Hãy thử lại; nếu vẫn lỗi, báo mã {trace} cho người quản trị.',
    en: 'The system failed and wrote nothing. Try again; if it persists, give code {trace} to the administrator.',
  },
  'server.not_ready': {
    status: 503,
    vi: 'Hệ thống chưa sẵn sàng. Hãy thử lại sau {retryAfterSeconds} giây.',
    en: 'The system is not ready. Try again in {retryAfterSeconds} seconds.',
  },
  'server.outdated': {
    status: 503,
    vi: 'Hệ thống vừa được nâng cấp và đang khởi động lại. Hãy thử lại sau {retryAfterSeconds} giây; gửi lại không bị ghi hai lần.',
    en: 'The system was just upgraded and is starting again. Try again in {retryAfterSeconds} seconds; sending again writes nothing twice.',
  },
  'server.away': {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời không trả lời. Hãy thử lại sau {retryAfterSeconds} giây; gửi lại không bị ghi hai lần.',
    en: 'The database does not answer at the moment. Try again in {retryAfterSeconds} seconds; sending again writes nothing twice.',
  },
  'server.busy': {
    status: 503,
    vi: 'Hệ thống đang rất bận, chưa có gì được ghi. Hãy thử lại sau {retryAfterSeconds} giây.',
    en: 'The system is very busy and wrote nothing. Try again in {retryAfterSeconds} seconds.',
  },
  'server.held': {
    status: 503,
    vi: 'Một việc khác đang làm trên cùng dữ liệu này, chưa có gì được ghi. Hãy thử lại sau {retryAfterSeconds} giây.',
    en: 'Something else is working on the same data; nothing was written. Try again in {retryAfterSeconds} seconds.',
  },
  'server.too_long': {
    status: 503,
    vi: 'Việc này kéo dài quá mức cho phép nên đã được dừng, chưa có gì được ghi. Hãy thử lại sau {retryAfterSeconds} giây.',
    en: 'This took longer than is allowed and was stopped; nothing was written. Try again in {retryAfterSeconds} seconds.',
  },
  'server.disk_full': {
    status: 503,
    vi: 'Đĩa của máy chủ đã đầy nên chưa ghi được gì. Hãy báo người quản trị, rồi thử lại sau {retryAfterSeconds} giây.',
    en: 'The disk of the server is full and nothing was written. Tell the administrator and try again in {retryAfterSeconds} seconds.',
  },
})
