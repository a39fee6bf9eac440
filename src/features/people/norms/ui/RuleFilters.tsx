import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { useRead } from '#platform/web/reads.ts'
import { listPosts } from '../../roster/ui/calls.ts'
import { ruleStateNames, ruleStates } from '../model.ts'

/** Of which post, and in which state. */
export function RuleFilters() {
  const posts = useRead(listPosts, {})
  return (
    <>
      <FilterChoice
        name="chuc-danh"
        label={{ vi: 'Chức danh', en: 'Post' }}
        choices={(posts.data?.posts ?? []).map((one) => ({ value: one.post, label: one.said }))}
      />
      <StateFilter />
    </>
  )
}

export const StateFilter = () => (
  <FilterChoice
    name="tinh-trang"
    label={{ vi: 'Tình trạng', en: 'State' }}
    choices={ruleStateNames.map((value) => ({ value, label: ruleStates[value] }))}
  />
)
