import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

const OUTSIDE = ['http:', 'https:', 'mailto:']

export function shellHandlers({ platform }: Context): HandlersOf<'shell'> {
  return {
    'shell.openExternal': async ({ url }) => {
      const parsed = URL.parse(url)
      if (!parsed || !OUTSIDE.includes(parsed.protocol)) {
        return fail('refused', 'Only http, https and mailto addresses are opened outside Stet.')
      }
      try {
        await platform.openExternal(parsed.href)
        return done({})
      } catch {
        return fail('not-available', `Nothing on this machine opened ${parsed.href}. Copy it into a browser.`)
      }
    },
  }
}
