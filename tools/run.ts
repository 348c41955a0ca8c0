import { spawn } from 'node:child_process'
import { delimiter, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** Runs one of the project's own programs in the project's folder; answers its exit code. */
export function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env, PATH: path },
      shell: process.platform === 'win32',
    })
    child.on('error', fail)
    child.on('exit', (code) => done(code ?? 1))
  })
}

export type Step = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Runs every step, says how long each took, and answers 0 only when all passed. */
export async function runAll(steps: readonly Step[]): Promise<number> {
  const failed: string[] = []
  for (const step of steps) {
    const start = performance.now()
    console.log(`\n== ${step.name}`)
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that their output stays apart
    const code = await run(step.command, step.args, step.env)
    console.log(`== ${step.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds(start)}`)
    if (code !== 0) failed.push(step.name)
  }
  console.log(
    failed.length === 0
      ? `\nAll of ${steps.length} steps passed.`
      : `\nFailed: ${failed.join(', ')} (of ${steps.length} steps).`,
  )
  return failed.length === 0 ? 0 : 1
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`
}
