/** The filter of the list of cases, kept in the address. */
import { useLocation } from 'preact-iso'
import { type AskedState, askedStates } from '#features/rounds/model.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import { type AccountId, type AreaId, isId } from '#kernel/ids.ts'
import { usePageNumber, withQuery } from '#platform/web/address.ts'
import type * as surveys from '../../list/contract.ts'
import { type FilterName, filterNames } from '../addresses.ts'

type ListInput = Omit<InputOf<typeof surveys.listCases>, 'roundId'>

export type CaseFilter = {
  readonly input: ListInput
  /** Something besides the page narrows the list. */
  readonly any: boolean
  readonly set: (name: FilterName, value: string | null) => void
  readonly clear: () => void
}

const classNames = ['poor', 'near_poor', 'average', 'not_poor', 'open', 'none'] as const
const oneOf = <V extends string>(values: readonly V[], text: string | undefined): V | undefined =>
  values.find((value) => value === text)
const idIn = <I extends string>(text: string | undefined): I | undefined =>
  text && isId(text) ? (text as I) : undefined

/** What an address asks for; a value that is none is left out rather than refused. */
function filterOf(query: Readonly<Record<string, string>>): ListInput {
  const asked = {
    villageId: idIn<AreaId>(query[filterNames.villageId]),
    state: oneOf<AskedState>(askedStates, query[filterNames.state]),
    enumeratorId: idIn<AccountId>(query[filterNames.enumeratorId]),
    class: oneOf(classNames, query[filterNames.class]),
    closingClass: oneOf(classNames, query[filterNames.closingClass]),
    undecidable: query[filterNames.undecidable] === 'true' ? true : undefined,
    unclassed: query[filterNames.unclassed] === 'true' ? true : undefined,
    q: query[filterNames.q] || undefined,
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

export function useCaseFilter(): CaseFilter {
  const { url, query, route } = useLocation()
  const [page] = usePageNumber()
  const filter = filterOf(query)
  const empty = Object.fromEntries(Object.values(filterNames).map((name) => [name, null]))
  return {
    input: page > 1 ? { ...filter, page } : filter,
    any: Object.keys(filter).length > 0,
    set: (name, value) => route(withQuery(url, { trang: null, [filterNames[name]]: value }), true),
    clear: () => route(withQuery(url, { trang: null, ...empty }), true),
  }
}
