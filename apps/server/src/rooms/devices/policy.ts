import type { Role } from '@linli/contract'
import type { deviceEndpoints } from '@linli/contract/devices/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../kernel/policy/policy.ts'

/** Who answers a press: the duty officers, and the grid worker of the place. */
export const DESK = ['intake', 'dispatcher', 'gridWorker'] as const satisfies Role[]
/** Who looks after the devices. */
export const KEEPERS = ['gridWorker', 'dispatcher', 'regionAdmin'] as const satisfies Role[]
const desk = who('inScope', ...DESK)
const keepers = who('inScope', ...KEEPERS)
const readers = who('inScope', 'intake', ...KEEPERS)
/** Whoever was asked to go. */
const asked = who('assigned', 'resident')

/** A press is seen by whoever answers for the area, and in an emergency by those who are asked to go; by nobody else. */
export const policy = {
  operations: {
    listDevices: readers,
    addDevice: keepers,
    getDevice: readers,
    bindDevice: keepers,
    unbindDevice: keepers,
    issueDeviceKey: who('inScope', 'regionAdmin'),
    listPresses: desk,
    myPresses: who('own', 'resident'),
    getPress: [...asked, ...desk],
    revealPress: [...asked, ...desk],
    takePress: desk,
    endPress: desk,
    raisePress: desk,
    answerPress: asked,
    seePress: [...asked, ...desk],
    handOverPress: [...asked, ...desk],
  },
  stepUp: ['revealPress'],
  subjects: { '/devices/:id': 'device', '/presses/:id': 'press' },
} as const satisfies Policy<keyof typeof deviceEndpoints>

/** The second gate of what lies at a home. @throws forbidden */
export function demandAt(operation: keyof typeof policy.operations, actor: Actor, path: string): void {
  demand(policy.operations[operation], actor, (role) => (covers(actor, role, path) ? ['inScope'] : []))
}
export const isDesk = (actor: Actor, path: string): boolean => DESK.some((role) => covers(actor, role, path))
