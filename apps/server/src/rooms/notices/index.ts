/** The front door of notices. */
export { deliverDue } from './actions/deliverDue.ts'
export { type Channel, logChannel, type OutgoingNotice } from './channels.ts'
export { logCodeSender } from './codeSender.ts'
export { noticesRoom } from './http.ts'
export type { NoticesNeeds } from './needs.ts'
export { type GroupTextFacts, groupText } from './rules/groupText.ts'
