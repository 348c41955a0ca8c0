import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Beside the running bundle, one folder above its chunks, or (from source) in this folder. */
export function findWorkerFile(): string {
  const here = import.meta.dirname
  const places = [join(here, 'worker.js'), join(here, '..', 'worker.js'), join(here, 'index.ts')]
  return places.find((place) => existsSync(place)) ?? join(here, 'worker.js')
}
