/** The households of a round as a file and on paper. */
import { namesOn } from '#features/areas/queries.ts'
import { accountNames } from '#features/people/queries.ts'
import { askedStateWords } from '#features/rounds/model.ts'
import { getRound } from '#features/rounds/must.ts'
import type { RoundRow } from '#features/rounds/queries.ts'
import { classWords } from '#kernel/classes.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Route } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { caseTexts, unseenSaid } from './columns.ts'
import * as contract from './list/contract.ts'
import { casesAt } from './routes.ts'

type Filter = InputOf<typeof contract.listCases>

const open: Said = { vi: 'chưa xác định được', en: 'not determined' }
const ofClass = (name: NonNullable<Filter['class']>): Said => {
  if (name === 'none') return noSurvey
  return name === 'open' ? open : classWords[name]
}
const after = (lead: Said, { vi, en }: Said): Said => ({ vi: `${lead.vi}: ${vi}`, en: `${lead.en}: ${en}` })
const byOpening: Said = { vi: 'diện theo phiếu', en: 'class by the survey' }
const byClosing: Said = { vi: 'diện theo chuẩn trước', en: 'class by the standard before' }
const noSurvey: Said = { vi: 'chưa có phiếu', en: 'no survey yet' }
const undecidable: Said = { vi: 'chỉ hộ chưa quyết định được', en: 'only those that cannot be decided' }
const unclassed: Said = { vi: 'chỉ hộ trở lại mà chưa được phân loại', en: 'only those back without a class' }

async function filtersOf(db: Db, round: RoundRow, f: Filter): Promise<(Said | string)[]> {
  const villages = f.villageId ? await namesOn(db, [f.villageId], round.windowUntil) : null
  const [enumerator] = f.enumeratorId ? await accountNames(db, [f.enumeratorId]) : []
  const q = f.q?.trim()
  return [
    villages?.values().next().value ?? '',
    f.state ? askedStateWords[f.state] : '',
    f.class ? after(byOpening, ofClass(f.class)) : '',
    f.closingClass ? after(byClosing, ofClass(f.closingClass)) : '',
    enumerator ? { vi: `rà soát viên ${enumerator.full_name}`, en: `enumerator ${enumerator.full_name}` } : '',
    f.undecidable ? undecidable : '',
    f.unclassed ? unclassed : '',
    q ? { vi: `tìm "${q}"`, en: `search "${q}"` } : '',
  ].filter((phrase) => phrase !== '')
}

export const caseFiles: Route[] = [
  fileOf(contract.casesFile, async ({ db, input, today }, window) => {
    const round = await getRound(db, input.roundId)
    const { cases, unseen, unseenIn } = await casesAt(db, round, { filter: input, window, today })
    return {
      rows: cases,
      columns: caseTexts({ closes: round.closing_hash !== null, holdFrom: round.classesHoldFrom, today }),
      title: { vi: 'Hộ của kỳ rà soát', en: 'Households of the round' },
      place: `${round.areaName}, ${round.name}`,
      filters: [...(await filtersOf(db, round, input)), ...(unseen > 0 ? [unseenSaid(unseen, unseenIn)] : [])],
    }
  }),
]
