/** Plain phrases for facts and classes, as one would say them to the family. */

import type { Said } from '#kernel/text.ts'
import type { Because, Class } from '../model/verdict.ts'

export const classNames: Record<Class, Said> = {
  poor: { vi: 'Hộ nghèo', en: 'Poor household' },
  near_poor: { vi: 'Hộ cận nghèo', en: 'Near-poor household' },
  average: { vi: 'Hộ có mức sống trung bình', en: 'Household of average living standard' },
  not_poor: { vi: 'Hộ không nghèo', en: 'Household not poor' },
}

/** By path and answer; `{who}` is the member's name. What is not here is told by the indicator's own name. */
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

/** Indicators whose reason is a person and not one answer. */
const byIndicator: Record<string, Said> = {
  adultEducation: { vi: '{who} chưa có trình độ phù hợp với tuổi', en: '{who} lacks the schooling for the age' },
  childSchoolAttendance: { vi: '{who} chưa đi học đúng cấp', en: '{who} is not in the right school' },
}

type Speaker = { lang: keyof Said; nameOf: (person: string) => string }

const round = (value: number): string => String(Math.round(value * 10) / 10)

function numberPhrase({ path, value }: Because, lang: keyof Said): string | null {
  const comma = (text: string) => (lang === 'vi' ? text.replace('.', ',') : text)
  if (path === 'housing.areaPerPerson' && typeof value === 'number')
    return lang === 'vi' ? `${comma(round(value))} m² một người` : `${round(value)} m² a person`
  if (path !== 'dependants') return null
  const { yes, of } = value as { yes: number; of: number }
  return lang === 'vi' ? `${yes} trong ${of} người là người phụ thuộc` : `${yes} of ${of} members are dependants`
}

/** The facts that made an indicator lack, each phrase once. */
export function factPhrases(key: string, because: readonly Because[], { lang, nameOf }: Speaker): string[] {
  const said = because.flatMap((fact) => {
    const number = numberPhrase(fact, lang)
    if (number !== null) return [number]
    const phrase =
      facts[`${fact.path}=${String(fact.value)}`] ?? (fact.person === undefined ? undefined : byIndicator[key])
    return phrase === undefined
      ? []
      : [phrase[lang].replace('{who}', fact.person === undefined ? '' : nameOf(fact.person))]
  })
  return [...new Set(said)]
}
