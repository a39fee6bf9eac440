import type { RoundParts } from '#features/rounds/ui/panel.ts'
import { RoundUnsurveyed } from './UnsurveyedNote.tsx'

const parts: RoundParts = { actions: [], notices: [RoundUnsurveyed], tabs: [] }
export default parts
