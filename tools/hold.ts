import { spawn } from 'node:child_process'

/** Runs a program until it ends, handing on the signals that are meant to end it; answers its exit code. */
export function hold(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(file, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done, fail) => {
    child.once('error', fail).once('exit', (code) => done(code ?? 1))
  })
}
