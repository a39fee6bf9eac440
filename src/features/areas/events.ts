/** What this room tells the audit. An event of a unit is named by its kind, as `words.ts` has them. */
import { defineEvents } from '#kernel/event.ts'
import { eventWords, statuses } from './words.ts'

export const areaEvent = defineEvents(
  { area: { vi: 'Đơn vị hành chính', en: 'Units' } },
  {
    'area.create': { vi: 'Thành lập đơn vị', en: 'Unit established' },
    'area.rename': { vi: 'Đổi tên đơn vị', en: 'Unit renamed' },
    'area.merge': { vi: 'Sáp nhập đơn vị', en: 'Units merged' },
    'area.split': { vi: 'Chia tách đơn vị', en: 'Unit split' },
    'area.move': { vi: 'Chuyển đơn vị cấp trên', en: 'Unit moved to another parent' },
    'area.moved_away': { vi: 'Đơn vị chuyển sang nơi khác', en: 'Unit moved elsewhere' },
    'area.change_kind': { vi: 'Đổi loại đơn vị', en: 'Kind of the unit changed' },
    'area.change_code': { vi: 'Đổi mã đơn vị', en: 'Code of the unit changed' },
    'area.abolish': { vi: 'Giải thể đơn vị', en: 'Unit abolished' },
    'area.undone': { vi: 'Hoàn tác một thay đổi đơn vị', en: 'Change of units undone' },
    'area.total_declared': { vi: 'Ghi số liệu công bố', en: 'Total declared' },
    'area.total_corrected': { vi: 'Đính chính số liệu công bố', en: 'Total corrected' },
    'area.status_given': { vi: 'Ghi diện của đơn vị', en: 'Area status given' },
    'area.day_changed': {
      vi: 'Sang ngày mới, tính lại đơn vị trực thuộc',
      en: 'New day: worked out who stands over what',
    },
  },
  {
    news: [
      'area.create',
      'area.rename',
      'area.merge',
      'area.split',
      'area.move',
      'area.moved_away',
      'area.change_kind',
      'area.change_code',
      'area.abolish',
      'area.undone',
    ],
    facts: {
      event: null,
      what: { said: { vi: 'việc đã ghi', en: 'what was recorded' }, words: eventWords },
      day: { said: { vi: 'ngày', en: 'day' } },
      units: { said: { vi: 'đơn vị', en: 'units' } },
      others: { said: { vi: 'và số đơn vị trực thuộc', en: 'and units below' } },
      households: { said: { vi: 'số hộ', en: 'households' } },
      was: { said: { vi: 'trước ghi', en: 'was' } },
      because: { said: { vi: 'lý do', en: 'reason' }, free: true },
      status: { said: { vi: 'diện', en: 'status' }, words: statuses },
      from: { said: { vi: 'từ ngày', en: 'from' } },
    },
  },
)

/**
 * How other rooms are asked where an event is undone: of a unit that stands again, of one that had been begun by it, and of one
 * that hangs again where it hung before.
 */
export const unitBack = 'area.undone'
export const unitMovedBack = 'area.moved_back'
export const unitGone = 'area.unmade'

/** Events by which the unit itself is no more. What hung below it goes on elsewhere, with who works there and what they may. */
export const unitEnding: ReadonlySet<string> = new Set(['area.merge', 'area.split', 'area.abolish'])
