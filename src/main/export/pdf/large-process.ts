/** Bytes of a process from which on giving memory back is worth the tenth of a second that it takes. */
const LARGE = 500_000_000

export function isLargeProcess(large = LARGE): boolean {
  return process.memoryUsage.rss() >= large
}
