import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { figureKey, villageFigureColumns } from '../columns.ts'
import type { FiguresAnswer } from './answers.ts'
import { figuresFile } from './calls.ts'
import { FigureLink, figureRows } from './FigureLink.tsx'

type Row = FiguresAnswer['villages'][number]

const parts = ['opens', 'closes'] as const

export function VillageFigures({ of }: { of: FiguresAnswer }) {
  const marks = new Set(of.villages.flatMap(({ denominators: { declared } }) => (declared ? [declared.mark] : [])))
  const link = (part: (typeof parts)[number], key: (typeof figureRows)[number]['key']) => (row: Row) => {
    const figures = row[part]
    return figures && <FigureLink roundId={of.roundId} of={figures[key]} />
  }
  return (
    <>
      {marks.size === 1 && (
        <p class="quiet">
          {say({ vi: 'Số hộ khai báo của thôn', en: 'Declared totals of villages' })}{' '}
          <MarkNote mark={[...marks][0] ?? ''} />
        </p>
      )}
      <Listing
        name="round-figures"
        caption={{ vi: 'Số liệu theo thôn', en: 'Figures by village' }}
        rows={of.villages}
        rowKey={(row) => row.villageId}
        file={listAs(figuresFile, { roundId: of.roundId })}
        columns={shown(villageFigureColumns(of), {
          cases: (row) => <FigureLink roundId={of.roundId} of={row.cases} />,
          left: (row) => <FigureLink roundId={of.roundId} of={row.left} />,
          ...Object.fromEntries(
            parts.flatMap((part) => figureRows.map(({ key }) => [figureKey(part, key), link(part, key)])),
          ),
          declared: ({ denominators: { declared } }) =>
            declared ? (
              <>
                {showNumber(declared.households)} {marks.size > 1 && <MarkNote mark={declared.mark} />}
              </>
            ) : (
              '-'
            ),
        })}
        empty={<Empty title={{ vi: 'Chưa có thôn nào trong kỳ.', en: 'No village in the round yet.' }} />}
      />
    </>
  )
}
