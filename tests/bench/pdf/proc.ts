import { readdirSync, readFileSync } from 'node:fs'

/** What a program has taken so far, read from Linux's /proc. */
export type Taken = {
  /** Seconds of processor time, user and system. */
  readonly cpu: number
  /** The most memory that it held at one time, in megabytes. */
  readonly memory: number
}

/** Linux counts a hundred of them to the second, whatever the machine. */
const TICKS = 100
/** Often enough that what a program takes between its last look and its end does not count. */
const EVERY_MS = 20

type Stat = { readonly parent: number; readonly cpu: number }

function statOf(pid: number): Stat {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program is in brackets, and may hold anything.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return { parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) / TICKS }
}

/** Megabytes. */
function memoryOf(pid: number, key: 'VmHWM' | 'RssAnon'): number {
  const found = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}

/** A single program that still runs. */
export function takenBy(pid: number): Taken {
  return { cpu: statOf(pid).cpu, memory: memoryOf(pid, 'VmHWM') }
}

function known<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    // It has ended between two looks.
    return null
  }
}

function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? known(() => statOf(Number(name))) : null
    if (stat) parents.set(Number(name), stat.parent)
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

/** A program with all that it starts, looked at again and again; pages that programs share count once. */
export function watchTree(root: number): { readonly stop: () => Taken } {
  const cpu = new Map<number, number>()
  let memory = 0
  const look = (): void => {
    let now = 0
    for (const pid of treeOf(root)) {
      const stat = known(() => statOf(pid))
      if (stat) cpu.set(pid, stat.cpu)
      now += known(() => memoryOf(pid, 'RssAnon')) ?? 0
    }
    memory = Math.max(memory, now)
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return { cpu: [...cpu.values()].reduce((sum, one) => sum + one, 0), memory }
    },
  }
}
