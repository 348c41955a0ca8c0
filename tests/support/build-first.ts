import { build } from '../../tools/built.ts'

/** Journeys run on what is built, so it has to be built from what is here. */
export default async function buildFirst(): Promise<void> {
  if ((await build()) !== 0) throw new Error('The build failed, so no journey can be run.')
}
