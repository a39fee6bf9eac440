/** Whether cells may be a member of a household, however badly they are written. Pure. */

import { findBirth, findSex } from '#kernel/cells.ts'
import { tidyCitizenId } from '#kernel/citizenId.ts'
import type { FileRow } from '#kernel/imports.ts'
import { saysSum } from '#kernel/leftOut.ts'
import { isName } from '#kernel/names.ts'
import { tidy } from '#kernel/text.ts'
import type { ColumnKey } from './columns.ts'
import { findRelation } from './values.ts'

/** A name with anything that a person has; a village with a number of a household; what only a person has, alone. */
export const mayBeMember =
  (findVillage: (name: string) => unknown) =>
  ({ village, number, name, relation, sex, birth, citizenId }: FileRow<ColumnKey>['cells']): boolean => {
    const isNumbered = /\d/.test(number)
    const isNamed = isName(tidy(name))
    if (isNamed && (isNumbered || birth !== '' || findVillage(village) !== null)) return true
    if (village !== '' && !saysSum(village) && isNumbered) return true
    if (findRelation(relation) !== null || findSex(sex) !== null) return true
    return /\d{9}/.test(tidyCitizenId(citizenId)) || (findBirth(birth) !== null && isNumbered && !saysSum(village))
  }
