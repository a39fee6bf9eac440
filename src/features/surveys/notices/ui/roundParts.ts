import type { RoundParts } from '#features/rounds/ui/panel.ts'
import { RoundNotices } from './RoundNotices.tsx'

const parts: RoundParts = { actions: [], notices: [RoundNotices], tabs: [] }
export default parts
