import { commands } from '../../../shared/commands.ts'
import type { Command, CommandId, CommandScope } from '../../../shared/commands.ts'
import { articleInAddress } from '../route.ts'

export type Screen = 'desk' | 'review'

export function scopeNow(): Screen {
  return articleInAddress(location.hash) === null ? 'desk' : 'review'
}

const SCREENS: Readonly<Record<CommandScope, readonly Screen[]>> = {
  everywhere: ['desk', 'review'],
  desk: ['desk'],
  review: ['review'],
  text: ['review'],
}

export function inScope(id: CommandId, screen: Screen): boolean {
  const command: Command | undefined = commands.find((each) => each.id === id)
  return command !== undefined && SCREENS[command.scope].includes(screen)
}
