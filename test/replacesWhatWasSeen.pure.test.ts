/**
 * Every call that writes either adds (its constraints and states say what may not be twice), or replaces values that others
 * may have changed since they were read. Who replaces says what was seen (`was`): a new call is entered here, and one that
 * replaces without it fails.
 */
import { expect, it } from 'vitest'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'

/** What each replaces, or rests what it says on. */
const replaces: Readonly<Record<string, string>> = {
  'frameworks.change': 'name, period and programme of a draft',
  'frameworks.changeTopic': 'a topic of a draft',
  'bodies.change': 'what is known of a body',
  'bodies.writeMeeting': 'the invitation and the minutes',
  'households.addMember': 'nothing, and says a relation to the head',
  'households.changeHead': 'the head',
  'households.changeMember': 'what is known of a member',
  'households.memberLeaves': 'the head, where another follows',
  'households.merge': 'nothing, and says relations to the head there',
  'households.move': 'village, address, number',
  'households.moveMany': 'the village of each',
  'households.split': 'the head, where another follows',
  'money.change': 'what a norm says',
  'plans.change': 'name, programme, size of classes of a draft',
  'plans.changeLine': 'a line of a draft',
  'programmes.change': 'what the register says of a programme',
  'moves.change': 'the plan of a move',
  'roster.change': 'what is known of an official',
  'roster.changeQualification': 'what an official learnt',
  'rounds.assign': 'who surveys',
  'rounds.assignVillages': 'who surveys',
  'rounds.extend': 'the last day',
}

/** Steps from a state to the next, which name what they rest on: another state, list or survey in between refuses. */
const steps: Readonly<Record<string, string>> = {
  'corrections.enforce': 'the hash of what was laid out',
  'corrections.withdraw': 'its state',
  'decisions.enforce': 'the hash of what was printed',
  'decisions.print': 'the hash of the list',
  'decisions.redraft': 'its state',
  'decisions.withdraw': 'its state',
  'frameworks.approve': 'the changes of the draft that were seen',
  'frameworks.import': 'the changes of the draft that were seen',
  'frameworks.newVersion': 'that it is approved',
  'needs.withdraw': 'that nobody has withdrawn it',
  'money.end': 'that nobody has ended it',
  'accounts.join': 'that neither is joined yet',
  'accounts.part': 'that they are joined still',
  'handover.give': 'that none of them waits to be taken',
  'handover.refuse': 'that nobody has settled it',
  'handover.take': 'that nobody has settled it',
  'handover.withdraw': 'that nobody has settled it',
  'norms.end': 'that nobody has ended it',
  'norms.follow': 'that nothing follows it yet',
  'required.end': 'that nobody has ended it',
  'required.follow': 'that nothing follows it yet',
  'money.raise': 'that no later value stands',
  'plans.approve': 'the changes of the draft that were seen',
  'plans.reprice': 'the changes of the draft that were seen',
  'programmes.reopenGoal': 'the number of the decision',
  'bodies.callOffMeeting': 'that nothing came of it',
  'bodies.dissolve': 'that nobody has dissolved it',
  'bodies.endMember': 'that nobody has ended it',
  'bodies.finishMine': 'that it is open',
  'bodies.finishTask': 'that it is open',
  'bodies.keepMinutes': 'that nobody has kept them',
  'bodies.takeTaskBack': 'that it is open',
  'areas.undo': 'the event and what rests on it',
  'households.undo': 'the act and what stands on it',
  'people.endGrant': 'its state',
  'moves.end': 'that nobody has ended it',
  'moves.takeAway': 'that it stands',
  'roster.import': 'what it would replace, as the check saw it',
  'roster.endAppointment': 'that nobody has ended it',
  'roster.renew': 'that nobody has ended it',
  'roster.takeQualificationAway': 'that it stands',
  'rounds.cancel': 'the state that was seen',
  'rounds.finishStep': 'the step that was seen',
  'rounds.handOver': 'the state that was seen, and what lies elsewhere today',
  'rounds.reopenChecking': 'the state that was seen',
  'rounds.skipStep': 'the step that was seen',
  'surveys.accept': 'the survey that was seen',
  'surveys.choose': 'the survey that stood',
  'surveys.explain': 'the survey that was seen',
  'surveys.return': 'the survey that was seen',
  'surveys.submit': 'the state of the case',
}

/** What only adds, ends or is of the actor alone. */
const adds = [
  'areas.declareTotal',
  'areas.giveStatus',
  'areas.recordEvent',
  'bodies.add',
  'bodies.addMember',
  'bodies.callMeeting',
  'bodies.giveTask',
  'corrections.draft',
  'decisions.draft',
  'decisions.takeGivenOut',
  'frameworks.addTopic',
  'frameworks.begin',
  'frameworks.checkImport',
  'frameworks.drop',
  'frameworks.dropTopic',
  'households.checkImport',
  'moves.move',
  'roster.checkImport',
  'households.create',
  'households.end',
  'households.findByCitizenId',
  'households.import',
  'households.joinPersons',
  'households.reveal',
  'needs.linkError',
  'needs.nominate',
  'needs.unlinkError',
  'papers.checkScan',
  'people.changePassword',
  'people.createAccount',
  'people.endSession',
  'people.giveGrant',
  'people.resetPassword',
  'people.runJob',
  'people.runJobAgain',
  'people.setUp',
  'people.signIn',
  'people.signOut',
  'money.enter',
  'norms.enter',
  'required.enter',
  'plans.addLine',
  'plans.begin',
  'plans.drop',
  'plans.dropLine',
  'plans.takeLines',
  'programmes.add',
  'programmes.addGoal',
  'programmes.dropGoal',
  'programmes.meetGoal',
  'roster.add',
  'roster.addQualification',
  'roster.appoint',
  'roster.open',
  'rounds.addManyToList',
  'rounds.addToList',
  'rounds.create',
  'rounds.drawList',
  'rounds.findForList',
  'rounds.removeFromList',
  'rounds.takeVillagesIn',
]

const writing = allRoutes({ library: loadStandards() })
  .map(({ endpoint }) => endpoint)
  .filter(({ method }) => method !== 'GET')

it('every call that writes is known as one that adds, steps on or replaces', () => {
  const known = [...Object.keys(replaces), ...Object.keys(steps), ...adds].toSorted()
  expect(writing.map(({ name }) => name).toSorted()).toEqual(known)
})

it('who replaces says what was seen', () => {
  const silent = writing.filter(
    ({ name, input }) => name in replaces && !('was' in (input as { properties: object }).properties),
  )
  expect(silent.map(({ name }) => name)).toEqual([])
})
