import type { ComponentChildren } from 'preact'
import type { TextColumn } from '#kernel/table.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import type { ListFile } from '#platform/web/kit/listingProps.ts'
import { shown } from '#platform/web/kit/shown.ts'
import { say, type Words } from '#platform/web/language.ts'
import { type DatedRule, ruleStates } from '../model.ts'
import { RuleDeeds } from './RuleDeeds.tsx'

/** What is being done on a page of rules. */
export type Doing<R> = { readonly what: 'follow' | 'end'; readonly of: R } | { readonly what: 'enter' }

type Props<R> = {
  readonly name: string
  readonly caption: Words
  readonly data: { readonly rows: readonly R[]; readonly total: number }
  readonly rowKey: (row: R) => string
  readonly file: ListFile
  readonly columns: readonly TextColumn<R>[]
  readonly onDo: (doing: Doing<R>) => void
  readonly empty: ComponentChildren
}

/** Dated rules, with what may be done with each in its row. */
export const RuleListing = <R extends DatedRule>({ data, columns, file, onDo, ...list }: Props<R>) => (
  <Listing<R>
    {...list}
    file={file}
    rows={data.rows}
    total={data.total}
    columns={shown(columns, {
      state: (row) => (
        <>
          {say(ruleStates[row.state])}
          <RuleDeeds
            can={row.can}
            ended={row.until !== null}
            onFollow={() => onDo({ what: 'follow', of: row })}
            onEnd={() => onDo({ what: 'end', of: row })}
          />
        </>
      ),
    })}
  />
)
