import type { Outcome } from '../../shared/contract.ts'
import type { Context } from './context.ts'
import { done, fail } from './outcome.ts'
import type { NamedFile } from './platform.ts'
import { systemCode } from './system-code.ts'

/** The host's own dialog; trouble with a file is worded. */
export async function pickFiles({
  platform,
}: Pick<Context, 'platform'>): Promise<Outcome<readonly NamedFile[]>> {
  try {
    return done(await platform.pickFiles())
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return fail(
      'unreadable-file',
      `A file that was chosen could not be read (${code}). Nothing was imported.`,
    )
  }
}
