import type { SystemWords } from '../systems.ts'

export const zhCNSystems: SystemWords = { mac: {}, windows: {} }
