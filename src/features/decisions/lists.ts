/** The lists of decisions and their figures as files and on paper. */

import { getArea, namesOn } from '#features/areas/queries.ts'
import { getRound } from '#features/rounds/must.ts'
import { classWords } from '#kernel/classes.ts'
import { showDate } from '#kernel/dates.ts'
import type { Route } from '#platform/server/handle.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { figureColumns } from './classes/columns.ts'
import { classFiguresFile } from './classes/contract.ts'
import { figuresAt } from './classes/routes.ts'
import { entryColumns } from './columns.ts'
import { entriesFile } from './contract.ts'
import { movementWords } from './model.ts'
import { placeOfDecision } from './place.ts'
import { elsewhereSaid, villageFigureColumns } from './round/columns.ts'
import { figuresFile } from './round/contract.ts'
import { figuresOfRound } from './round/figures.ts'
import { getShown, linesOnly, shownEntries, unseenOf } from './shown.ts'
import { listEntries } from './views.ts'

const whole = { whole: true } as const

export const decisionFiles: Route[] = [
  fileOf(entriesFile, async ({ db, input, today }, window) => {
    const row = await getShown(db, input.decisionId)
    const { decisionId, class: ofClass, movement, villageId } = input
    const entries = await listEntries(
      db,
      { decisionId, class: ofClass, movement, villageId },
      { ...window, as: 'list' },
    )
    const unseen = await unseenOf(db, decisionId)
    const villages = villageId ? await namesOn(db, [villageId], row.windowFrom) : new Map<string, string>()
    return {
      rows: await shownEntries(db, entries, { areaId: row.areaId, today }),
      columns: entryColumns,
      title: { vi: 'Hộ trong quyết định', en: 'Households of the decision' },
      place: [(await placeOfDecision(db, row)).name, row.number ?? row.roundName].join(', '),
      filters: [
        ...villages.values(),
        ...(ofClass ? [classWords[ofClass]] : []),
        ...(movement ? [movementWords[movement]] : []),
        ...(unseen > 0 ? [linesOnly(unseen)] : []),
      ],
    }
  }),
  fileOf(
    classFiguresFile,
    async (call) => {
      const { areaId, day, units } = call.input
      const [facts, at] = [showDate(day), showDate(units)]
      const { parts } = await figuresAt(call)
      return {
        rows: parts,
        columns: figureColumns(day),
        title: { vi: 'Số liệu hộ nghèo, hộ cận nghèo', en: 'Poor and near-poor households' },
        place: (await getArea(call.db, areaId, units)).name,
        filters: [{ vi: `số liệu ngày ${facts}, đơn vị ngày ${at}`, en: `facts as at ${facts}, units as at ${at}` }],
      }
    },
    whole,
  ),
  fileOf(
    figuresFile,
    async (call) => {
      const figures = await figuresOfRound(call)
      const { areaName, name } = await getRound(call.db, call.input.roundId)
      return {
        rows: figures.villages,
        columns: villageFigureColumns(figures),
        title: { vi: 'Số liệu rà soát theo thôn', en: 'Figures of the review by village' },
        place: `${areaName}, ${name}`,
        filters: figures.unseen > 0 ? [elsewhereSaid(figures.unseen, figures.unseenIn)] : [],
      }
    },
    whole,
  ),
]
