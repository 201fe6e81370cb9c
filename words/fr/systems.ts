import type { SystemWords } from '../systems.ts'

export const frSystems: SystemWords = { mac: {}, windows: {} }
