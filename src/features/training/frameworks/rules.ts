/** What a framework must be before it is approved. Pure. */
import type { Said } from '#kernel/text.ts'
import { type AudiencePost, levelsOfPost, type Topic } from './model.ts'

type Linked = { readonly code: string; readonly requires: readonly string[] }

/** Topics each of which comes before the next, and the last before the first; null where there are none. */
export function findCircle(topics: readonly Linked[]): readonly string[] | null {
  const byCode = new Map(topics.map((topic) => [topic.code, topic]))
  const done = new Set<string>()
  const walk = (code: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(code)) return path.slice(path.indexOf(code))
    if (done.has(code)) return null
    for (const next of byCode.get(code)?.requires ?? []) {
      const found = walk(next, [...path, code])
      if (found) return found
    }
    done.add(code)
    return null
  }
  for (const { code } of topics) {
    const found = walk(code, [])
    if (found) return found
  }
  return null
}

/** "CĐ1 → CĐ2 → CĐ1". */
export const circleSaid = (circle: readonly string[]): string => [...circle, circle[0]].join(' → ')

export type OfFramework = {
  readonly framework: string
  /** The years that it is for, as far as it says them. */
  readonly period: { readonly from: number | null; readonly until: number | null }
}
const yearsSaid = ({ from, until }: OfFramework['period']): string =>
  from === null && until === null ? '' : `${from ?? '...'}-${until ?? '...'}`

/** "Khung bồi dưỡng (2026-2030)"; a name that says its years says them once. */
export function frameworkSaid({ framework, period }: OfFramework): string {
  const years = yearsSaid(period)
  return years && !framework.includes(years) ? `${framework} (${years})` : framework
}

type Coded = OfFramework & { readonly topicId: string; readonly code: string; readonly version: number }
/** By what topics of one code are told apart: the years of their frameworks, else the names, else the versions; '' where a code is of one topic. */
export function toldApart<T extends Coded>(topics: readonly T[]): (topic: T) => string {
  const ways: ((topic: T) => string)[] = [
    ({ period }) => (yearsSaid(period) ? `khung ${yearsSaid(period)}` : ''),
    frameworkSaid,
    (topic) => `${frameworkSaid(topic)}, bản ${topic.version}`,
  ]
  return (topic) => {
    const alike = topics.filter(({ code }) => code === topic.code)
    const many = new Set(alike.map(({ topicId }) => topicId)).size
    if (many === 1) return ''
    const way = ways.find((say) => !alike.map(say).includes('') && new Set(alike.map(say)).size === many)
    return (way ?? frameworkSaid)(topic)
  }
}

/** Those of the posts that nobody holds at any of these levels; without levels all are meant. */
export const nowhereOf = ({ posts, levels }: Pick<Topic, 'posts' | 'levels'>): readonly AudiencePost[] =>
  levels.length === 0
    ? []
    : posts.filter((post) => levelsOfPost[post] !== null && !levelsOfPost[post]?.some((one) => levels.includes(one)))

export type Lack = Said & { readonly lack: 'no_topics' | 'no_period' | 'circle' | 'unknown_topic' }

/** What keeps a draft from being approved, in words. */
export function lacksOf(
  topics: readonly Linked[],
  { periodFrom, periodUntil }: { readonly periodFrom: number | null; readonly periodUntil: number | null },
): Lack[] {
  const circle = findCircle(topics)
  const codes = new Set(topics.map(({ code }) => code))
  const unknown = topics.flatMap(({ code, requires }) =>
    requires.filter((one) => !codes.has(one)).map((one) => ({ code, one })),
  )
  return [
    ...(topics.length === 0
      ? [{ lack: 'no_topics', vi: 'Khung chưa có chuyên đề nào.', en: 'The framework has no topic yet.' } as const]
      : []),
    ...(periodFrom === null || periodUntil === null
      ? [{ lack: 'no_period', vi: 'Khung chưa ghi giai đoạn.', en: 'The framework has no period yet.' } as const]
      : []),
    ...unknown.map(({ code, one }) => ({
      lack: 'unknown_topic' as const,
      vi: `Chuyên đề ${code} cần học trước ${one}, mà khung không có chuyên đề ${one}.`,
      en: `Topic ${code} needs ${one} first, which the framework does not have.`,
    })),
    ...(circle
      ? [
          {
            lack: 'circle' as const,
            vi: `Thứ tự học trước thành vòng: ${circleSaid(circle)}.`,
            en: `What comes before what goes in a circle: ${circleSaid(circle)}.`,
          },
        ]
      : []),
  ]
}
