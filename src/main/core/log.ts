/** Bugs go here, once each, at the boundary where they are caught; an editor never sees a stack. */
export function logBug(where: string, error: unknown): void {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`${new Date().toISOString()} bug in ${where}: ${told.replaceAll('\n', ' | ')}`)
}
