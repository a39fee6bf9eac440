/** Walking the form: reading and writing an answer by its path, what is asked of whom, what is still missing. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Facts, Member } from '../model/facts.ts'
import type { Condition, Form, Question } from '../model/form.ts'
import { oldestAge, partsOf, youngestAge } from './ages.ts'
import type { Scorer } from './compile.ts'

type Tree = Readonly<Record<string, unknown>>
const memberPrefix = 'members[].'
export const isMemberPath = (path: string): boolean => path.startsWith(memberPrefix)

const under = (tree: Tree | undefined, keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Tree)[key] : undefined), tree)

const memberAt = (facts: Facts, person: string | undefined): Member | undefined =>
  facts.members?.find((m) => m.id === person)

/** The answer at a path (`housing.wall`; `members[].job` of a person); undefined where it is not given. */
export function answerAt(facts: Facts, path: string, person?: string): unknown {
  if (!isMemberPath(path)) return under(facts, path.split('.'))
  return under(memberAt(facts, person), path.slice(memberPrefix.length).split('.'))
}

function withAt(tree: Tree, keys: readonly string[], value: unknown): Tree {
  const [key, ...rest] = keys
  if (key === undefined) return tree
  const { [key]: held, ...others } = tree
  if (rest.length === 0) return value === undefined ? others : { ...tree, [key]: value }
  const inner = withAt(typeof held === 'object' && held !== null ? (held as Tree) : {}, rest, value)
  return Object.keys(inner).length === 0 ? others : { ...tree, [key]: inner }
}

/** The facts with one answer set, or taken back where the value is undefined. The value is not checked here. */
export function withAnswer(facts: Facts, at: { path: string; person?: string }, value: unknown): Facts {
  if (!isMemberPath(at.path)) return withAt(facts, at.path.split('.'), value) as Facts
  const keys = at.path.slice(memberPrefix.length).split('.')
  const members = (facts.members ?? []).map((m) => (m.id === at.person ? (withAt(m, keys, value) as Member) : m))
  return { ...facts, members }
}

export type Asked = { facts: Facts; day: PlainDate; person?: string }

function conditionHolds(condition: Condition, { facts, day, person }: Asked): boolean {
  if ('path' in condition) {
    const answer = answerAt(facts, condition.path, person)
    if (answer === undefined) return false
    return condition.is.some((v) => (Array.isArray(answer) ? answer.includes(v) : answer === v))
  }
  const birth = memberAt(facts, person)?.birth
  const on = partsOf(day)
  const { from = 0, below = 999 } = condition.age
  return youngestAge(birth, on) < below && oldestAge(birth, on) >= from
}

/** Is the question asked, given the answers so far? */
export const isAsked = (question: Question, asked: Asked): boolean =>
  (question.askWhen ?? []).every((c) => conditionHolds(c, asked))

export type MissingAnswer = {
  section: string
  group: string
  question: string
  path: string
  person?: string
  /** The verdict by the standard is open because of it; else the form alone asks for it. */
  forVerdict: boolean
}

/** Every question, in the order of the form. */
export const questionsOf = (form: Form): Question[] =>
  form.sections.flatMap((s) => s.groups.flatMap((g) => g.questions))

const byId = new WeakMap<Form, ReadonlyMap<string, Question>>()
/** A question by its id; undefined where the form has none such. */
export function questionCalled(form: Form, id: string): Question | undefined {
  const held = byId.get(form) ?? new Map(questionsOf(form).map((question) => [question.id, question]))
  byId.set(form, held)
  return held.get(id)
}

/** The path as a verdict names it: `members[p1].job`. */
export const pathOf = (path: string, person?: string): string =>
  person === undefined || !isMemberPath(path) ? path : `members[${person}].${path.slice(memberPrefix.length)}`

function askedTimes(
  form: Form,
  facts: Facts,
): { section: string; group: string; question: Question; person?: string }[] {
  return form.sections.flatMap((s) => {
    const people: (string | undefined)[] = s.repeat === 'members' ? (facts.members ?? []).map((m) => m.id) : [undefined]
    return people.flatMap((person) =>
      s.groups.flatMap((g) =>
        g.questions.map((question) => ({
          section: s.id,
          group: g.id,
          question,
          ...(person === undefined ? {} : { person }),
        })),
      ),
    )
  })
}

/** The list of members is no question of its own: it is missing where a verdict waits for it. */
function missingMembers(form: Form, waited: ReadonlySet<string>): MissingAnswer[] {
  const section = form.sections.find((s) => s.repeat === 'members')
  const group = section?.groups[0]
  if (section === undefined || group === undefined || !waited.has('members')) return []
  return [{ section: section.id, group: group.id, question: 'members', path: 'members', forVerdict: true }]
}

/**
 * The questions of the form still to be answered, in the order of the form: those it requires, and those for which a
 * verdict waits. More than one scorer where the same survey closes one standard and opens another.
 */
export function missingAnswers(of: {
  facts: Facts
  scorers: readonly Scorer[]
  form: Form
  day: PlainDate
}): MissingAnswer[] {
  const { facts, form, day } = of
  const waited = new Set(of.scorers.flatMap((s) => s.explain(facts, day).missing))
  const open = askedTimes(form, facts).flatMap(({ section, group, question, person }) => {
    const who = person === undefined ? {} : { person }
    const forVerdict = waited.has(pathOf(question.path, person))
    // A birth known by its year alone is an answer, yet a verdict may wait for its day.
    const given = answerAt(facts, question.path, person) !== undefined && !(question.kind === 'birth' && forVerdict)
    if (given || !(forVerdict || question.required) || !isAsked(question, { facts, day, ...who })) return []
    return [{ section, group, question: question.id, path: question.path, ...who, forVerdict }]
  })
  return [...missingMembers(form, waited), ...open]
}
