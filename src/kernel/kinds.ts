/** The kinds of records that have an id, and the types of their ids, printed from the migrated database. Do not edit. */
export type Kind =
  | 'access_grant'
  | 'account'
  | 'appointment'
  | 'area'
  | 'area_event'
  | 'area_status'
  | 'area_succession'
  | 'area_version'
  | 'audit_line'
  | 'body'
  | 'body_meeting'
  | 'body_member'
  | 'body_norm'
  | 'body_task'
  | 'certificate'
  | 'class_hall'
  | 'class_place'
  | 'class_seat'
  | 'class_session'
  | 'class_trainer'
  | 'command'
  | 'correction'
  | 'decision'
  | 'decision_entry'
  | 'declared_total'
  | 'error_topic'
  | 'field_device'
  | 'field_draft'
  | 'file'
  | 'framework'
  | 'framework_topic'
  | 'handout'
  | 'household'
  | 'household_class'
  | 'household_event'
  | 'household_residence'
  | 'inquiry'
  | 'list_removal'
  | 'material'
  | 'member'
  | 'move_target'
  | 'norm'
  | 'official'
  | 'official_apart'
  | 'official_handover'
  | 'official_joined'
  | 'official_member'
  | 'official_move'
  | 'person'
  | 'phone_idle_time'
  | 'plan_comment'
  | 'plan_line'
  | 'plan_money'
  | 'plan_reply'
  | 'plan_seat'
  | 'plan_sending'
  | 'post_requirement'
  | 'programme'
  | 'programme_goal'
  | 'qualification'
  | 'question'
  | 'register_behind'
  | 'review_case'
  | 'round'
  | 'round_step'
  | 'session'
  | 'sign_in_slip'
  | 'signed_paper'
  | 'spending_norm'
  | 'survey'
  | 'survey_note'
  | 'survey_notice'
  | 'trainer'
  | 'training_class'
  | 'training_demand'
  | 'training_limit'
  | 'training_need'
  | 'training_plan'
  | 'training_turn'
  | 'training_way'
  | 'training_wish'
  | 'verdict'

/** An area's id never stands where a household's is wanted. */
export type Id<K extends Kind> = string & { readonly __id: K }

export type AccessGrantId = Id<'access_grant'>
export type AccountId = Id<'account'>
export type AppointmentId = Id<'appointment'>
export type AreaId = Id<'area'>
export type AreaEventId = Id<'area_event'>
export type AreaStatusId = Id<'area_status'>
export type AreaSuccessionId = Id<'area_succession'>
export type AreaVersionId = Id<'area_version'>
export type AuditLineId = Id<'audit_line'>
export type BodyId = Id<'body'>
export type BodyMeetingId = Id<'body_meeting'>
export type BodyMemberId = Id<'body_member'>
export type BodyNormId = Id<'body_norm'>
export type BodyTaskId = Id<'body_task'>
export type CertificateId = Id<'certificate'>
export type ClassHallId = Id<'class_hall'>
export type ClassPlaceId = Id<'class_place'>
export type ClassSeatId = Id<'class_seat'>
export type ClassSessionId = Id<'class_session'>
export type ClassTrainerId = Id<'class_trainer'>
export type CommandId = Id<'command'>
export type CorrectionId = Id<'correction'>
export type DecisionId = Id<'decision'>
export type DecisionEntryId = Id<'decision_entry'>
export type DeclaredTotalId = Id<'declared_total'>
export type ErrorTopicId = Id<'error_topic'>
export type FieldDeviceId = Id<'field_device'>
export type FieldDraftId = Id<'field_draft'>
export type FileId = Id<'file'>
export type FrameworkId = Id<'framework'>
export type FrameworkTopicId = Id<'framework_topic'>
export type HandoutId = Id<'handout'>
export type HouseholdId = Id<'household'>
export type HouseholdClassId = Id<'household_class'>
export type HouseholdEventId = Id<'household_event'>
export type HouseholdResidenceId = Id<'household_residence'>
export type InquiryId = Id<'inquiry'>
export type ListRemovalId = Id<'list_removal'>
export type MaterialId = Id<'material'>
export type MemberId = Id<'member'>
export type MoveTargetId = Id<'move_target'>
export type NormId = Id<'norm'>
export type OfficialId = Id<'official'>
export type OfficialApartId = Id<'official_apart'>
export type OfficialHandoverId = Id<'official_handover'>
export type OfficialJoinedId = Id<'official_joined'>
export type OfficialMemberId = Id<'official_member'>
export type OfficialMoveId = Id<'official_move'>
export type PersonId = Id<'person'>
export type PhoneIdleTimeId = Id<'phone_idle_time'>
export type PlanCommentId = Id<'plan_comment'>
export type PlanLineId = Id<'plan_line'>
export type PlanMoneyId = Id<'plan_money'>
export type PlanReplyId = Id<'plan_reply'>
export type PlanSeatId = Id<'plan_seat'>
export type PlanSendingId = Id<'plan_sending'>
export type PostRequirementId = Id<'post_requirement'>
export type ProgrammeId = Id<'programme'>
export type ProgrammeGoalId = Id<'programme_goal'>
export type QualificationId = Id<'qualification'>
export type QuestionId = Id<'question'>
export type RegisterBehindId = Id<'register_behind'>
export type ReviewCaseId = Id<'review_case'>
export type RoundId = Id<'round'>
export type RoundStepId = Id<'round_step'>
export type SessionId = Id<'session'>
export type SignInSlipId = Id<'sign_in_slip'>
export type SignedPaperId = Id<'signed_paper'>
export type SpendingNormId = Id<'spending_norm'>
export type SurveyId = Id<'survey'>
export type SurveyNoteId = Id<'survey_note'>
export type SurveyNoticeId = Id<'survey_notice'>
export type TrainerId = Id<'trainer'>
export type TrainingClassId = Id<'training_class'>
export type TrainingDemandId = Id<'training_demand'>
export type TrainingLimitId = Id<'training_limit'>
export type TrainingNeedId = Id<'training_need'>
export type TrainingPlanId = Id<'training_plan'>
export type TrainingTurnId = Id<'training_turn'>
export type TrainingWayId = Id<'training_way'>
export type TrainingWishId = Id<'training_wish'>
export type VerdictId = Id<'verdict'>
