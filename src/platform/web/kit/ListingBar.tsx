import { say } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { Button } from './Button.tsx'
import { Floating } from './Floating.tsx'
import { ListingFiles } from './ListingFiles.tsx'
import type { ListingProps, Selection } from './listingProps.ts'

type Props<R> = ListingProps<R> & {
  readonly count: number
  readonly hidden: ReadonlySet<string>
  readonly toggle: (key: string) => void
}

const rowCount = { vi: '{n} dòng', en: '{n} rows' }
const oneRow = { vi: '{n} dòng', en: '{n} row' }
const overCount = { vi: 'Hơn {n} dòng', en: 'More than {n} rows' }

/** Above the rows: how many, what to do with the chosen ones, which columns, the export. */
export function ListingBar<R>({ count, more, onCountAll, columns, hidden, toggle, selection, file }: Props<R>) {
  return (
    <div class="listing-bar">
      <p class="listing-count" role="status">
        {say(more ? overCount : count === 1 ? oneRow : rowCount, { n: showNumber(count) })}
      </p>
      {more && onCountAll && (
        <Button look="quiet" onClick={onCountAll}>
          {say({ vi: 'Đếm hết', en: 'Count them all' })}
        </Button>
      )}
      {selection && selection.chosen.size > 0 && <Bulk selection={selection} />}
      <span class="grow" />
      {file && (
        <ListingFiles
          file={file}
          columns={columns.filter((column, at) => !column.act && (at === 0 || !hidden.has(column.key)))}
          count={count}
          more={more}
        />
      )}
      {columns.length > 3 && (
        <Floating label={{ vi: 'Cột', en: 'Columns' }}>
          {columns.slice(1).map((column) => (
            <label key={column.key} class="choice slim">
              <input type="checkbox" checked={!hidden.has(column.key)} onChange={() => toggle(column.key)} />
              <span>{say(column.head)}</span>
            </label>
          ))}
        </Floating>
      )}
    </div>
  )
}

const Bulk = <R,>({ selection }: { selection: Selection<R> }) => (
  <fieldset class="bulk">
    <legend class="only-heard">{say({ vi: 'Với các dòng đã chọn', en: 'With the chosen rows' })}</legend>
    <strong>{say({ vi: 'Đã chọn {n}', en: '{n} chosen' }, { n: showNumber(selection.chosen.size) })}</strong>
    {selection.actions.map((action) => (
      <Button key={say(action.label)} whyNot={action.whyNot} onClick={() => action.run([...selection.chosen])}>
        {say(action.label)}
      </Button>
    ))}
    <Button look="quiet" onClick={() => selection.onChange(new Set())}>
      {say({ vi: 'Bỏ chọn', en: 'Choose none' })}
    </Button>
  </fieldset>
)
