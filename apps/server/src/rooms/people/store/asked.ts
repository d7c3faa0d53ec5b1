import type { Sql } from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'

/** What every command here answers with. */
export type Answer = { id: string }
/** Who asks, and the statement that keeps the command's answer with its effect. */
export type Asked = { me: Actor; remember(answer: Answer): Sql }
