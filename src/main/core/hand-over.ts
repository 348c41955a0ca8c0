import type { Outcome, SaveOutcome } from '../../shared/contract.ts'
import { done, fail } from './outcome.ts'
import type { NamedFile, Platform } from './platform.ts'
import { systemCode } from './system-code.ts'

/** Hands a file to the person; trouble with the disk is worded. `kept`: what is still here, as a sentence. */
export async function handOver(
  platform: Platform,
  file: NamedFile,
  kept: string,
): Promise<Outcome<SaveOutcome>> {
  try {
    return done(await platform.saveFile(file))
  } catch (error) {
    const code = systemCode(error)
    if (code === null) throw error
    return fail('not-available', `“${file.name}” could not be written (${code}). ${kept}`)
  }
}
