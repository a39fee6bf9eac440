import type { Words } from '../language.ts'
import { FilterText } from './FilterText.tsx'

/** Words that a list is sought by. */
export const SearchWords = ({ label }: { readonly label: Words }) => <FilterText name="q" label={label} type="search" />
