import type { RoundParts } from '#features/rounds/ui/panel.ts'
import { NoticeColumn } from './NoticeColumn.tsx'
import { RoundNotices } from './RoundNotices.tsx'

const parts: RoundParts = { actions: [], notices: [RoundNotices], columns: [NoticeColumn], tabs: [] }
export default parts
