/** What tells an official apart from namesakes: year of birth, the present post, the unit; without a post, how the phone ends and when the record was entered. */

import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { say } from '#platform/web/language.ts'
import type * as contract from '../contract.ts'

type Found = OutputOf<typeof contract.searchOfficials>['officials'][number]

export const toldApart = ({ birthYear, unitName, posts, phoneEnd, enteredOn }: Found): string =>
  [
    String(birthYear),
    ...(posts ? [say(posts)] : []),
    unitName,
    ...(phoneEnd ? [say({ vi: 'điện thoại ...{end}', en: 'phone ...{end}' }, { end: phoneEnd })] : []),
    ...(enteredOn ? [say({ vi: 'ghi vào sổ {day}', en: 'entered on {day}' }, { day: showDate(enteredOn) })] : []),
  ].join('; ')
