import { showNumber } from '#kernel/numbers.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import type { Column } from '#platform/web/kit/listingProps.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { FiguresAnswer } from './answers.ts'
import { FigureLink, figureRows } from './FigureLink.tsx'

type Row = FiguresAnswer['villages'][number]

const short: Record<(typeof figureRows)[number]['key'], Words> = {
  poor: { vi: 'Nghèo', en: 'Poor' },
  near_poor: { vi: 'Cận nghèo', en: 'Near-poor' },
  average: { vi: 'TB', en: 'Average' },
  not_poor: { vi: 'Không nghèo', en: 'Not poor' },
  open: { vi: 'Chưa rõ', en: 'Open' },
}

export function VillageFigures({ of }: { of: FiguresAnswer }) {
  const marks = new Set(of.villages.flatMap(({ denominators: { declared } }) => (declared ? [declared.mark] : [])))
  const classesOf = (part: 'opens' | 'closes', tail: Words): Column<Row>[] =>
    of[part] === null
      ? []
      : figureRows.map(({ key }) => ({
          key: `${part}-${key}`,
          head: `${say(short[key])}${say(tail)}`,
          number: true,
          off: part === 'closes' && key !== 'poor' && key !== 'near_poor',
          cell: (row: Row) => {
            const figures = row[part]
            return figures && <FigureLink roundId={of.roundId} of={figures[key]} />
          },
        }))
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
        columns={[
          { key: 'name', head: { vi: 'Thôn', en: 'Village' }, cell: (row: Row) => row.name },
          {
            key: 'cases',
            head: { vi: 'Hộ rà soát', en: 'Reviewed' },
            number: true,
            cell: (row: Row) => <FigureLink roundId={of.roundId} of={row.cases} />,
          },
          ...classesOf('opens', ''),
          ...classesOf('closes', { vi: ' (chuẩn cũ)', en: ' (old)' }),
          {
            key: 'declared',
            head: { vi: 'Hộ khai báo', en: 'Declared' },
            number: true,
            cell: ({ denominators: { declared } }: Row) =>
              declared ? (
                <>
                  {showNumber(declared.households)} {marks.size > 1 && <MarkNote mark={declared.mark} />}
                </>
              ) : (
                '-'
              ),
          },
          {
            key: 'register',
            head: { vi: 'Hộ trong sổ', en: 'Register' },
            number: true,
            cell: ({ denominators: { register } }: Row) => showNumber(register.households),
          },
        ]}
        empty={<Empty title={{ vi: 'Chưa có thôn nào trong kỳ.', en: 'No village in the round yet.' }} />}
      />
    </>
  )
}
