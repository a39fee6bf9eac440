/** Plain phrases for facts and classes, as one would say them to the family. */

import { showBeside, showNumber } from '#kernel/numbers.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Threshold } from '../model/threshold.ts'
import type { Because, Class } from '../model/verdict.ts'
import type { SchoolLevel } from '../model/words.ts'

export const classNames: Record<Class, Said> = {
  poor: { vi: 'Hộ nghèo', en: 'Poor household' },
  near_poor: { vi: 'Hộ cận nghèo', en: 'Near-poor household' },
  average: { vi: 'Hộ có mức sống trung bình', en: 'Household of average living standard' },
  not_poor: { vi: 'Hộ không nghèo', en: 'Household not poor' },
}

/** By path and answer. What is not here is told by the indicator's own name. */
const facts: Record<string, Said> = {
  'members[].healthInsurance=false': { vi: '{who} chưa có bảo hiểm y tế', en: '{who} has no health insurance' },
  'members[].job=none': { vi: '{who} muốn làm việc mà chưa có việc', en: '{who} wants to work and has no work' },
  'members[].contract=false': { vi: '{who} làm công không có hợp đồng', en: '{who} does wage work without a contract' },
  'members[].nutrition=low_height': { vi: '{who} thấp so với tuổi', en: '{who} has low height for age' },
  'members[].nutrition=low_weight': { vi: '{who} nhẹ cân so với tuổi', en: '{who} has low weight for age' },
  'members[].nutrition=low_both': {
    vi: '{who} thấp và nhẹ cân so với tuổi',
    en: '{who} has low height and weight for age',
  },
  'members[].seriousIllness=true': {
    vi: '{who} ốm nặng mà không đi khám',
    en: '{who} was seriously ill and sought no care',
  },
  'housing.wall=not_durable': { vi: 'tường không bền chắc', en: 'the walls are not durable' },
  'housing.pillar=not_durable': { vi: 'cột không bền chắc', en: 'the pillars are not durable' },
  'housing.roof=not_durable': { vi: 'mái không bền chắc', en: 'the roof is not durable' },
  'water.source=unprotected_dug_well': {
    vi: 'dùng giếng đào không được bảo vệ',
    en: 'the water is from an unprotected dug well',
  },
  'water.source=unprotected_spring': {
    vi: 'dùng khe, mó không được bảo vệ',
    en: 'the water is from an unprotected spring',
  },
  'water.source=surface': { vi: 'dùng nước sông, suối, ao, hồ', en: 'the water is from a river, stream or pond' },
  'water.source=other': { vi: 'dùng nguồn nước khác', en: 'the water is from another source' },
  'sanitation.toilet=plain_pit': { vi: 'nhà tiêu là hố đào đơn giản', en: 'the toilet is a plain pit' },
  'sanitation.toilet=over_water': { vi: 'cầu tiêu trên ao, sông', en: 'the toilet is over a pond or river' },
  'sanitation.toilet=none': { vi: 'không có nhà tiêu', en: 'there is no toilet' },
  'sanitation.toilet=other': { vi: 'dùng loại nhà tiêu khác', en: 'the toilet is of another kind' },
  'information.means=': { vi: 'không có phương tiện nào', en: 'there are no such means' },
  'information.internet=false': { vi: 'không ai dùng internet', en: 'nobody uses the internet' },
  'information.phone=false': { vi: 'không ai có thuê bao điện thoại', en: 'nobody has a phone subscription' },
  'information.loudspeaker=false': { vi: 'không nghe được loa', en: 'no loudspeaker can be heard' },
}

const levels: Readonly<Record<Exclude<SchoolLevel, 'none'>, Said>> = {
  preschool: { vi: 'mầm non', en: 'preschool' },
  primary: { vi: 'tiểu học', en: 'primary school' },
  lower_secondary: { vi: 'trung học cơ sở', en: 'lower secondary school' },
  upper_secondary: { vi: 'trung học phổ thông', en: 'upper secondary school' },
  vocational_elementary: { vi: 'sơ cấp nghề', en: 'elementary vocational school' },
  vocational_intermediate: { vi: 'trung cấp', en: 'intermediate vocational school' },
  college: { vi: 'cao đẳng', en: 'college' },
  university: { vi: 'đại học', en: 'university' },
}
const levelOf = (value: unknown): Said | undefined => levels[value as keyof typeof levels]

const meansWords: Readonly<Record<string, Said>> = {
  tv: { vi: 'tivi', en: 'a TV' },
  radio: { vi: 'đài', en: 'a radio' },
  desktop: { vi: 'máy tính để bàn', en: 'a desktop computer' },
  telephone: { vi: 'điện thoại', en: 'a telephone' },
  laptop: { vi: 'máy tính xách tay', en: 'a laptop' },
  tablet: { vi: 'máy tính bảng', en: 'a tablet' },
  smartphone: { vi: 'điện thoại thông minh', en: 'a smartphone' },
}

const adult: Said = { vi: '{who} chưa có trình độ phù hợp với tuổi', en: '{who} lacks the schooling for the age' }
const otherLevel: Said = {
  vi: '{who} đang học {level}, chưa đúng cấp với tuổi',
  en: '{who} attends {level}, which is not the level for the age',
}
const atHome: Said = { vi: '{who} hiện không đi học', en: '{who} attends no school' }
const finishedAtHome: Said = {
  vi: '{who} đã học xong {level} nhưng hiện không đi học, mà chuẩn xét việc đang đi học',
  en: '{who} has finished {level} but attends no school, and attending is what counts',
}
const onlyMeans: Said = { vi: 'chỉ có {means}, chuẩn này không tính', en: 'only {means}, which does not count here' }
const areaEach: Said = { vi: '{area} m² một người', en: '{area} m² a person' }
const areaOfAll: Said = { vi: 'cả nhà {area} m²', en: '{area} m² for all' }
const dependants: Said = {
  vi: '{yes} trong {of} người là người phụ thuộc',
  en: '{yes} of {of} members are dependants',
}

type Speaker = { lang: keyof Said; nameOf: (person: string) => string }
/** Of one indicator: its key and, where the law at hand still holds it, its threshold. */
export type Reasoned = { readonly key: string; readonly threshold: Threshold | undefined }
type Values = ReadonlyMap<string, unknown>

/** Why a child lacks schooling, from what it attends and, where it was told, what it has finished. */
function childPhrase(values: Values, lang: keyof Said): string {
  const attends = levelOf(values.get('members[].studying'))
  if (attends) return fill(otherLevel[lang], { level: attends[lang] })
  const has = levelOf(values.get('members[].finished'))
  return has ? fill(finishedAtHome[lang], { level: has[lang] }) : atHome[lang]
}

/** `{who}` still stands in it. A kept verdict may hold facts that did not decide: the contract of who has no job. */
function personPhrases(key: string, values: Values, lang: keyof Said): string[] {
  if (key === 'childSchoolAttendance') return [childPhrase(values, lang)]
  if (key === 'adultEducation') return [adult[lang]]
  const jobless = values.get('members[].job') === 'none'
  return [...values].flatMap(([path, value]) => {
    if (jobless && path === 'members[].contract') return []
    const phrase = facts[`${path}=${String(value)}`]
    return phrase ? [phrase[lang]] : []
  })
}

function areaPhrase(values: Values, threshold: Threshold | undefined, lang: keyof Said): string | null {
  const line = threshold?.method === 'area_below' ? [threshold.params.perPerson.value] : []
  const each = values.get('housing.areaPerPerson')
  if (typeof each === 'number') return fill(areaEach[lang], { area: showBeside(each, line, 1) })
  const all = values.get('housing.areaM2')
  return typeof all === 'number' ? fill(areaOfAll[lang], { area: showNumber(all) }) : null
}

function meansPhrase(value: unknown, lang: keyof Said): string {
  const owned = (Array.isArray(value) ? value : []).map((one) => meansWords[String(one)]?.[lang] ?? String(one))
  return owned.length === 0
    ? (facts['information.means=']?.[lang] ?? '')
    : fill(onlyMeans[lang], { means: owned.join(', ') })
}

/** Of the household as a whole. */
function ownPhrases({ threshold }: Reasoned, values: Values, lang: keyof Said): string[] {
  const area = areaPhrase(values, threshold, lang)
  if (area !== null) return [area]
  return [...values].flatMap(([path, value]) => {
    if (path === 'information.means') return [meansPhrase(value, lang)]
    if (path === 'dependants') return [fill(dependants[lang], value as Record<string, unknown>)]
    const phrase = facts[`${path}=${String(value)}`]
    return phrase ? [phrase[lang]] : []
  })
}

/** The facts of each person, under its id, and those of the household, under null. */
function byPerson(because: readonly Because[]): Map<string | null, Map<string, unknown>> {
  const people = new Map<string | null, Map<string, unknown>>()
  for (const { path, person = null, value } of because) {
    const values = people.get(person) ?? new Map<string, unknown>()
    people.set(person, values.set(path, value))
  }
  return people
}

/** The facts that made an indicator lack, each phrase once. */
export function factPhrases(of: Reasoned, because: readonly Because[], { lang, nameOf }: Speaker): string[] {
  const said = [...byPerson(because)].flatMap(([person, values]) => {
    if (person === null) return ownPhrases(of, values, lang)
    return personPhrases(of.key, values, lang).map((phrase) => phrase.replace('{who}', () => nameOf(person)))
  })
  return [...new Set(said)]
}
