/**
 * What the system calls a trouble with a file (“ENOSPC”, “EACCES”); null for an error that is not the system's,
 * which is then a bug.
 */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
