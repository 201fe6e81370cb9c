/** The preload script: exposes the two channels and nothing else. Runs isolated and sandboxed in the window. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { AppState, Bridge, CommandArguments, CommandName } from './contract/index.ts'

// Written out, not imported: importing would pull the schemas, and valibot with them, into every window.
const command = 'command' satisfies typeof import('./contract/index.ts').channels.command
const state = 'state' satisfies typeof import('./contract/index.ts').channels.state

const bridge: Bridge = {
  command<N extends CommandName>(name: N, commandArguments: CommandArguments<N>) {
    return ipcRenderer.invoke(command, name, commandArguments)
  },
  onState(listener) {
    const onPush = (_event: IpcRendererEvent, pushed: AppState): void => listener(pushed)
    ipcRenderer.on(state, onPush)
    return () => ipcRenderer.off(state, onPush)
  },
}

contextBridge.exposeInMainWorld('parallelTray', bridge)
