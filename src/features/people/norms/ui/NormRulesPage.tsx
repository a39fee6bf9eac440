/** The norms of posts: how many each unit of a level should have, from when and by which text. */

import { useState } from 'preact/hooks'
import { levelWords } from '#features/areas/words.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { normRuleColumns } from '../columns.ts'
import { type NormLevel, type NormRule, normLevels, type RuleState } from '../model.ts'
import { listNormRules, normRulesFile } from './calls.ts'
import { EndNormDialog } from './EndNormDialog.tsx'
import { FollowNormDialog } from './FollowNormDialog.tsx'
import { NewNormDialog } from './NewNormDialog.tsx'
import { RuleFilters } from './RuleFilters.tsx'
import { type Doing, RuleListing } from './RuleListing.tsx'

const title = { vi: 'Định mức của chức danh', en: 'Norms of posts' }

export default function NormRulesPage() {
  const [page] = usePageNumber()
  const [post] = useFilter('chuc-danh')
  const [level] = useFilter('cap')
  const [state] = useFilter('tinh-trang')
  const [doing, setDoing] = useState<Doing<NormRule> | null>(null)
  const to = useTo()
  const asked = {
    ...(post && { post }),
    ...(level && { level: level as NormLevel }),
    ...(state && { state: state as RuleState }),
  }
  const read = useRead(listNormRules, { ...asked, page })
  const places = read.data?.mayEnterAt ?? []
  const close = () => setDoing(null)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Định mức và thực có', en: 'Norm and actual' }, href: to('/can-bo/dinh-muc') },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: '{n} mức. Định mức của tỉnh đứng trước định mức chung.',
            en: '{n} {n:value|values}. That of a province stands before that of the nation.',
          },
          { n: showNumber(read.data.total) },
        )
      }
      action={
        places.length > 0 && (
          <Button look="primary" onClick={() => setDoing({ what: 'enter' })}>
            {say({ vi: 'Ghi định mức', en: 'Enter a norm' })}
          </Button>
        )
      }
    >
      <Filters>
        <RuleFilters />
        <FilterChoice
          name="cap"
          label={{ vi: 'Cấp', en: 'Level' }}
          choices={normLevels.map((value) => ({ value, label: levelWords[value] }))}
        />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <RuleListing<NormRule>
            name="norm-rules"
            caption={title}
            data={data}
            rowKey={(row) => row.postNormId}
            file={listAs(normRulesFile, asked)}
            columns={normRuleColumns}
            onDo={setDoing}
            empty={
              <Empty
                title={{ vi: 'Không có định mức nào như vậy.', en: 'No norm like that.' }}
                why={{
                  vi: 'Người có quyền ở trung ương, ở tỉnh ghi định mức theo văn bản; hoặc bỏ bớt điều kiện lọc.',
                  en: 'Who holds the right for the nation or a province enters them; or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
      {doing?.what === 'enter' && <NewNormDialog places={places} onClose={close} />}
      {doing?.what === 'follow' && <FollowNormDialog of={doing.of} onClose={close} />}
      {doing?.what === 'end' && <EndNormDialog of={doing.of} onClose={close} />}
    </Page>
  )
}
