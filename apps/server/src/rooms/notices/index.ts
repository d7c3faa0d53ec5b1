/** The front door of notices. */
export { deliverDue } from './actions/deliverDue.ts'
export { logChannel } from './channels.ts'
export { logCodeSender } from './codeSender.ts'
export { noticesRoom } from './http.ts'
export { groupText } from './rules/groupText.ts'
