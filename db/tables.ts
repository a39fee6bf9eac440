/** Row types, generated from the migrated database; never edited by hand. JSON columns are written as text. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { Id } from '#kernel/ids.ts'

export type Tables = {
  access_grant: {
    id: Id<'access_grant'>
    account_id: Id<'account'>
    role: 'administrator' | 'province' | 'district' | 'commune_official' | 'commune_chair' | 'enumerator' | 'training_organiser' | 'auditor' | 'viewer'
    area_id: Id<'area'>
    valid_from: PlainDate
    valid_until: PlainDate | null
    given_by: Id<'account'> | null
    given_at: Generated<Instant>
    ended_by: Id<'account'> | null
    authority: Generated<'own' | 'for_chair' | 'acting'>
  }
  account: {
    id: Id<'account'>
    login: string
    full_name: string
    password_hash: string
    must_change_password: Generated<boolean>
    disabled_at: Instant | null
    created_at: Generated<Instant>
    created_by: Id<'account'> | null
  }
  appointment: {
    id: Id<'appointment'>
    official_id: Id<'official'>
    post: string
    area_id: Id<'area'>
    valid_from: PlainDate
    valid_until: PlainDate | null
    standing: Generated<'own' | 'deputy' | 'acting'>
    decision_number: string | null
    decided_on: PlainDate | null
    ended_because: 'term_over' | 'promoted' | 'moved' | 'retired' | 'left' | 'died' | 'unit_ended' | 'entered_by_mistake' | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    ended_by: Id<'account'> | null
    renews_id: Id<'appointment'> | null
    renews_until: PlainDate | null
    ended_with: Id<'appointment'> | null
    until_before: PlainDate | null
  }
  area: {
    id: Id<'area'>
    created_at: Generated<Instant>
  }
  area_event: {
    id: Id<'area_event'>
    kind: 'load' | 'create' | 'rename' | 'merge' | 'split' | 'move' | 'change_kind' | 'change_code' | 'abolish_level' | 'abolish'
    happened_on: PlainDate | null
    legal_basis: string | null
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative' | 'invented'
    note: string | null
    created_at: Generated<Instant>
  }
  area_path: {
    area_id: Id<'area'>
    valid_from: PlainDate
    valid_until: PlainDate | null
    path: string
  }
  area_reach: {
    area_id: Id<'area'>
    over_id: Id<'area'>
  }
  area_status: {
    id: Id<'area_status'>
    area_id: Id<'area'>
    status: 'kv1' | 'kv2' | 'kv3' | 'dbkk' | 'border'
    valid_from: PlainDate
    valid_until: PlainDate | null
    decision: string | null
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative' | 'invented'
    note: string | null
  }
  area_succession: {
    id: Id<'area_succession'>
    from_id: Id<'area'>
    to_id: Id<'area'>
    event_id: Id<'area_event'>
    share: number | null
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative' | 'invented'
    note: string | null
  }
  area_undoing: {
    event_id: Id<'area_event'>
    undone_on: PlainDate
    because: string
    units: string[]
    did: ColumnType<unknown, string, string>
    created_at: Generated<Instant>
  }
  area_version: {
    id: Id<'area_version'>
    area_id: Id<'area'>
    valid_from: PlainDate
    valid_until: PlainDate | null
    level: number
    kind: string
    code: string | null
    name: string
    search: GeneratedAlways<string>
    parent_id: Id<'area'> | null
    settlement: 'rural' | 'urban' | null
    event_id: Id<'area_event'> | null
    until_event_id: Id<'area_event'> | null
    from_known: Generated<boolean>
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative' | 'invented'
  }
  area_within: {
    over_id: Id<'area'>
    area_ids: string[] | null
    size: GeneratedAlways<number>
    standing: string[] | null
    standing_hash: GeneratedAlways<number | null>
  }
  attempt_mark: {
    attempt_id: Id<'test_attempt'>
    number: number
    area_id: Id<'area'>
    num: number
    of: number
    questions: number
    passed: boolean | null
    worth: ColumnType<unknown, string, string>
    remark_id: Id<'test_remark'> | null
    because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  attendance_mark: {
    session_id: Id<'class_session'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    official_id: Id<'official'>
    number: number
    mark: 'present' | 'late' | 'half' | 'excused' | 'unexcused' | null
    how: 'paper' | 'code' | 'hand' | 'match'
    after_count: Generated<boolean>
    because: Generated<string>
    made_by: Id<'account'> | null
    made_name: string
    made_at: Instant
  }
  attendance_page: {
    file_id: Id<'file'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    note: Generated<string>
    kept_by: Id<'account'> | null
    kept_name: string
    kept_at: Instant
    out_because: string | null
    out_name: string | null
  }
  audit_line: {
    id: Id<'audit_line'>
    at: Generated<Instant>
    account_id: Id<'account'>
    command_id: Id<'command'> | null
    what: string
    subject_id: string
    area_id: Id<'area'> | null
    facts: ColumnType<unknown, string | undefined, string>
  }
  body: {
    id: Id<'body'>
    unit_id: Id<'area'>
    kind: 'steering' | 'supervision'
    name: string
    watches: string | null
    watches_code: string | null
    decision_number: string
    decided_on: PlainDate
    decided_by: string
    valid_from: PlainDate
    valid_until: PlainDate | null
    dissolved_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
    term_until: PlainDate | null
  }
  body_meeting: {
    id: Id<'body_meeting'>
    body_id: Id<'body'>
    held_on: PlainDate
    at_time: string | null
    place: string
    agenda: string[]
    present: Generated<string[]>
    guests: Generated<string>
    conclusions: Generated<string[]>
    scan_id: Id<'file'> | null
    called_off: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    chaired_by: string | null
    paper: ColumnType<unknown, string | null, string>
    moves: ColumnType<unknown, string | undefined, string>
    earlier_pages: ColumnType<unknown, string | undefined, string>
  }
  body_member: {
    id: Id<'body_member'>
    body_id: Id<'body'>
    official_id: Id<'official'>
    role: 'head' | 'standing_deputy' | 'deputy' | 'member' | 'secretary'
    comes_from: 'front' | 'inspectorate' | 'residents' | null
    valid_from: PlainDate
    valid_until: PlainDate | null
    left_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    with_body: Generated<boolean>
    term_until: PlainDate | null
    term_because: string | null
  }
  body_norm: {
    id: Id<'body_norm'>
    area_id: Id<'area'> | null
    kind: 'steering' | 'supervision'
    level: 'province' | 'district' | 'commune'
    required: number
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    legal_basis: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  body_rule: {
    kind: 'steering' | 'supervision'
    rule: string
    valid_from: PlainDate
    valid_until: PlainDate | null
    value: number | null
    vi: string
    en: string
    legal_basis: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    place: number
  }
  body_task: {
    id: Id<'body_task'>
    meeting_id: Id<'body_meeting'>
    body_id: Id<'body'>
    official_id: Id<'official'>
    what: string
    due_on: PlainDate
    done_on: PlainDate | null
    taken_back: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  case_count: {
    round_id: Id<'round'>
    village_id: Id<'area'>
    place_id: Id<'area'>
    gone: boolean
    listed: Generated<number>
    assigned: Generated<number>
    submitted: Generated<number>
    returned: Generated<number>
    accepted: Generated<number>
    ended: Generated<number>
    opens_poor: Generated<number>
    opens_near_poor: Generated<number>
    opens_average: Generated<number>
    opens_not_poor: Generated<number>
    opens_open: Generated<number>
    closes_poor: Generated<number>
    closes_near_poor: Generated<number>
    closes_average: Generated<number>
    closes_not_poor: Generated<number>
    closes_open: Generated<number>
  }
  certificate: {
    household_id: Id<'household'>
    id: Id<'certificate'>
    decision_id: Id<'decision'>
    class: 'poor' | 'near_poor'
    year: number
    number: string
    signed: string
    made_at: Generated<Instant>
    home_id: string
    replaced_by: string | null
    area_id: Id<'area'>
  }
  class_hall: {
    id: Id<'class_hall'>
    area_id: Id<'area'>
    name: string
    address: Generated<string>
    seats: number
    equipment: Generated<string>
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
  }
  class_place: {
    id: Id<'class_place'>
    area_id: Id<'area'>
    hall: Generated<string>
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  class_quota: {
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    from_id: Id<'area'>
    seats: number
  }
  class_seat: {
    id: Id<'class_seat'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    official_id: Id<'official'>
    from_id: Id<'area'>
    state: 'nominated' | 'refused' | 'waiting' | 'offered' | 'enrolled' | 'declined' | 'withdrawn' | 'substituted'
    because: Generated<string>
    followed_by: Id<'class_seat'> | null
    offer_until: PlainDate | null
    revision: Generated<number>
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  class_session: {
    id: Id<'class_session'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    stands: Generated<boolean>
    during: string
    hall_id: Id<'class_hall'> | null
    place: Generated<string>
    topic_id: Id<'framework_topic'> | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  class_step: {
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    number: number
    from_state: string | null
    to_state: string
    back: Generated<boolean>
    because: Generated<string>
    made_by: Id<'account'> | null
    made_name: string
    made_on: PlainDate
    made_at: Generated<Instant>
  }
  class_test: {
    id: Id<'class_test'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    purpose: 'before' | 'after' | 'retake'
    title: string
    blueprint: ColumnType<unknown, string, string>
    seed: string
    variants: number
    pass_num: number | null
    pass_of: number | null
    pass_basis: Generated<string>
    attempts: number
    minutes: number | null
    state: Generated<'draft' | 'fixed' | 'open' | 'closed'>
    revision: Generated<number>
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
  }
  class_topic: {
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    topic_id: Id<'framework_topic'>
  }
  class_trainer: {
    id: Id<'class_trainer'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    trainer_id: Id<'trainer'>
    state: Generated<'asked' | 'accepted' | 'declined' | 'replaced'>
    because: Generated<string>
    followed_by: Id<'class_trainer'> | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  class_walk_in: {
    id: Id<'class_walk_in'>
    session_id: Id<'class_session'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    account_id: Id<'account'> | null
    full_name: string
    state: 'offered' | 'taken' | 'matched' | 'undone'
    official_id: Id<'official'> | null
    seated: Generated<boolean>
    because: Generated<string>
    made_at: Instant
    settled_by: Id<'account'> | null
    settled_name: string | null
    marked: number | null
    seat_before: ColumnType<unknown, string | null, string>
  }
  command: {
    id: Id<'command'>
    account_id: Id<'account'>
    endpoint: string
    content_hash: Buffer
    received_at: Generated<Instant>
    result: ColumnType<unknown, string, string>
  }
  correction: {
    id: Id<'correction'>
    area_id: Id<'area'>
    subject_kind: string
    subject_id: string
    amends_id: string
    replaced_id: string
    successor_id: string | null
    because: string
    before: ColumnType<unknown, string, string>
    after: ColumnType<unknown, string, string>
    content_hash: string
    signed: string
    state: Generated<'drafted' | 'in_force' | 'withdrawn'>
    drafted_by: Id<'account'>
    drafted_at: Instant
    tried_hash: string | null
    tried_at: Instant | null
    tried_fault: ColumnType<unknown, string | null, string>
    withdrawn_because: string | null
    number: string | null
    signed_on: PlainDate | null
    signer_name: string | null
    signer_post: string | null
    signer_authority: 'own' | 'for_chair' | 'acting' | null
    signer_id: Id<'account'> | null
    signer_because: string | null
    scan_id: Id<'file'> | null
    in_force_by: Id<'account'> | null
    in_force_at: Instant | null
    grounds: ColumnType<unknown, string | null, string>
    amended_area_id: Id<'area'>
    subject_home_id: string
  }
  credential: {
    id: Id<'credential'>
    area_id: Id<'area'>
    rule_id: Id<'credential_rule'>
    line_id: string
    official_id: Id<'official'>
    from_id: Id<'area'>
    full_name: string
    standard_id: string | null
    basis: 'turn' | 'taught' | 'equivalent'
    turn_id: string | null
    document: Generated<string>
    completed_on: PlainDate
    valid_from: PlainDate
    last_day: PlainDate
    revoked_on: PlainDate | null
    revoked_because: string | null
    revoked_by: Id<'account'> | null
    replaces_id: Id<'credential'> | null
    reissued_because: string | null
    made_by: Id<'account'> | null
    made_on: PlainDate
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
    class_ids: Generated<string[]>
    document_key: Generated<string>
  }
  credential_extended: {
    extension_id: Id<'credential_extension'>
    credential_id: Id<'credential'>
    area_id: Id<'area'>
    from_id: Id<'area'>
    official_id: Id<'official'>
  }
  credential_extension: {
    id: Id<'credential_extension'>
    area_id: Id<'area'>
    number: string
    decided_on: PlainDate
    issuer: string
    last_day: PlainDate
    because: string
    earlier_decisions: ColumnType<unknown, string | undefined, string>
    withdrawn_on: PlainDate | null
    withdrawn_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  credential_rule: {
    id: Id<'credential_rule'>
    area_id: Id<'area'>
    line_id: string
    name: string
    topics: string[]
    needs_test: Generated<boolean>
    standard_id: string | null
    validity: 'completion' | 'old_end' | 'year_end' | 'window'
    months: number | null
    first_day: string | null
    last_day: string | null
    renew_months: Generated<number>
    carries_over: Generated<boolean>
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    legal_reference: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    withdrawn_because: string | null
    search: GeneratedAlways<string>
    class_kinds: Generated<string[]>
    lowest_level: number | null
  }
  decision: {
    id: Id<'decision'>
    round_id: Id<'round'>
    area_id: Id<'area'>
    state: 'drafted' | 'printed' | 'in_force' | 'withdrawn'
    content_hash: string
    drafted_by: Id<'account'>
    drafted_at: Generated<Instant>
    printed_at: Instant | null
    signed: string | null
    number: string | null
    signed_on: PlainDate | null
    signer_name: string | null
    signer_post: string | null
    scan_id: Id<'file'> | null
    classes_hold_from: PlainDate | null
    in_force_at: Instant | null
    in_force_by: Id<'account'> | null
    withdrawn_because: string | null
    register_day: PlainDate
    tried_hash: string | null
    tried_at: Instant | null
    tried_fault: ColumnType<unknown, string | null, string>
    signer_authority: 'own' | 'for_chair' | 'acting' | null
    signer_id: Id<'account'> | null
    signer_because: string | null
    number_year: number | null
    number_serial: number | null
    grounds: ColumnType<unknown, string | null, string>
    left_out: ColumnType<unknown, string | undefined, string>
    left_out_because: string | null
  }
  decision_entry: {
    household_id: Id<'household'>
    id: Id<'decision_entry'>
    decision_id: Id<'decision'>
    round_id: Id<'round'>
    village_id: Id<'area'>
    verdict_id: Id<'verdict'>
    class: 'poor' | 'near_poor' | 'average' | 'not_poor'
    class_before: 'poor' | 'near_poor' | 'average' | 'not_poor' | null
    movement: 'stays' | 'escaped' | 'newly' | 'fell_back' | 'poor_to_near' | 'near_to_poor' | 'other'
    members: number
    place: number
    content: ColumnType<unknown, string, string>
    area_id: Id<'area'>
    home_id: string
  }
  declared_total: {
    id: Id<'declared_total'>
    area_id: Id<'area'>
    day: PlainDate
    households: number
    persons: number | null
    kinh_households: number | null
    dtts_households: number | null
    source: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative' | 'invented'
    created_at: Generated<Instant>
    version: Generated<number>
    because: string | null
    by_name: string | null
  }
  error_topic: {
    id: Id<'error_topic'>
    area_id: Id<'area'>
    code: string
    topic_id: Id<'framework_topic'>
  }
  field_device: {
    id: Id<'field_device'>
    account_id: Id<'account'>
    area_id: Id<'area'>
    data_key: string
    kind: string | null
    state: Generated<'in_use' | 'returned' | 'lost'>
    because: string | null
    stated_by: Id<'account'> | null
    stated_at: Instant | null
    kept_on: PlainDate
    seen_at: Instant
    waiting: Generated<number>
    begun: Generated<number>
    oldest_at: Instant | null
    left_drafts: Generated<number>
  }
  field_draft: {
    id: Id<'field_draft'>
    device_id: Id<'field_device'>
    account_id: Id<'account'>
    kind: string
    draft_id: string
    sealed: string
    saved_at: Instant
    left_at: Instant
  }
  file: {
    id: Id<'file'>
    area_id: Id<'area'>
    name: string
    media_type: string
    byte_length: number
    sha256: Buffer
    content: Buffer
    created_by: Id<'account'>
    created_at: Generated<Instant>
  }
  framework: {
    id: Id<'framework'>
    area_id: Id<'area'> | null
    programme_id: Id<'programme'> | null
    line_id: string
    version: number
    name: string
    period_from: number | null
    period_until: number | null
    state: Generated<'sourced' | 'drafted' | 'approved'>
    note: Generated<string>
    source: string | null
    mark: 'text' | 'secondary' | 'recalled' | null
    edits: Generated<number>
    worked_by: Generated<string[]>
    begun_at: Generated<Instant>
    approved_number: string | null
    approved_on: PlainDate | null
    approved_issuer: string | null
    approved_by: Id<'account'> | null
    approved_at: Instant | null
    search: GeneratedAlways<string>
    earlier_decisions: ColumnType<unknown, string | undefined, string>
  }
  framework_topic: {
    id: Id<'framework_topic'>
    framework_id: Id<'framework'>
    state: Generated<string>
    area_id: Id<'area'> | null
    code: string
    title: string
    objective: Generated<string>
    contents: Generated<string>
    theory_hours: number | null
    practice_hours: number | null
    posts: Generated<string[]>
    levels: Generated<string[]>
    area_conditions: Generated<string[]>
    requires: Generated<string[]>
    recurs_after: number | null
  }
  gate_override: {
    id: Id<'gate_override'>
    round_id: Id<'round'>
    area_id: Id<'area'>
    account_id: Id<'account'>
    rule_id: Id<'credential_rule'>
    because: string
    made_by: Id<'account'>
    made_on: PlainDate
    made_at: Generated<Instant>
    withdrawn_on: PlainDate | null
    withdrawn_because: string | null
  }
  gate_setting: {
    id: Id<'gate_setting'>
    area_id: Id<'area'>
    mode: 'off' | 'warn' | 'hold'
    valid_from: PlainDate
    legal_reference: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    withdrawn_because: string | null
  }
  handout: {
    id: Id<'handout'>
    area_id: Id<'area'>
    material_id: Id<'material'>
    version: number
    copies: number
    to_area_id: Id<'area'> | null
    to_class_id: Id<'training_class'> | null
    to_words: string | null
    given_on: PlainDate
    made_by: Id<'account'> | null
    made_name: Generated<string>
    made_at: Generated<Instant>
    back_at: Instant | null
    back_because: string | null
  }
  household: {
    household_id: Id<'household'>
    village_id: Id<'area'>
    number: Generated<string>
    address: Generated<string>
    head_person_id: Id<'person'>
    head_name: string
    search: string
    started_on: PlainDate
    ended_on: PlainDate | null
    end_reason: 'moved_away' | 'merged' | 'died_out' | 'entered_by_mistake' | null
    created_at: Generated<Instant>
    contact_phone: string | null
  }
  household_class: {
    household_id: Id<'household'>
    id: Id<'household_class'>
    village_id: Id<'area'>
    class: 'poor' | 'near_poor' | 'average' | 'not_poor'
    standard_id: string
    valid_from: PlainDate
    valid_until: PlainDate | null
    decision_id: Id<'decision'>
    verdict_id: Id<'verdict'>
    home_id: string
  }
  household_event: {
    household_id: Id<'household'>
    id: Id<'household_event'>
    happened_on: PlainDate
    kind: 'listed' | 'born' | 'died' | 'moved_in' | 'moved_out' | 'split' | 'merged' | 'head_changed' | 'address_changed' | 'facts_changed' | 'persons_joined' | 'ended' | 'undone'
    facts: ColumnType<unknown, string | undefined, string>
    account_id: Id<'account'> | null
    created_at: Generated<Instant>
    home_id: string
    act_id: string | null
    before: ColumnType<unknown, string | null, string>
    undone_by: string | null
  }
  household_residence: {
    household_id: Id<'household'>
    id: Id<'household_residence'>
    village_id: Id<'area'>
    address: Generated<string>
    valid_from: PlainDate
    valid_until: PlainDate | null
    home_id: string
  }
  identity_index: {
    index_hash: string
    person_id: Id<'person'>
    household_id: Id<'household'>
    free_from: PlainDate | null
    home_id: string
  }
  inquiry: {
    id: Id<'inquiry'>
    area_id: Id<'area'>
    topic_id: Id<'framework_topic'> | null
    section: string | null
    ask: string
    asked_by: Id<'account'>
    asked_name: string
    asked_at: Generated<Instant>
    assigned_to: Id<'account'> | null
    assigned_name: string | null
    state: Generated<'open' | 'answered' | 'refused' | 'withdrawn'>
    closed_because: string | null
    version: Generated<number>
    material_id: Id<'material'> | null
    revision: Generated<number>
    search: GeneratedAlways<string>
  }
  inquiry_answer: {
    inquiry_id: Id<'inquiry'>
    version: number
    area_id: Id<'area'>
    body: string
    basis: string
    because: string | null
    made_by: Id<'account'> | null
    made_name: string
    made_at: Generated<Instant>
  }
  issued_number: {
    series: string
    number: number
    subject_id: string
    area_id: Id<'area'>
    issued_at: Generated<Instant>
  }
  known_key: {
    kind: 'field' | 'index' | 'signing' | 'sealing'
    id: string
    known_since: Generated<Instant>
  }
  law_text: {
    hash: string
    kind: 'standard' | 'form' | 'points'
    id: string
    mark: string
    document: ColumnType<unknown, string, string>
    loaded_at: Generated<Instant>
  }
  list_removal: {
    household_id: Id<'household'>
    id: Id<'list_removal'>
    round_id: Id<'round'>
    village_id: Id<'area'>
    because: string
    account_id: Id<'account'>
    removed_at: Generated<Instant>
  }
  material: {
    id: Id<'material'>
    area_id: Id<'area'>
    topic_id: Id<'framework_topic'>
    kind: 'document' | 'newspaper' | 'slides' | 'picture' | 'lesson' | 'answer'
    version: Generated<number>
    title_key: string
    out_at: Instant | null
    out_by: Id<'account'> | null
    out_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  material_reading: {
    material_id: Id<'material'>
    version: number
    account_id: Id<'account'>
    area_id: Id<'area'>
    opened_at: Instant | null
    said_at: Instant | null
    done_at: Instant | null
  }
  material_version: {
    material_id: Id<'material'>
    version: number
    area_id: Id<'area'>
    title: string
    summary: Generated<string>
    body: string | null
    file_id: Id<'file'> | null
    media_type: string | null
    byte_length: number | null
    question_id: Id<'question'> | null
    basis: Generated<string>
    because: string | null
    made_by: Id<'account'> | null
    made_name: Generated<string>
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
  }
  member: {
    household_id: Id<'household'>
    id: Id<'member'>
    person_id: Id<'person'>
    full_name: string
    sex: 'male' | 'female'
    birth_year: number
    birth_month: number | null
    birth_day: number | null
    relation: string
    ethnicity: string
    citizen_id_sealed: string | null
    citizen_id_end: string | null
    insurance_no_sealed: string | null
    facts: ColumnType<unknown, string | undefined, string>
    joined_on: PlainDate
    join_reason: 'listed' | 'born' | 'moved_in' | 'split' | 'merged' | 'married'
    left_on: PlainDate | null
    leave_reason: 'died' | 'moved_out' | 'split' | 'merged' | 'married' | 'entered_by_mistake' | null
    home_id: string
    insurance_no_index: string | null
  }
  move_target: {
    id: Id<'move_target'>
    area_id: Id<'area'>
    year: number
    kind: 'rotation' | 'secondment' | null
    people: number
    legal_reference: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  norm: {
    id: Id<'norm'>
    area_id: Id<'area'> | null
    level: 'province' | 'district' | 'commune' | 'village'
    post: string
    required: number
    valid_from: PlainDate
    valid_until: PlainDate | null
    legal_basis: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    ended_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  official: {
    id: Id<'official'>
    unit_id: Id<'area'>
    full_name: string
    sex: 'male' | 'female'
    birth_year: number
    birth_month: number | null
    birth_day: number | null
    ethnicity: string
    languages: Generated<string[]>
    citizen_id_sealed: string | null
    citizen_id_end: string | null
    citizen_id_index: string | null
    phone: string | null
    personal_number: string | null
    taken_over: Generated<string[]>
    account_id: Id<'account'> | null
    search: GeneratedAlways<string>
  }
  official_apart: {
    id: Id<'official_apart'>
    one_id: Id<'official'>
    other_id: Id<'official'>
    because: string
    said_by: Id<'account'>
    said_on: PlainDate
    ended_because: string | null
    ended_by: Id<'account'> | null
    ended_on: PlainDate | null
  }
  official_handover: {
    id: Id<'official_handover'>
    official_id: Id<'official'>
    from_id: Id<'area'>
    to_id: Id<'area'>
    because: string
    asked_by: Id<'account'>
    asked_on: PlainDate
    state: Generated<'asked' | 'taken' | 'refused' | 'withdrawn'>
    settled_by: Id<'account'> | null
    settled_on: PlainDate | null
    settled_because: string | null
  }
  official_joined: {
    id: Id<'official_joined'>
    into_id: Id<'official'>
    unit_id: Id<'area'>
    full_name: string
    birth_year: number
    because: string
    joined_by: Id<'account'>
    joined_on: PlainDate
    was: ColumnType<unknown, string, string>
  }
  official_member: {
    id: Id<'official_member'>
    official_id: Id<'official'>
    person_id: Id<'person'>
    found_on: PlainDate
    until: PlainDate | null
  }
  official_move: {
    id: Id<'official_move'>
    official_id: Id<'official'>
    kind: 'rotation' | 'secondment'
    from_appointment_id: Id<'appointment'>
    to_appointment_id: Id<'appointment'>
    why: string
    planned_last: PlainDate | null
    outcome: string | null
    taken_away: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    first_there_id: Id<'appointment'> | null
    stays_from: PlainDate | null
    beside_another: Generated<boolean>
  }
  paper_change: {
    by_id: string
    of_id: string
    area_id: Id<'area'>
  }
  phone_idle_time: {
    id: Id<'phone_idle_time'>
    area_id: Id<'area'>
    minutes: number
    valid_from: PlainDate
    legal_reference: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    withdrawn_because: string | null
  }
  plan_asked: {
    sending_id: Id<'plan_sending'>
    unit_id: Id<'area'>
    plan_id: Id<'training_plan'>
    area_id: Id<'area'>
  }
  plan_comment: {
    id: Id<'plan_comment'>
    sending_id: Id<'plan_sending'>
    unit_id: Id<'area'>
    plan_id: Id<'training_plan'>
    area_id: Id<'area'>
    line_id: string | null
    about: Generated<string>
    agrees: boolean
    says: Generated<string>
    made_by: Id<'account'>
    made_name: string
    made_on: PlainDate
    made_at: Generated<Instant>
    late: boolean
    withdrawn_on: PlainDate | null
    withdrawn_because: string | null
  }
  plan_line: {
    id: Id<'plan_line'>
    plan_id: Id<'training_plan'>
    state: Generated<string>
    area_id: Id<'area'>
    topic_id: Id<'framework_topic'>
    audience: Generated<string>
    people: number
    classes: number
    place_id: Id<'area'> | null
    place: Generated<string>
    weeks: Generated<number[]>
    note: Generated<string>
    made_at: Generated<Instant>
    first_id: string | null
    came_from: ColumnType<unknown, string | undefined, string>
  }
  plan_money: {
    id: Id<'plan_money'>
    plan_line_id: Id<'plan_line'>
    state: Generated<string>
    area_id: Id<'area'>
    place: number
    source: 'central' | 'province' | 'district' | 'commune' | 'other'
    norm_id: Id<'spending_norm'> | null
    what: Generated<string>
    quantity: number
    dong: number
    amount: GeneratedAlways<number>
    follows: 'people' | 'classes' | 'nothing' | null
    times: number | null
    of_people: number
    of_classes: number
  }
  plan_paper: {
    plan_id: Id<'training_plan'>
    area_id: Id<'area'>
    content: ColumnType<unknown, string, string>
    signed: string
    earlier: ColumnType<unknown, string | undefined, string>
  }
  plan_reply: {
    id: Id<'plan_reply'>
    comment_id: Id<'plan_comment'>
    unit_id: Id<'area'>
    area_id: Id<'area'>
    number: number
    verdict: 'taken' | 'partly' | 'explained'
    says: Generated<string>
    made_by: Id<'account'>
    made_name: string
    made_on: PlainDate
  }
  plan_seat: {
    id: Id<'plan_seat'>
    plan_id: Id<'training_plan'>
    plan_line_id: Id<'plan_line'>
    state: Generated<string>
    area_id: Id<'area'>
    year: number
    topic_id: Id<'framework_topic'>
    official_id: Id<'official'>
    from_id: Id<'area'>
    stands: boolean
  }
  plan_sending: {
    id: Id<'plan_sending'>
    plan_id: Id<'training_plan'>
    area_id: Id<'area'>
    number: number
    due_on: PlainDate
    note: Generated<string>
    edits: number
    sent_by: Id<'account'>
    sent_name: string
    sent_on: PlainDate
    taken_back_on: PlainDate | null
    taken_back_because: string | null
  }
  post: {
    id: string
    vi: string
    en: string
    levels: string[]
    salaried: boolean
    place: number
    sole: Generated<boolean>
    also_called: Generated<string[]>
  }
  post_requirement: {
    id: Id<'post_requirement'>
    area_id: Id<'area'> | null
    post: string
    level: 'nation' | 'province' | 'district' | 'commune' | 'village' | null
    kind: string
    minimum: string
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    legal_basis: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  programme: {
    id: Id<'programme'>
    area_id: Id<'area'>
    part_of_id: Id<'programme'> | null
    kind: 'programme' | 'scheme' | 'plan' | 'component'
    name: string
    period_from: number | null
    period_until: number | null
    levels: Generated<string[]>
    bases: ColumnType<unknown, string | undefined, string>
    note: Generated<string>
    source: string
    mark: 'text' | 'secondary' | 'recalled'
    made_by: Id<'account'> | null
    search: GeneratedAlways<string>
  }
  programme_goal: {
    id: Id<'programme_goal'>
    programme_id: Id<'programme'>
    area_id: Id<'area'>
    year: number | null
    says: string
    mark: 'text' | 'secondary' | 'recalled'
    told: string | null
    told_mark: 'text' | 'secondary' | 'recalled' | null
    met_number: string | null
    met_on: PlainDate | null
    met_issuer: string | null
  }
  qualification: {
    id: Id<'qualification'>
    official_id: Id<'official'>
    kind: 'professional' | 'political_theory' | 'state_management' | 'it' | 'foreign_language' | 'ethnic_language'
    title: string
    school: string | null
    form: 'regular' | 'in_service' | 'distance' | 'short_course' | null
    from_month: string | null
    until_month: string | null
    number: string | null
    issued_by: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    taken_away: string | null
    level: string | null
  }
  qualification_level: {
    kind: 'professional' | 'political_theory' | 'state_management' | 'it' | 'foreign_language' | 'ethnic_language'
    id: string
    place: number
    vi: string
    en: string
  }
  question: {
    id: Id<'question'>
    area_id: Id<'area'>
    topic_id: Id<'framework_topic'>
    pool: 'test' | 'practice'
    version: Generated<number>
    ask_key: string | null
    out_at: Instant | null
    out_by: Id<'account'> | null
    out_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  question_version: {
    question_id: Id<'question'>
    version: number
    area_id: Id<'area'>
    kind: 'single' | 'multiple' | 'true_false' | 'numeric' | 'household'
    ask: string
    body: ColumnType<unknown, string, string>
    basis: Generated<string>
    because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
  }
  register_behind: {
    area_id: Id<'area'>
    id: Generated<Id<'register_behind'>>
  }
  register_count: {
    area_id: Id<'area'>
    step: number
    valid_from: PlainDate
    valid_until: PlainDate | null
    households: number
    persons: number
    kinh: number
    dtts: number
    poor: number
    near_poor: number
    average: number
    not_poor: number
  }
  register_past: {
    area_id: Id<'area'>
    day: PlainDate
    village_id: Id<'area'>
    households: number
    poor: number
    near_poor: number
    average: number
    not_poor: number
  }
  register_sum: {
    area_id: Id<'area'>
    valid_from: PlainDate
    valid_until: PlainDate | null
    households: number
    poor: number
    near_poor: number
    average: number
    not_poor: number
    villages: number
  }
  review_case: {
    household_id: Id<'household'>
    id: Id<'review_case'>
    round_id: Id<'round'>
    village_id: Id<'area'>
    reason: 'current_poor' | 'current_near_poor' | 'request'
    account_id: Id<'account'> | null
    state: 'listed' | 'assigned' | 'submitted' | 'returned' | 'accepted' | 'ended'
    survey_id: Id<'survey'> | null
    class_before: 'poor' | 'near_poor' | 'average' | 'not_poor' | null
    changed_at: Generated<Instant>
    left_because: 'moved' | 'household' | 'handed_over' | 'class_given' | 'not_surveyed' | null
    left_on: PlainDate | null
    left_state: string | null
    handed_from: string | null
    handed_on: PlainDate | null
    opens: 'poor' | 'near_poor' | 'average' | 'not_poor' | 'open' | null
    closes: 'poor' | 'near_poor' | 'average' | 'not_poor' | 'open' | null
    had_by: string[] | null
    had_in: string[] | null
    left_told: ColumnType<unknown, string | null, string>
  }
  round: {
    id: Id<'round'>
    area_id: Id<'area'>
    kind: 'annual' | 'ad_hoc'
    name: string
    classes_hold_from: PlainDate | null
    window_from: PlainDate
    window_until: PlainDate
    opening_standard: string
    opening_hash: string
    opening_points: string | null
    closing_standard: string | null
    closing_hash: string | null
    closing_points: string | null
    form_id: string
    form_hash: string
    state: string
    created_by: Id<'account'>
    created_at: Generated<Instant>
    decision_id: Id<'decision'> | null
    gate: Generated<'off' | 'warn' | 'hold'>
  }
  round_step: {
    id: Id<'round_step'>
    round_id: Id<'round'>
    step: string
    outcome: 'done' | 'skipped' | 'reopened' | 'cancelled'
    because: string | null
    day: PlainDate
    account_id: Id<'account'> | null
    recorded_at: Generated<Instant>
  }
  round_succession: {
    round_id: Id<'round'>
    village_id: Id<'area'>
    account_id: Id<'account'> | null
    annual_area: Id<'area'> | null
    annual_from: PlainDate | null
    added: string[]
    since: PlainDate
  }
  round_village: {
    round_id: Id<'round'>
    village_id: Id<'area'>
    account_id: Id<'account'> | null
    annual_area: Id<'area'> | null
    annual_from: PlainDate | null
    left_on: PlainDate | null
  }
  session: {
    id: Id<'session'>
    token_hash: Buffer
    csrf: string
    account_id: Id<'account'>
    started_at: Generated<Instant>
    seen_at: Generated<Instant>
    expires_at: Instant
    ended_at: Instant | null
    device: Generated<string>
  }
  session_count: {
    session_id: Id<'class_session'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    number: number
    heads: number | null
    there: number
    closed: boolean
    because: Generated<string>
    made_by: Id<'account'> | null
    made_name: string
    made_at: Instant
  }
  session_person: {
    session_id: Id<'class_session'>
    area_id: Id<'area'>
    during: string
    stands: Generated<boolean>
    person: string
    role: 'trainer' | 'learner'
    class_trainer_id: Id<'class_trainer'> | null
  }
  setup_token: {
    token_hash: Buffer
    made_at: Generated<Instant>
    used_at: Instant | null
  }
  sign_in_failure: {
    key: Buffer
    failures: number
    last_at: Instant
  }
  sign_in_slip: {
    id: Id<'sign_in_slip'>
    account_id: Id<'account'>
    area_id: Id<'area'>
    code: string
    code_hash: Buffer
    last_day: PlainDate
    made_by: Id<'account'>
    made_at: Instant
    printed_at: Instant | null
    used_at: Instant | null
    used_device: string | null
    withdrawn_at: Instant | null
    withdrawn_by: Id<'account'> | null
  }
  signed_paper: {
    id: Id<'signed_paper'>
    kind: string
    series: string | null
    number: string | null
    area_id: Id<'area'>
    subject_id: string
    issued_on: PlainDate | null
    in_force_from: PlainDate | null
    in_force_until: PlainDate | null
    replaced_by: string | null
    payload_hash: Buffer
    registered_at: Generated<Instant>
    ended_because: string | null
    until_before: PlainDate | null
    ended_on: PlainDate | null
  }
  spending_norm: {
    id: Id<'spending_norm'>
    area_id: Id<'area'>
    line_id: string
    item: string
    counted_by: 'person' | 'person_day' | 'class' | 'class_day' | 'trainer_half_day' | 'group' | 'set'
    dong: number
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    legal_reference: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    note: Generated<string>
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
    doubled: Generated<boolean>
  }
  survey: {
    household_id: Id<'household'>
    id: Id<'survey'>
    round_id: Id<'round'>
    village_id: Id<'area'>
    account_id: Id<'account'>
    form_hash: string | null
    facts: ColumnType<unknown, string, string>
    surveyed_on: PlainDate
    received_at: Generated<Instant>
    members: number
    income: number | null
    beside: string | null
    taken: boolean | null
    sent_from: string | null
    aside: ColumnType<unknown, string | null, string>
  }
  survey_note: {
    household_id: Id<'household'>
    id: Id<'survey_note'>
    case_id: Id<'review_case'>
    survey_id: Id<'survey'>
    question: string
    person: string | null
    note: string
    account_id: Id<'account'>
    made_at: Generated<Instant>
    home_id: string
  }
  survey_notice: {
    id: Id<'survey_notice'>
    round_id: Id<'round'>
    village_id: Id<'area'>
    was_in: Generated<string[]>
    household_id: Id<'household'> | null
    case_id: Id<'review_case'> | null
    kind: 'unlisted' | 'moved' | 'refuses' | 'absent' | 'double' | 'gone'
    head_name: string
    details: ColumnType<unknown, string, string>
    made_on: PlainDate
    said_on: PlainDate | null
    made_by: Id<'account'>
    received_at: Instant
    state: Generated<'open' | 'settled' | 'withdrawn'>
    answers: ColumnType<unknown, string | undefined, string>
    withdrawn_at: Instant | null
  }
  test_attempt: {
    id: Id<'test_attempt'>
    test_id: Id<'class_test'>
    area_id: Id<'area'>
    official_id: Id<'official'>
    number: number
    way: 'online' | 'paper'
    variant: number
    places: number
    answers: ColumnType<unknown, string | undefined, string>
    session_id: Id<'session'> | null
    begun_at: Instant
    sent_at: Instant | null
    made_by: Id<'account'> | null
  }
  test_item: {
    test_id: Id<'class_test'>
    number: number
    area_id: Id<'area'>
    question_id: Id<'question'>
    version: number
    topic_id: Id<'framework_topic'>
    sheet: ColumnType<unknown, string, string>
    marked_by: number
    dropped: Generated<boolean>
  }
  test_remark: {
    id: Id<'test_remark'>
    test_id: Id<'class_test'>
    area_id: Id<'area'>
    item: number
    how: 'drop' | 'accept' | 'replace'
    version: number | null
    lowers: boolean
    because: string
    changed: number
    made_by: Id<'account'> | null
    made_name: string
    made_at: Generated<Instant>
  }
  trainer: {
    id: Id<'trainer'>
    area_id: Id<'area'>
    official_id: Id<'official'> | null
    full_name: string
    organisation: Generated<string>
    phone: string | null
    email: string | null
    topics: Generated<string[]>
    note: Generated<string>
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
  }
  training_class: {
    id: Id<'training_class'>
    area_id: Id<'area'>
    year: number
    code: Generated<string>
    title: string
    kind: 'short' | 'refresher' | 'long' | 'study_visit' | 'seminar' | 'briefing'
    plan_line_id: Id<'plan_line'> | null
    plan_line_state: GeneratedAlways<string | null>
    seats: number | null
    taken: Generated<number>
    state: Generated<'planned' | 'announced' | 'enrolling' | 'confirmed' | 'running' | 'completed' | 'cancelled'>
    stands: GeneratedAlways<boolean>
    note: Generated<string>
    revision: Generated<number>
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    search: GeneratedAlways<string>
  }
  training_demand: {
    id: Id<'training_demand'>
    area_id: Id<'area'>
    year: number
    topic: string
    audience: string
    people: number
    because: string
    created_at: Generated<Instant>
  }
  training_limit: {
    id: Id<'training_limit'>
    area_id: Id<'area'>
    line_id: string
    kind: 'largest_class' | 'from_one_place' | 'days_in_a_row' | 'hours_a_day' | 'furthest_way' | 'newly_in_post' | 'closed' | 'first_turn' | 'attended_share'
    value: number | null
    first_day: string | null
    last_day: string | null
    what: string | null
    turns: string[] | null
    valid_from: PlainDate
    valid_until: PlainDate | null
    ended_because: string | null
    legal_reference: string
    mark: 'text' | 'secondary' | 'recalled' | 'illustrative'
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
    withdrawn_because: string | null
    search: GeneratedAlways<string>
  }
  training_need: {
    id: Id<'training_need'>
    area_id: Id<'area'>
    account_id: Id<'account'> | null
    topic: string
    cause: 'returned_form' | 'back_check' | 'complaint_upheld' | 'late_step' | 'inquiry'
    source_id: string
    found_on: PlainDate
    created_at: Generated<Instant>
  }
  training_plan: {
    id: Id<'training_plan'>
    area_id: Id<'area'>
    level: 'province' | 'district' | 'commune'
    year: number
    programme_id: Id<'programme'>
    name: string
    largest_class: number | null
    largest_class_by: Generated<string>
    note: Generated<string>
    state: Generated<'drafted' | 'approved'>
    edits: Generated<number>
    worked_by: Generated<string[]>
    begun_at: Generated<Instant>
    search: GeneratedAlways<string>
    parent_id: Id<'training_plan'> | null
    approved_number: string | null
    approved_on: PlainDate | null
    approved_issuer: string | null
    approved_by: Id<'account'> | null
    approved_at: Instant | null
    programme_name: string | null
    programme_whole: string | null
    original_id: Id<'training_plan'> | null
    amendment: Generated<number>
    reason: Generated<string>
    purpose: Generated<string>
    execution: Generated<string>
    submitted_edits: number | null
    submitted_on: PlainDate | null
    signer_name: string | null
    signer_authority: 'own' | 'acting' | 'for_chair' | null
    came_from: ColumnType<unknown, string | undefined, string>
    carried_into: string | null
    dropped: ColumnType<unknown, string | undefined, string>
    given_up_on: PlainDate | null
    given_up_because: string | null
    closed: GeneratedAlways<boolean>
    earlier_decisions: ColumnType<unknown, string | undefined, string>
  }
  training_turn: {
    id: Id<'training_turn'>
    class_id: Id<'training_class'>
    area_id: Id<'area'>
    official_id: Id<'official'>
    from_id: Id<'area'>
    completed_on: PlainDate
    year: GeneratedAlways<number>
    post: string | null
    sex: 'male' | 'female'
    ethnicity: string
    level: number
    made_at: Generated<Instant>
  }
  training_way: {
    id: Id<'training_way'>
    area_id: Id<'area'>
    from_id: Id<'area'>
    to_id: Id<'area'>
    km: number
    made_by: Id<'account'> | null
    made_at: Generated<Instant>
  }
  training_wish: {
    id: Id<'training_wish'>
    source: 'nominated' | 'requested'
    official_id: Id<'official'>
    area_id: Id<'area'>
    topic_id: Id<'framework_topic'>
    reason: string
    made_by: Id<'account'>
    made_on: PlainDate
    withdrawn_on: PlainDate | null
    withdrawn_by: Id<'account'> | null
    withdrawn_because: string | null
  }
  verdict: {
    household_id: Id<'household'>
    id: Id<'verdict'>
    survey_id: Id<'survey'>
    round_id: Id<'round'>
    village_id: Id<'area'>
    purpose: 'opens' | 'closes'
    standard_id: string
    standard_hash: string | null
    points_hash: string | null
    class: 'poor' | 'near_poor' | 'average' | 'not_poor' | null
    possible: string | null
    b1: number | null
    b2: number | null
    lacking: string | null
    undecidable: 'what_if' | 'illustrative_table' | 'table_not_confirmed' | 'class_open' | null
    reasons: ColumnType<unknown, string | null, string>
    codes: string | null
  }
}
