import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import { commands } from '../../shared/commands.ts'
import type { Command } from '../../shared/commands.ts'
import { accelerator } from './accelerator.ts'

type Item = MenuItemConstructorOptions

const GROUPS: readonly Command['group'][] = ['File', 'Edit', 'Review', 'View', 'Go', 'Help']

/** What the system itself does, after the commands of the same group. */
const SYSTEM: Readonly<Partial<Record<Command['group'], readonly Item[]>>> = {
  File: [{ role: 'quit' }],
  Edit: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  View: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
}

/** The command table as the native menu. The window hears the keys itself; the menu only shows them. */
export function setMenu(run: (id: string) => void): void {
  const groups = GROUPS.map((group) => ({ label: group, submenu: submenu(group, run) }))
  const first: Item[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...first, ...groups]))
}

function submenu(group: Command['group'], run: (id: string) => void): Item[] {
  const own = commands.filter((command) => command.group === group).map((command) => item(command, run))
  const system = SYSTEM[group] ?? []
  return system.length === 0 ? own : [...own, { type: 'separator' }, ...system]
}

function item(command: Command, run: (id: string) => void): Item {
  const key = accelerator(command.keys[0] ?? '')
  const shown = key === null ? {} : { accelerator: key, registerAccelerator: false }
  return { id: command.id, label: command.title, click: () => run(command.id), ...shown }
}
