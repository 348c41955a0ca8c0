import type { Level, ThreadAudience } from '../../../shared/model/thread.ts'

/** Words that somebody has begun and not sent. They stay until they are sent or thrown away. */
export type Draft = {
  readonly text: string
  readonly level: Level
  readonly assigneeId: string | null
  readonly audience: ThreadAudience
}

export const BLANK: Draft = { text: '', level: 'should', assigneeId: null, audience: 'desk' }
