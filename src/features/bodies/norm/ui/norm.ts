import { levelWords } from '#features/areas/words.ts'
import { say } from '#platform/web/language.ts'
import { bodyKindWords } from '../../model.ts'
import type { BodyNormRule } from '../model.ts'

/** "Ban Chỉ đạo, xã: 1". */
export const normSaid = ({ kind, level, required }: BodyNormRule): string =>
  `${say(bodyKindWords[kind])}, ${say(levelWords[level])}: ${required}`
